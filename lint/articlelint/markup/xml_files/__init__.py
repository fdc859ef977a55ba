"""
Articles in XML: the documents that agencies and feeds exchange, each by its own schema.

``document`` reads XML with the place of every element. A module for each schema says what of it is prose.
"""
