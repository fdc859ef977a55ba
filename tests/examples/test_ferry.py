"""The example article has every kind of defect, in every markup; its corrected twin has none."""

from __future__ import annotations

import html

import pytest
from conftest import ROOT, Articlelint

EXAMPLES = ROOT / "examples"

DEFECTS = [
    ("page-furniture", "Skip to main content"),
    ("missing-hyphen", "10 year"),
    ("repeated-word", "and and"),
    ("mixed-spelling", "Dreier"),
    ("lowercase-start", "two"),
    ("related-link", "See also: Harbour master retires after 41 years on the quay"),
    ("unattributed-quote", "“The engine was inspected"),
    ("missing-full-stop", "The"),
    ("mixed-spelling", "Kyiv"),
    ("lowercase-name", "september"),
    ("stray-capital", "Promised"),
    ("placeholder", "£XX"),
    ("sentence-fragment", "Which meets again on Friday"),
    ("extra-space", " "),
    ("unbalanced-quote", "“"),
    ("page-furniture", "Leave a Reply"),
]


def as_markup(text: str, suffix: str) -> str:
    paragraphs = text.strip().split("\n\n")
    if suffix == ".html":
        return "".join(f"<p>{html.escape(paragraph, quote=False)}</p>\n" for paragraph in paragraphs)
    return text


@pytest.mark.parametrize("suffix", [".txt", ".md", ".html"])
def test_every_defect_of_the_example_is_found_and_nothing_else(articlelint: Articlelint, suffix: str) -> None:
    text = (EXAMPLES / "ferry.txt").read_text(encoding="utf-8")
    articlelint.write(f"ferry{suffix}", as_markup(text, suffix))
    done = articlelint("check", "--isolated", "--output-format", "json", f"ferry{suffix}")
    assert done.code == 1, done.err
    assert [f["rule"] for f in done.findings] == [rule for rule, _ in DEFECTS]
    for finding, (rule, words) in zip(done.findings, DEFECTS, strict=True):
        assert finding["text"].startswith(words), rule


@pytest.mark.parametrize("suffix", [".txt", ".md", ".html"])
def test_the_corrected_example_has_none(articlelint: Articlelint, suffix: str) -> None:
    text = (EXAMPLES / "ferry-corrected.txt").read_text(encoding="utf-8")
    articlelint.write(f"ferry{suffix}", as_markup(text, suffix))
    done = articlelint("check", "--isolated", "--output-format", "json", f"ferry{suffix}")
    assert (done.code, done.findings, done.err) == (0, [], "")
