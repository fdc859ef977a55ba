"""How decisions are written as entries of a style pack, and what these report once they are accepted."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from articlelint.archive.forms import Form
from articlelint.archive.proposals import Proposal
from articlelint.archive.style_file import Decision, StyleFile
from articlelint.plugins.loading import load_archive_kinds
from articlelint.testing import document
from articlelint_house.packs import Packs


@pytest.mark.parametrize(
    ("kind", "key", "use", "avoid", "marked"),
    [
        ("word", "color/colour", "colour", "color", "The [[color]] of “color”, in colours and colors. Colour."),
        ("abbreviation", "title Mrs", "Mrs.", "Mrs", "[[Mrs]] Smith met Mrs. Smith."),
        ("abbreviation", "time p", "p.m.", "pm", "The PM left at [[10 pm]], at [[9pm]] or at 8 p.m. I am here."),
        ("capitals", "the government", "Government", "government",
         "[[The government]] met a government. The Government met [[the government]] and the Government."),
        ("capitals", "the government", "government", "Government",
         "They met [[the Government]]. The Government Office met. The government met."),
        ("capitals", "supreme court", "Supreme Court", "supreme court",
         "SUPREME COURT\n\nThe [[supreme court]] met. Supreme Court judges met the Supreme Court.\n\nIt rained."),
        ("name", "nato", "NATO", "Nato", "NATO and [[Nato]] met."),
        ("name", "a b", "Ann Bergson", "Anne Bergson", "[[Anne Bergson]] met Ann Bergson. Bergson left."),
        ("hyphenation", "lawmakers", "lawmakers", "law makers", "The [[law makers]] met the lawmakers."),
        ("percent", "percent", "per cent", "%", "It rose by [[5%]] and then by 6 per cent."),
        ("date", "day and month", "5 June", "June 5", "It began on [[June 5, 2020]], and ended on 6 June 2020."),
        ("date", "decade", "1990s", "1990's", "In the [[1990's]] and the 1980s it rained."),
        ("number", "thousands", "1,000", "1000", "There were [[20000]] people and 30,000 trees."),
        ("headline-case", "headline", "sentence", "title", "[[Bridge Closed Until May]]\n\nIt rained all day in the city.\n\nA Crosshead Here\n\nMore text was there."),
    ],
)  # fmt: skip
def test_what_is_reported(  # noqa: PLR0917 - what a row has
    tmp_path: Path, kind: str, key: str, use: str, avoid: str, marked: str
) -> None:
    style = load_archive_kinds()[kind][1].style
    assert style is not None
    entry = style(key, use, [avoid])
    assert entry is not None
    file = StyleFile(tmp_path / "learned.toml")
    form = Form(kind, key, use, 20, 20, 0, "", "", {}, {})
    proposal = Proposal(kind, key, use, True, (form,), entry)  # noqa: FBT003 - it is decided
    file.decide(proposal, Decision.ACCEPTED, "Anna", date(2026, 11, 30))
    packs = Packs([str(file.path)])
    doc = document(marked.replace("[[", "").replace("]]", ""))
    found = (finding.span for check in packs.checks(frozenset(packs.rules)) for finding in check.run(doc))
    text = doc.text
    for span in sorted(found, reverse=True):
        text = f"{text[: span.start]}[[{doc.slice(span)}]]{text[span.end :]}"
    assert text == marked
    assert list(packs.review(frozenset(packs.rules))) == []


@pytest.mark.parametrize(
    ("kind", "key", "use"),
    [
        ("number", "2 to 9", "in words"),
        ("headline-case", "headline", "capitals"),
        ("date", "month Jan.", "January"),
    ],
)
def test_what_is_no_entry(kind: str, key: str, use: str) -> None:
    style = load_archive_kinds()[kind][1].style
    assert style is not None
    assert style(key, use, ["other"]) is None
