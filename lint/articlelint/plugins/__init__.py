"""How plugins are found and checked, and the hooks and base classes that they use."""
