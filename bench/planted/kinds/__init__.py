"""The planters, one module for each group of kinds; ``KINDS`` has them all."""

from __future__ import annotations

from importlib import import_module

from planted.model import KINDS

__all__ = ["KINDS"]

MODULES = (
    "beyond",
    "capitals",
    "dates",
    "figures",
    "fragments",
    "leftovers",
    "lists",
    "names",
    "quotes",
    "spelling",
    "styles",
    "typography",
)

for module in MODULES:
    import_module(f"planted.kinds.{module}")  # adds its planters to KINDS
