"""The server: the page, its interface and LanguageTool's, behind one address."""
