"""
Configuration: reading the files, the options of rules, which rules are on, and which articles are read.

A new key of the configuration file is read in ``settings``. The options of a rule are declared by the rule;
``options`` only builds them. Options of the command line are in ``articlelint.cli``.
"""
