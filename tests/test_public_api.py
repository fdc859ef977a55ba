"""The public API: exactly these names, and no other part of the engine in reach of rules."""

from __future__ import annotations

import articlelint as al


def test_all_is_sorted_and_complete() -> None:
    assert sorted(al.__all__) == list(al.__all__)
    for name in al.__all__:
        assert getattr(al, name) is not None


def test_every_public_class_is_documented() -> None:
    for name in al.__all__:
        item = getattr(al, name)
        if isinstance(item, type):
            assert (item.__doc__ or "").strip(), name
