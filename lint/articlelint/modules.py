"""Modules by name."""

from __future__ import annotations

import sys
from types import ModuleType


def import_module(name: str) -> ModuleType:
    """``importlib.import_module`` for a full name, without all that the library imports for it."""
    __import__(name)
    return sys.modules[name]
