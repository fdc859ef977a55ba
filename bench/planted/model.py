"""What a planter makes, and the list of all planters."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from random import Random
from typing import NamedTuple


class Span(NamedTuple):
    """A stretch of a text; the end is exclusive."""

    start: int
    end: int

    def touches(self, other: Span) -> bool:
        """Whether two spans overlap. An empty span counts as the two characters that it stands between."""
        start, end = self.widened()
        other_start, other_end = other.widened()
        return start < other_end and other_start < end

    def widened(self) -> Span:
        """Return the span, or the characters beside it if it is empty."""
        return self if self.start < self.end else Span(max(self.start - 1, 0), self.end + 1)


class Planted(NamedTuple):
    """
    An article with one defect.

    ``clean`` is the article without the defect: the article as it was published, or with a sentence that the
    planter has written to have something to break. ``others`` are the places that the defect disagrees with:
    a linter may report it there. ``copies`` says that the defect repeats a passage: what a linter reports on
    both copies is then not about the defect.
    """

    text: str
    clean: str
    span: Span
    others: tuple[Span, ...] = ()
    suffix: str = ".txt"
    copies: bool = False


Planter = Callable[[str, Random], Planted | None]


class Kind(NamedTuple):
    """A kind of defect; ``rule`` is the rule of articlelint that claims it, or empty if none does."""

    name: str
    rule: str
    category: str
    about: str
    plant: Planter
    written: bool


KINDS: dict[str, Kind] = {}
"""All kinds, by name. The modules in ``kinds`` add theirs."""


def plants(rule: str, category: str, about: str, *, written: bool = False) -> Callable[[Planter], Planter]:
    """
    Add the planter below to the kinds, under the name of the function.

    ``written`` says that it writes a sentence into the article and breaks it.
    """

    def add(planter: Planter) -> Planter:
        name = getattr(planter, "__name__", "").replace("_", "-")
        KINDS[name] = Kind(name, rule, category, about, planter, written)
        return planter

    return add


def replaced(
    text: str, place: Span, new: str, *, reach: Span | None = None, others: Sequence[Span] = ()
) -> Planted:
    """
    Return the text with a place replaced.

    ``reach`` is the stretch of the text, around the place, where a finding counts; without it, the place.
    ``others`` are counterparts elsewhere in the text.
    """
    growth = len(new) - (place.end - place.start)

    def moved(span: Span) -> Span:
        return Span(
            span.start + growth if span.start >= place.end else span.start,
            span.end + growth if span.end >= place.end else span.end,
        )

    changed = text[: place.start] + new + text[place.end :]
    span = moved(reach) if reach else Span(place.start, place.start + len(new))
    kept = [moved(other) for other in others if not place.start <= other.start < other.end <= place.end]
    return Planted(changed, text, span, tuple(other for other in kept if other != span))
