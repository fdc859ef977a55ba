"""The names of elements and attributes in OpenDocument, without the addresses of their namespaces."""

from __future__ import annotations

from functools import cache

SEPARATOR = " "
"""What expat puts between the address of a namespace and a name."""
_PREFIXES = {
    "urn:oasis:names:tc:opendocument:xmlns:drawing:1.0": "draw",
    "urn:oasis:names:tc:opendocument:xmlns:office:1.0": "office",
    "urn:oasis:names:tc:opendocument:xmlns:style:1.0": "style",
    "urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0": "svg",
    "urn:oasis:names:tc:opendocument:xmlns:table:1.0": "table",
    "urn:oasis:names:tc:opendocument:xmlns:text:1.0": "text",
    "urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0": "fo",
}


@cache
def short(name: str) -> str:
    """Return a name with the usual prefix of its namespace, such as ``text:p``; any other, as it is."""
    address, _, local = name.rpartition(SEPARATOR)
    return f"{_PREFIXES[address]}:{local}" if address in _PREFIXES else local
