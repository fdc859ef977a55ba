"""embargo: an item says of itself that it is embargoed, withheld or cancelled."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable

import articlelint as al

_STATUS = {
    "canceled": "The item is cancelled: do not publish it",
    "cancelled": "The item is cancelled: do not publish it",
    "withheld": "The item is withheld: do not publish it before the agency releases it",
    "embargoed": "The item is embargoed: check until when",
}
"""What is said of an item with a status. Those of IPTC formats are usable, withheld and canceled."""
_KEYS = ("embargo", "embargoed", "embargountil", "embargoeduntil", "embargodate")
"""The keys of the metadata that say until when an item is embargoed; without - and _."""
_NONE = frozenset({"", "0", "false", "no", "none", "null"})
_SPACE_BEFORE_ZONE = re.compile(r"\s+(?=[+-]\d\d:?\d\d$)")
_ANY_ZONE = dt.timedelta(hours=26)
"""How far apart two zones can be."""


class Embargo(al.Rule[al.NoOptions]):
    """
    An item is embargoed, withheld or cancelled.

    Agencies and content systems say beside the text whether and when it may be published. The rule compares
    the date of the item with the end of its embargo, and reports an item that is older: it was written, or is
    to be published, while the embargo holds. It also reports an item whose status is withheld or cancelled,
    and an embargo that has no end. The finding stands at the headline.

    That is read of ninjs (`embargoed`, `pubstatus`), NewsML-G2 (`embargoed`, `pubStatus`), NITF
    (`date.release`, `management-status`), Arc XP (`content_restrictions.embargo`, `status`), and of front
    matter (`embargo`, `date`, `status`). The rule does not look at the clock: an embargo that has ended since
    is reported as well, until a version of the item has a later date. Where a time or its zone is missing,
    only what is surely before is reported. An item with an embargo and without a date is left alone, and so
    are drafts, private and scheduled posts.
    """

    meta = al.Meta(
        "embargo",
        "an item that is embargoed, withheld or cancelled",
        since="0.1",
        severity=al.Severity.WARNING,
    )
    examples = (
        al.Flagged(
            '{"uri": "urn:1", "versioncreated": "2026-11-30T09:00:00Z", "embargoed": "2026-12-01T00:01:00Z", '
            '"headline": "[[Ferry fares rise]]"}',
            suffix=".json",
        ),
        al.Flagged(
            '{"uri": "urn:1", "pubstatus": "canceled", "headline": "[[Ferry fares rise]]"}', suffix=".json"
        ),
        al.Flagged(
            '<newsItem guid="1"><itemMeta><versionCreated>2026-11-30T23:30:00+01:00</versionCreated>'
            "<embargoed>2026-12-01T00:30:00+01:00</embargoed></itemMeta>"
            "<contentMeta><headline>[[Ferry fares rise]]</headline></contentMeta></newsItem>",
            suffix=".newsml",
        ),
        al.Flagged(
            '<newsItem guid="1"><itemMeta><pubStatus qcode="stat:withheld"/></itemMeta>'
            "<contentMeta><headline>[[Ferry fares rise]]</headline></contentMeta></newsItem>",
            suffix=".newsml",
        ),
        al.Flagged(
            '<nitf><head><docdata><date.issue norm="20261130T090000Z"/>'
            '<date.release norm="20261202T060000Z"/></docdata></head>'
            "<body><body.head><hedline><hl1>[[Ferry fares rise]]</hl1></hedline></body.head></body></nitf>",
            suffix=".nitf",
        ),
        al.Flagged(
            '{"type": "story", "content_restrictions": {"embargo": {"active": true}}, "headlines": '
            '{"basic": "[[Ferry fares rise]]"}, "content_elements": []}',
            suffix=".json",
        ),
        al.Clean(
            '{"uri": "urn:1", "versioncreated": "2026-12-01T00:01:30Z", "embargoed": "2026-12-01T00:01:00Z", '
            '"pubstatus": "usable", "headline": "Ferry fares rise"}',
            suffix=".json",
        ),
        al.Clean(
            '<newsItem guid="1"><itemMeta><versionCreated>2026-12-01T01:00:00+02:00</versionCreated>'
            "<embargoed>2026-11-30T23:00:00Z</embargoed></itemMeta>"
            "<contentMeta><headline>Ferry fares rise</headline></contentMeta></newsItem>",
            suffix=".newsml",
        ),
        al.Clean(
            '<nitf><head><docdata management-status="usable"><date.issue norm="20261130T090000Z"/>'
            '<date.release norm="20261130T090000Z"/></docdata></head>'
            "<body><body.head><hedline><hl1>Ferry fares rise</hl1></hedline></body.head></body></nitf>",
            suffix=".nitf",
        ),
        al.Clean(
            '{"type": "story", "content_restrictions": {"embargo": {"active": false, "end_time": '
            '"2026-12-01T09:00:00Z"}}, "display_date": "2026-11-30T09:00:00Z", "headlines": '
            '{"basic": "Ferry fares rise"}, "content_elements": []}',
            suffix=".json",
        ),
        al.Clean(
            '{"id": 12, "status": "future", "date": "2026-12-01T09:00:00", '
            '"title": {"raw": "Ferry fares rise"}, "content": {"raw": ""}}',
            suffix=".json",
        ),
        al.Clean("The report is embargoed until Tuesday, the council said. The deal was cancelled."),
    )

    def check(self, doc: al.Document) -> Iterable[al.Finding]:
        """Yield a finding at the headline if the item must not be published, or not yet."""
        if not doc.metadata or not doc.blocks:
            return
        said = {key.lower().replace("-", "").replace("_", ""): value for key, value in doc.metadata.items()}
        embargo = next((said[key] for key in _KEYS if said.get(key, "").lower() not in _NONE), "")
        message = _embargoed(embargo, said.get("date", ""), doc) if embargo else ""
        message = message or _STATUS.get(said.get("status", "").lower(), "")
        if message:
            headlines = doc.blocks_of(al.BlockKind.HEADLINE)
            yield self.finding((headlines or doc.blocks)[0].span, message)


def _embargoed(embargo: str, date: str, doc: al.Document) -> str:
    """Return what is said of an item with an embargo; "" if its date is not before the end."""
    ends = _moment(embargo)
    if ends is None:
        return f"The item is embargoed (“{embargo}”): check until when"
    dated = _moment(date)
    if dated is None and doc.published is not None:
        dated = dt.datetime.combine(doc.published, dt.time())
        date = doc.published.isoformat()
    if dated is None or not _is_before(dated, ends):
        return ""
    return f"The item is embargoed until {embargo}, and is dated {date}: do not publish it before"


def _moment(value: str) -> dt.datetime | None:
    """Return the moment that a value in ISO 8601 stands for, to the minute; None for any other value."""
    try:
        return dt.datetime.fromisoformat(_SPACE_BEFORE_ZONE.sub("", value)).replace(second=0, microsecond=0)
    except ValueError:
        return None


def _is_before(dated: dt.datetime, ends: dt.datetime) -> bool:
    """Whether a moment is surely before another: zones may be missing, and midnight may stand for a day."""
    if (dated.tzinfo is None) != (ends.tzinfo is None):
        return ends.replace(tzinfo=None) - dated.replace(tzinfo=None) > _ANY_ZONE
    is_day = dt.time() in {dated.time(), ends.time()}
    return dated < ends and (dated.date() < ends.date() or not is_day)
