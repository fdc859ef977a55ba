"""
What web pages, wire services and newsroom desks leave behind in a text.

Rules: dead-reference, markup-residue, mojibake, page-furniture, placeholder, related-link,
repeated-passage, wire-slug.

Helpers: phrasebook matches lines against phrase templates; furniture_phrases and link_labels hold the
phrases of page-furniture and related-link; placeholder_marks holds the patterns of placeholder.
"""

RULES: tuple[str, ...] = (
    "dead_reference:DeadReference",
    "markup_residue:MarkupResidue",
    "mojibake:Mojibake",
    "page_furniture:PageFurniture",
    "placeholder:Placeholder",
    "related_link:RelatedLink",
    "repeated_passage:RepeatedPassage",
    "wire_slug:WireSlug",
)
