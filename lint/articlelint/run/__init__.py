"""
What a command does over many files.

Here live the worker processes, the cache of results, the running of rules, and the statistics of articles.
Linting one file is the work of ``articlelint.engine``.
"""
