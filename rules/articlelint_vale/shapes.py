"""The structure of a pattern: the literal texts that it stands for, and strings that every match contains."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple, TypeAlias

_FORMS = 48
"""A pattern that stands for more literal forms than this is run as a pattern."""
_NEEDED = 24


class Literal(NamedTuple):
    """These characters, in order."""

    text: str


class OneOf(NamedTuple):
    """One of these characters."""

    characters: str


class Unknown(NamedTuple):
    """Anything else, such as a class of characters; also nothing at all."""


class InOrder(NamedTuple):
    """The parts, in order."""

    parts: tuple[Shape, ...]


class Choice(NamedTuple):
    """One of the parts; earlier ones are tried first."""

    parts: tuple[Shape, ...]


class Repeat(NamedTuple):
    """A part, repeated; ``most`` is None for any number of times."""

    part: Shape
    least: int
    most: int | None
    lazy: bool = False


Shape: TypeAlias = "Literal | OneOf | Unknown | InOrder | Choice | Repeat"


def forms(shape: Shape) -> tuple[str, ...] | None:
    """
    All texts that a pattern matches, in the order in which it tries them; None if they cannot be listed.

    ``colou?r`` stands for "colour" and "color". Such texts can be looked up among the words of an article,
    which takes much less time than running a pattern.
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
    """Strings in lower case; every match, in lower case, contains one of them. Empty if none is known."""
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
    """The parts, with consecutive literals joined."""
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
    """The set that is probably rarest: the one whose shortest string is longest."""
    best: frozenset[str] | None = None
    for choice in choices:
        if choice and (best is None or min(map(len, choice)) > min(map(len, best))):
            best = choice
    return best
