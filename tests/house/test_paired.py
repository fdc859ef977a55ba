"""Entries of the kind ``paired``: not both, neither alone, the second where the first is."""

from __future__ import annotations

import pytest


def paired(together: str) -> str:
    return f'[[paired]]\npair = ["ferry", "boat"]\ntogether = "{together}"\n'


@pytest.mark.parametrize(
    ("together", "marked"),
    [
        ("never", "The ferries sail. A ferry sank. The [[boat]] did not."),
        ("never", "The ferry sails. The [[boat]] does not."),
        ("never", "The ferry sails. The ferries sank."),
        ("never", "The ferry sails. “The boat sank,” she said."),
        ("always", "The [[ferry]] sails. The ferry sank."),
        ("always", "The [[boat]] sails."),
        ("always", "The boat sails, the ferry sinks."),
        ("always", "The boat sails. “The ferry sank,” she said."),
        ("after-first", "The boat sails."),
        ("after-first", "The [[ferry]] sails."),
        ("after-first", "The ferry sails like a boat."),
    ],
)
def test_pairs(report, together: str, marked: str) -> None:
    assert report(paired(together), marked.replace("[[", "").replace("]]", "")).marked == marked


def test_both_places_are_named(report) -> None:
    found = report(paired("never"), "The ferry sails. A ferry sank. The boat did not.")
    assert found.messages == ["“boat” here and “ferry” elsewhere in this article: write one of them"]
    assert found.related == [["ferry"]]
