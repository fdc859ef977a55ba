"""The language server: articlelint in editors, by the Language Server Protocol 3.17."""
