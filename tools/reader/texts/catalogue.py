"""The catalogue: how the files of each source in ``tools/sources.toml`` are read."""

from __future__ import annotations

from typing import NamedTuple

from tables.sources import read_sources

from reader.texts.formats import (
    ebook_chapter,
    feed,
    markdown_post,
    opinion,
    prosecutor_release,
    speeches_archive,
)
from reader.texts.source import Extract, Source
from reader.texts.textbooks import textbook_module
from reader.texts.wikipedia import wikipedia_topic


class Reading(NamedTuple):
    """How the files of a source are read; see ``Source``."""

    extract: Extract
    words: int
    sizes: tuple[int, int] = (0, 4_000_000)
    history: bool = False


ARTICLE_SIZES = (2_500, 40_000)
"""Bytes of a Wikipedia article that is neither a stub nor a list."""
TEXTBOOK = Reading(textbook_module, 400_000)
READINGS = {
    "prosecutors": Reading(prosecutor_release, 1_200_000),
    "white_house": Reading(feed(spoken=False), 1_600_000, history=True),
    "white_house_spoken": Reading(feed(spoken=True), 500_000, history=True),
    "state_department": Reading(feed(spoken=False), 1_600_000, history=True),
    "state_department_spoken": Reading(feed(spoken=True), 400_000, history=True),
    "wikipedia_sport": Reading(wikipedia_topic("sport"), 1_500_000, ARTICLE_SIZES),
    "wikipedia_arts": Reading(wikipedia_topic("arts"), 1_500_000, ARTICLE_SIZES),
    "wikipedia_public_life": Reading(wikipedia_topic("public_life"), 1_800_000, ARTICLE_SIZES),
    "wikipedia_other": Reading(wikipedia_topic("other"), 1_200_000, ARTICLE_SIZES),
    "textbook_government": TEXTBOOK,
    "textbook_us_history": TEXTBOOK,
    "textbook_psychology": TEXTBOOK,
    "textbook_business_ethics": TEXTBOOK,
    "textbook_entrepreneurship": TEXTBOOK,
    "textbook_world_history": TEXTBOOK,
    "textbook_marketing": TEXTBOOK,
    "textbook_business": TEXTBOOK,
    "textbook_economics": TEXTBOOK,
    "textbook_life_liberty": TEXTBOOK,
    "court_opinions": Reading(opinion, 800_000),
    "speeches": Reading(speeches_archive, 500_000),
    "service_manual": Reading(markdown_post, 2_000_000),
    "recipes": Reading(markdown_post, 2_000_000),
    "ten_days": Reading(ebook_chapter, 2_000_000),
}


def read_catalogue() -> dict[str, Source]:
    """The sources by their names."""
    listed = read_sources().texts
    return {
        name: Source(listed[name].repository, listed[name].commit, listed[name].files, *reading)
        for name, reading in READINGS.items()
    }
