"""
What ``tools/build.py`` makes the shipped tables with: one module a table, named after it.

Each has a function ``build(inputs, **options)`` that returns the table's rows: words and their texts. The
options, the inputs and their licences stand in ``tools/sources.toml``.

Beside the builders, ``sources`` reads that file, ``inputs`` reads and downloads the inputs, ``notices``
writes the notice beside each data file, ``scowl`` reads word lists, ``sounds`` compares the names of places.
"""
