"""Entries of the kind ``abbreviation``: explained, before they are used, once, and for something."""

from __future__ import annotations

import pytest

ANY = '[[abbreviation]]\nknown = ["ACLU"]\n'
ONE = '[[abbreviation]]\nshort = "SaaS"\nfull = "software as a service"\n'


@pytest.mark.parametrize(
    ("pack", "marked"),
    [
        (ANY, "The [[OECD]] said so. The OECD is in Paris."),
        (ANY, "The [[GSA]] spent it. The General Services Administration (GSA) knows."),
        (ANY, "The General Services Administration ([[GSA]]) spent it."),
        (ANY, "The General Services Administration (GSA) spent it. The GSA knows."),
        (ANY, "The General Services Administration (or “GSA”) spent it. The GSA knows."),
        (ANY, "The GSA (General Services Administration) spent it. The GSA knows."),
        (ANY, "The General Services Administration spent it. The GSA knows."),
        (ANY, "The Department of Health and Human Services (HHS) spent it. HHS knows."),
        (
            ANY,
            "A Food and Drug Administration (FDA) rule. The FDA’s Food and Drug Administration ([[FDA]]) rule.",
        ),
        (ANY, "The ACLU and NASA knew. The BBC said so. HENRY VIII did not."),
        (ANY, "IT IS NOT SO, said the captain. It is NOT so."),
        (ANY, "“The OECD said so,” she said."),
        (ONE, "They sell [[SaaS]]. The OECD does not."),
        (ONE, "They sell software as a service (SaaS). SaaS is dear."),
        (ONE, "They sell [[SaaS]]. It means software as a service."),
    ],
)
def test_abbreviations(report, pack: str, marked: str) -> None:
    assert report(pack, marked.replace("[[", "").replace("]]", "")).marked == marked


def test_what_is_said(report) -> None:
    said = report(ONE, "They sell SaaS.")
    assert said.messages == ["“SaaS” is never explained: write “software as a service (SaaS)” at first"]
    late = report(ANY, "The GSA spent it. The General Services Administration (GSA) knows.")
    assert late.messages == ["“GSA” is used before it is explained"]
    assert late.related == [["General Services Administration"]]


def test_only_what_is_asked_for_is_reported(report) -> None:
    pack = '[[abbreviation]]\nreport = "twice"\n'
    assert not report(pack, "The OECD said so. The General Services Administration (GSA) spent it.").messages
