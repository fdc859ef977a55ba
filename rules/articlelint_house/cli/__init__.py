"""The commands ``articlelint style test``, ``style try`` and ``style export``."""
