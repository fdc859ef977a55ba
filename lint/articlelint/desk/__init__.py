"""
Where people write: a server with a page in the browser and LanguageTool's HTTP interface.

The commands ``serve`` and ``lsp`` use this package; ``check`` imports nothing of it. Articles are checked in
processes of their own, see ``workers``, so that a slow one holds up nobody, and the limits of rules apply.
"""
