"""House style without code: rules that editors write in TOML files, the newsroom's style packs."""
