"""Linguistics: pure functions over a string. Nothing here knows files, markup, rules or settings."""
