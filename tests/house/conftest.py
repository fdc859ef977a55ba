"""What one pack, given as text, reports in one article, given as text."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

import articlelint as al
from articlelint.findings.fixes import apply_edits
from articlelint.testing import document
from articlelint_house.packs import Packs


class Reported(NamedTuple):
    """The marked article and what is said; ``fixed`` is the article after all fixes."""

    marked: str
    messages: list[str]
    fixed: str
    related: list[list[str]]


Report = Callable[..., Reported]


@pytest.fixture
def report(tmp_path: Path) -> Report:
    """A function of a pack and an article."""

    def run(pack: str, text: str, *, suffix: str = ".txt", dialect: str = "auto") -> Reported:
        file = tmp_path / "desk.toml"
        file.write_text(pack, encoding="utf-8")
        packs = Packs([str(file)])
        doc = document(text, suffix=suffix, house=al.House(dialect=dialect))
        found = [f for check in packs.checks(frozenset(packs.rules)) for f in check.run(doc)]
        found.sort(key=lambda f: (f.span, f.rule))
        marked = doc.text
        for finding in reversed(found):
            start, end = finding.span.start, finding.span.end
            marked = f"{marked[:start]}[[{marked[start:end]}]]{marked[end:]}"
        fixed = apply_edits(doc.text, [f.fix for f in found if f.fix is not None])
        related = [[doc.slice(r.span) for r in f.related] for f in found]
        return Reported(marked, [f.message for f in found], fixed, related)

    return run
