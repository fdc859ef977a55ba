"""Diagnostics and statistics for the page, with offsets as browsers count them."""

from __future__ import annotations

from typing import Any

from articlelint.desk.checking import Checked
from articlelint.desk.utf16 import Utf16
from articlelint.model import Diagnostic, Place, Span
from articlelint.report.json import as_dict
from articlelint.run.statistics import Statistics
from articlelint.source import Source


class Offsets:
    """Converts the places of one article to offsets in UTF-16 code units."""

    def __init__(self, text: str) -> None:
        self._units = Utf16(text)
        self._source = Source("", text)

    def of_span(self, span: Span) -> dict[str, int]:
        """A span as ``start`` and ``end``."""
        in_units = self._units.span(span)
        return {"start": in_units.start, "end": in_units.end}

    def of_place(self, place: Place) -> dict[str, int]:
        """A place as ``start`` and ``end``."""
        return self.of_span(Span(self._source.offset(place.start), self._source.offset(place.end)))


def checked_as_dict(checked: Checked, text: str) -> dict[str, Any]:
    """What a check has found in a text, as a JSON object."""
    offsets = Offsets(text)
    statistics = checked.statistics
    return {
        "findings": [finding_as_dict(d, offsets) for d in checked.diagnostics],
        "errors": list(checked.errors),
        "notices": list(checked.notices),
        "statistics": None if statistics is None else statistics_as_dict(statistics),
    }


def finding_as_dict(d: Diagnostic, offsets: Offsets) -> dict[str, Any]:
    """A diagnostic as the ``json`` format has it, with the offsets of all its places."""
    found = as_dict(d)
    found.update(offsets.of_span(d.span), fingerprint=d.fingerprint)
    for related, place in zip(found["related"], d.related, strict=True):
        related.update(offsets.of_place(place.place))
    if d.fix is not None:
        for edit, source_edit in zip(found["fix"]["edits"], d.fix.edits, strict=True):
            edit.update(offsets.of_span(source_edit.span))
    return found


def statistics_as_dict(statistics: Statistics) -> dict[str, Any]:
    """Statistics as a JSON object; times are in minutes."""
    running = statistics.running
    return {
        "words": statistics.words,
        "minutes": round(statistics.minutes, 1),
        "sentences": running.sentences,
        "reading_ease": round(running.ease) if running.words and running.sentences else None,
        "speakers": [
            {"name": name, "quotations": quoted.quotations, "words": quoted.words}
            for name, quoted in sorted(
                statistics.speakers.items(), key=lambda item: (-item[1].words, item[0])
            )
        ],
    }
