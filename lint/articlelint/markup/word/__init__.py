"""
Word documents (.docx): the paragraphs with their kinds, and fixes written back into the package.

The text of such a file is its paragraphs, one a line: it has no lines of its own.
"""
