"""
What an archive counts of an article, and the rules that compare an article with what was counted.

``kinds`` lists the kinds of choices. The modules abbreviations, capitals, compounds, marks, names, numbers
and words find the places of some kinds each, and ask the document for no reading. ``evidence`` says what the
archive has against a form of an article.
"""

RULES: tuple[str, ...] = (
    "archive_name:ArchiveName",
    "archive_spelling:ArchiveSpelling",
    "archive_hyphenation:ArchiveHyphenation",
    "archive_capitals:ArchiveCapitals",
)
