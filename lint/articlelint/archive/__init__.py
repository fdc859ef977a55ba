"""
The archive: what a house has always written, learned from its articles and kept in one file.

Learning goes in four steps. ``listing`` finds the articles of the sources, each with a digest of its
content; ``mapping`` reads a shard of them and writes what they have to Parquet files; ``grouping`` counts all
shards with DuckDB, wire copies once; ``model`` writes the counts and the decisions to an SQLite file.
``learning`` leads through the steps.

What is counted comes from plugins, by the hook ``articlelint_archive_kinds``; nothing here knows a kind. The
command ``archive`` uses this package; ``check`` imports nothing of it.
"""
