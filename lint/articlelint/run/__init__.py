"""What a command does over many files: worker processes, the cache, time limits, statistics."""
