"""embargo: what of the metadata is told, in which words, and what is not."""

from __future__ import annotations

import pytest
from conftest import Articlelint

from articlelint.testing import find
from articlelint_rules.facts.embargo import Embargo


def said(dated: str, embargo: str, status: str = "usable") -> str:
    """The message about an item of ninjs; "" if there is none."""
    item = f'{{"uri": "urn:1", "versioncreated": "{dated}", "embargoed": "{embargo}", "pubstatus": "{status}", "headline": "A"}}'
    found = find(Embargo, item, suffix=".json")
    return found[0].message if found else ""


@pytest.mark.parametrize(
    ("dated", "embargo", "told"),
    [
        ("2026-11-30T09:00:00Z", "2026-11-30T09:01:00Z", True),
        ("2026-11-30T09:00:00Z", "2026-11-30T09:00:30Z", False),
        ("20261130T090000Z", "2026-12-01", False),  # where the day begins is not said
        ("20261130T090000Z", "2026-12-02", True),
        ("2026-11-30", "2026-12-01", True),
        ("2026-11-30", "2026-11-30T10:00:00", False),
        ("2026-11-30T00:00:00+02:00", "2026-11-30T10:00:00+02:00", False),
        ("2026-11-30T09:00:00Z", "2026-12-01T00:00:00Z", True),
        ("2026-11-30 09:00:00 +0100", "2026-11-30T08:30:00Z", True),
        ("2026-11-30 09:00:00 +0100", "2026-11-30T08:00:00Z", False),
        ("2026-11-30T09:00:00Z", "no", False),
        ("2026-11-30T09:00:00Z", "Tuesday noon", True),
        ("yesterday", "2026-12-01", False),
        ("", "2026-12-01T09:00:00Z", False),
    ],
)
def test_dates_are_compared_to_the_minute(dated: str, embargo: str, told: bool) -> None:
    assert (said(dated, embargo) != "") == told


def test_the_message_has_both_dates() -> None:
    message = said("2026-11-30T09:00:00Z", "2026-12-01T00:01:00Z", "canceled")
    expected = "The item is embargoed until 2026-12-01T00:01:00Z, and is dated 2026-11-30T09:00:00Z: do not publish it before"
    assert message == expected
    assert said("2026-12-02", "2026-12-01", "Canceled") == "The item is cancelled: do not publish it"
    assert said("2026-12-02", "when told") == "The item is embargoed (“when told”): check until when"


def test_front_matter_is_read_too(articlelint: Articlelint) -> None:
    for name, embargo in (("a.md", "embargo-until: 2026-12-01T06:00:00Z"), ("b.md", "embargo: false")):
        articlelint.write(
            name, f"---\ndate: 2026-11-29\n{embargo}\n---\n\n# Ferry fares rise\n\nThey rise.\n"
        )
    done = articlelint(
        "check", "--isolated", "--select", "embargo", "--output-format", "json", "--fail-on", "warning", "."
    )
    assert [(f["path"], f["severity"], f["text"]) for f in done.findings] == [
        ("a.md", "warning", "Ferry fares rise")
    ]


def test_an_empty_element_of_newsml_is_an_embargo_without_an_end() -> None:
    item = '<newsItem guid="1"><itemMeta><embargoed/></itemMeta><contentMeta><headline>A</headline></contentMeta></newsItem>'
    assert "until further notice" in find(Embargo, item, suffix=".newsml")[0].message
