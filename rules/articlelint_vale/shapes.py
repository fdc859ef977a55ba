"""What a pattern is made of, as far as it helps to find it fast: its words, or what it cannot do without."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple, TypeAlias

_FORMS = 48
"""A pattern that stands for more literal forms than this is run as a pattern."""
_NEEDED = 24


class Literal(NamedTuple):
    """These characters, one after the other."""

    text: str


class OneOf(NamedTuple):
    """One of these characters."""

    characters: str


class Unknown(NamedTuple):
    """Anything, or nothing at all: what cannot be said in literals."""


class InOrder(NamedTuple):
    """One part after the other."""

    parts: tuple[Shape, ...]


class Choice(NamedTuple):
    """One of the parts; the earlier ones first."""

    parts: tuple[Shape, ...]


class Repeat(NamedTuple):
    """A part so many times; ``most`` is None for any number."""

    part: Shape
    least: int
    most: int | None
    lazy: bool = False


Shape: TypeAlias = "Literal | OneOf | Unknown | InOrder | Choice | Repeat"


def forms(shape: Shape) -> tuple[str, ...] | None:
    """
    All texts that a pattern stands for, in the order in which it would try them; None if it is no list.

    ``colou?r`` stands for "colour" and "color". Looking a form up in an article's words is far cheaper than
    running a pattern over it, and most of what styles call patterns are lists.
    """
    found = _forms(shape)
    return tuple(dict.fromkeys(found)) if found is not None else None


def _forms(shape: Shape) -> Sequence[str] | None:
    match shape:
        case Literal(text):
            return (text,)
        case OneOf(characters):
            return tuple(characters)
        case Unknown():
            return None
        case Choice(parts):
            return _all_of(_forms(part) for part in parts)
        case InOrder(parts):
            return _in_order(_forms(part) for part in parts)
        case Repeat(part, least, most, lazy):
            one = _forms(part)
            if one is None or (least, most) not in {(0, 1), (1, 1)}:
                return None
            if least:
                return one
            return ("", *one) if lazy else (*one, "")


def _all_of(parts: Iterator[Sequence[str] | None]) -> Sequence[str] | None:
    found: list[str] = []
    for part in parts:
        if part is None or len(found) + len(part) > _FORMS:
            return None
        found += part
    return found


def _in_order(parts: Iterator[Sequence[str] | None]) -> Sequence[str] | None:
    found: Sequence[str] = ("",)
    for part in parts:
        if part is None or len(found) * len(part) > _FORMS:
            return None
        found = [before + after for before in found for after in part]
    return found


def needed(shape: Shape) -> frozenset[str]:
    """
    Texts in lower case one of which is in whatever the pattern matches, in any case; empty if none is known.

    A search for a string takes a microsecond, and nearly all patterns have nothing to find in an article.
    """
    return _needed(shape) or frozenset()


def _needed(shape: Shape) -> frozenset[str] | None:
    match shape:
        case Literal(text):
            return frozenset({text.lower()}) if text else None
        case OneOf(characters):
            return frozenset(characters.lower()) if characters else None
        case Unknown():
            return None
        case Choice(parts):
            found: set[str] = set()
            for part in parts:
                inner = _needed(part)
                if inner is None or len(found) > _NEEDED:
                    return None
                found |= inner
            return frozenset(found)
        case Repeat(part, least, _, _):
            return _needed(part) if least else None
        case InOrder(parts):
            return _best(_needed(part) for part in _joined(parts))


def _joined(parts: tuple[Shape, ...]) -> Iterator[Shape]:
    """The parts, literals that follow each other as one."""
    text = ""
    for part in parts:
        if isinstance(part, Literal):
            text += part.text
            continue
        if text:
            yield Literal(text)
            text = ""
        yield part
    if text:
        yield Literal(text)


def _best(choices: Iterator[frozenset[str] | None]) -> frozenset[str] | None:
    """The rarest: that whose shortest text is longest."""
    best: frozenset[str] | None = None
    for choice in choices:
        if choice and (best is None or min(map(len, choice)) > min(map(len, best))):
            best = choice
    return best
