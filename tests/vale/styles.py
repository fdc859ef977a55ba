"""Vale rules written into a folder and run over a text: what the tests of this folder share."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

import articlelint as al
from articlelint.testing import document
from articlelint_vale.styles import Styles


def write_style(folder: Path, rules: Mapping[str, str], name: str = "Desk") -> Path:
    style = folder / "styles" / name
    style.mkdir(parents=True, exist_ok=True)
    for rule, text in rules.items():
        (style / f"{rule}.yml").write_text(text, encoding="utf-8")
    return style


def write_vocabulary(folder: Path, accept: str = "", reject: str = "") -> Path:
    vocabulary = folder / "styles" / "config" / "vocabularies" / "Base"
    vocabulary.mkdir(parents=True, exist_ok=True)
    (vocabulary / "accept.txt").write_text(accept, encoding="utf-8")
    (vocabulary / "reject.txt").write_text(reject, encoding="utf-8")
    return vocabulary


def run(
    styles: Styles, text: str, suffix: str = ".md", path: str = ""
) -> tuple[al.Document, list[al.Finding]]:
    doc = document(text, suffix=suffix)
    if path:
        doc.path = path
    checks = styles.checks(frozenset(n for n, rule in styles.rules.items() if not rule.unsupported))
    found = [finding for check in checks for finding in check.run(doc)]
    return doc, sorted(found, key=lambda finding: finding.span)


def find(
    folder: Path, rule: str, text: str, *, suffix: str = ".md", vocabularies: Iterable[Path] = ()
) -> list[al.Finding]:
    """What one rule reports."""
    style = write_style(folder, {"Rule": rule})
    styles = Styles([str(style)], map(str, vocabularies))
    assert not styles.rules["vale/Desk.Rule"].unsupported, styles.rules["vale/Desk.Rule"].unsupported
    return [f for f in run(styles, text, suffix)[1] if f.rule == "vale/Desk.Rule"]


def words(
    folder: Path, rule: str, text: str, *, suffix: str = ".md", vocabularies: Iterable[Path] = ()
) -> list[str]:
    """The words that one rule reports."""
    doc = document(text, suffix=suffix)
    return [doc.slice(f.span) for f in find(folder, rule, text, suffix=suffix, vocabularies=vocabularies)]


def said(folder: Path, rule: str, text: str, *, suffix: str = ".md") -> list[str]:
    """What one rule says."""
    return [f.message for f in find(folder, rule, text, suffix=suffix)]


def unsupported(folder: Path, rule: str) -> str:
    """Why one rule cannot run."""
    return Styles([str(write_style(folder, {"Rule": rule}))], ()).rules["vale/Desk.Rule"].unsupported
