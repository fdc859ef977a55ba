"""The varieties of English that articlelint knows, by their language tags."""

from __future__ import annotations

DIALECTS = ("en-GB", "en-US", "en-CA", "en-AU")
