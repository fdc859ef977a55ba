"""
Articles in JSON: the documents that content systems and agencies exchange, each by its own schema.

``values`` reads JSON with the place of every string. A module for each schema says which strings are prose.
"""
