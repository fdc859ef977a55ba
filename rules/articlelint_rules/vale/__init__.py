"""Vale styles unmodified: rules that are written in Vale's YAML, read as they are."""
