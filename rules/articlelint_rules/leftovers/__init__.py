"""Rules about what web pages, wires and desks leave in a text."""

RULES: tuple[str, ...] = (
    "markup_residue:MarkupResidue",
    "mojibake:Mojibake",
    "page_furniture:PageFurniture",
    "placeholder:Placeholder",
    "related_link:RelatedLink",
    "wire_slug:WireSlug",
)
