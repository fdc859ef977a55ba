"""What an article calls its pictures."""

from __future__ import annotations

PICTURES = ("photograph", "photo", "picture", "image", "illustration")
"""The kinds of pictures, in the singular; the longest of those that begin alike stands first."""
