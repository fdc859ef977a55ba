"""
OpenDocument texts (.odt), as LibreOffice writes them: the paragraphs with their kinds. They are only read.

What a paragraph is, and how its place is told, is that of ``articlelint.markup.word``.
"""
