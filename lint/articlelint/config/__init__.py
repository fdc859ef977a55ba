"""Configuration files: reading them, the options of rules, which rules are on, and which files are read."""
