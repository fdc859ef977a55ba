"""
Plugins: how they are found and checked, and the hooks and base classes that they implement.

The rules are not here: the built-in ones come from a plugin like any other, in the folder ``rules``.
"""
