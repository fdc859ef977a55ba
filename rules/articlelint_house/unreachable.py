"""
Finds regular expressions that cannot match any text, such as ``$x`` and ``a(?!a)a``.

The parsed expression is followed from left to right. A state says what is known about the characters on both
sides of the current place. Every step keeps all texts that are possible, so an expression that can match
something is never reported; see docs/adr/0024.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from importlib import import_module
from typing import Any, NamedTuple

# Python has no public module for parsed expressions.
_parser: Any = import_module("re._parser")
_compiler: Any = import_module("re._compiler")
_SAMPLES = "".join(map(chr, (*range(0x250), *range(0x660, 0x66A), *range(0x2000, 0x2070))))
_BEYOND = 0x250
_WITH_TREE_LAST = frozenset(
    {"SUBPATTERN", "MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT", "ASSERT", "ASSERT_NOT"}
)
_MOST_STATES = 48
_MOST_TURNS = 4
_REACH = 12


class _UnknownError(Exception):
    """The expression contains something that is not supported here."""


class _State(NamedTuple):
    """
    What is known at a place. Sets of characters are bit masks: one bit for each sample, one for the end.

    ``before`` are the sets of the last characters, the nearest one last; of earlier characters nothing is
    known. ``ahead`` is a sequence of sets that must follow, ``never`` are sequences that must not follow.
    """

    before: tuple[int, ...]
    ahead: tuple[int, ...] = ()
    never: frozenset[tuple[int, ...]] = frozenset()


class _Walker:
    """Follows one expression."""

    def __init__(self, regex: str, flags: int) -> None:
        self.tree = _parser.parse(regex, flags)
        self.flags: int = self.tree.state.flags
        self.samples = _SAMPLES + "".join(sorted(set(_literals(self.tree)) - set(_SAMPLES)))
        self.edge = 1 << len(self.samples)
        self.every = self.edge - 1
        self.sets: dict[str, int] = {}
        self.word = self.matching("\\w")
        self.newline = self.matching("\\n")

    def matching(self, regex: str) -> int:
        """The set of samples that an expression for one character matches."""
        return self._bits(re.compile(regex))

    def _bits(self, pattern: re.Pattern[str]) -> int:
        return sum(1 << i for i, char in enumerate(self.samples) if pattern.fullmatch(char))

    def chars(self, item: Any, flags: int) -> int:
        """The set of samples that one parsed item matches, found with Python's own matcher."""
        key = f"{item!r} {flags}"
        if key not in self.sets:
            state = _parser.State()
            state.flags = flags
            self.sets[key] = self._bits(_compiler.compile(_parser.SubPattern(state, [item]), flags))
        return self.sets[key]

    def is_dead(self) -> bool:
        """Whether no text can match."""
        start = _State((self.every | self.edge,))
        return not self.sequence(self.tree, {start}, self.flags)

    def sequence(self, items: Iterable[Any], states: set[_State], flags: int) -> set[_State]:
        """The states after a sequence of items, given the states before it."""
        for item in items:
            states = self.item(item, states, flags)
            if len(states) > _MOST_STATES:
                raise _UnknownError
        return states

    def item(self, item: Any, states: set[_State], flags: int) -> set[_State]:
        """The states after one item."""
        op, value = item
        name = str(op)
        if name in {"LITERAL", "NOT_LITERAL", "ANY", "IN"}:
            chars = self.chars(item, flags)
            return {after for state in states for after in self.consume(state, chars)}
        if name == "AT":
            return {after for state in states for after in self.at(str(value), state, flags)}
        if name == "SUBPATTERN":
            _, added, removed, inner = value
            return self.sequence(inner, states, (flags | added) & ~removed)
        if name == "BRANCH":
            return {after for branch in value[1] for after in self.sequence(branch, states, flags)}
        if name in {"MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT"}:
            return self.repeat(value, states, flags)
        if name == "ATOMIC_GROUP":
            return self.sequence(value, states, flags)
        if name in {"ASSERT", "ASSERT_NOT"}:
            return self.look(value, states, flags, wanted=name == "ASSERT")
        if name == "FAILURE":
            return set()
        raise _UnknownError  # a group repeated, a condition

    def consume(self, state: _State, chars: int) -> Iterable[_State]:
        """The states after one character of a set."""
        chars &= state.ahead[0] if state.ahead else self.every
        for ban in state.never:
            if len(ban) == 1:
                chars &= ~ban[0]
        if not chars:
            return
        # What is only partly the banned sequence's is not followed further: that text is allowed.
        never = frozenset(ban[1:] for ban in state.never if len(ban) > 1 and chars & ~ban[0] == 0)
        yield _State((*state.before, chars)[-_REACH:], state.ahead[1:], never)

    def at(self, where: str, state: _State, flags: int) -> Iterable[_State]:
        """The states after an assertion about the place: the start or end of the text, or a word boundary."""
        many = bool(flags & re.MULTILINE)
        if where == "AT_BEGINNING_STRING" or (where == "AT_BEGINNING" and not many):
            return self.narrowed(state, self.edge, self.every | self.edge)
        if where == "AT_BEGINNING":
            return self.narrowed(state, self.edge | self.newline, self.every | self.edge)
        if where == "AT_END_STRING":
            return self.narrowed(state, self.every | self.edge, self.edge)
        if where == "AT_END":
            return self.narrowed(state, self.every | self.edge, self.edge | self.newline)
        word = self.matching("(?a:\\w)") if flags & re.ASCII else self.word
        other = (self.every | self.edge) & ~word
        sides = ((word, other), (other, word)) if where == "AT_BOUNDARY" else ((word, word), (other, other))
        return [after for before, ahead in sides for after in self.narrowed(state, before, ahead)]

    def narrowed(self, state: _State, before: int, ahead: int) -> list[_State]:
        """The state with more known about the characters on both sides; none if that is impossible."""
        last = (state.before[-1] if state.before else self.every | self.edge) & before
        following = (state.ahead[0] if state.ahead else self.every | self.edge) & ahead
        for ban in state.never:
            if len(ban) == 1:
                following &= ~ban[0]
        if not last or not following:
            return []
        return [_State((*state.before[:-1], last), (following, *state.ahead[1:]), state.never)]

    def repeat(self, value: Any, states: set[_State], flags: int) -> set[_State]:
        """The states after repetitions of a part; after many, nothing is known about what stands before."""
        least, most, inner = value
        for _ in range(min(least, _MOST_TURNS)):
            states = self.sequence(inner, states, flags)
        found, last = set(states), states
        for _ in range(min(most - least, _MOST_TURNS)):
            last = self.sequence(inner, last, flags)
            if last <= found:
                return found
            found |= last
            if len(found) > _MOST_STATES:
                raise _UnknownError
        if last and most > min(least, _MOST_TURNS) + min(most - least, _MOST_TURNS):
            found.add(_State(self.fixed(list(inner), flags) or (self.every | self.edge,)))
        return found

    def look(self, value: Any, states: set[_State], flags: int, *, wanted: bool) -> set[_State]:
        """The states after a look-ahead or look-behind."""
        direction, inner = value
        items = list(inner)
        if not items:
            return states if wanted else set()
        sets = self.fixed(items, flags)
        if sets is None:
            # Of one that is not a plain sequence only the first steps of a look-ahead are followed.
            if not wanted or direction < 0:
                return states
            return {state for state in states if self.sequence(items, {state}, flags)}
        step = self.ahead if direction > 0 else self.behind
        return {after for state in states for after in step(state, sets, wanted=wanted)}

    def fixed(self, items: Sequence[Any], flags: int) -> tuple[int, ...] | None:
        """The sets of a sequence of single characters; None if it contains anything else."""
        found: list[int] = []
        for op, value in items:
            name = str(op)
            if name in {"LITERAL", "NOT_LITERAL", "ANY", "IN"}:
                found.append(self.chars((op, value), flags))
            elif name == "SUBPATTERN" and not (value[1] or value[2]):
                inner = self.fixed(list(value[3]), flags)
                if inner is None:
                    return None
                found += inner
            else:
                return None
        return tuple(found) if len(found) <= _REACH else None

    def ahead(self, state: _State, sets: tuple[int, ...], *, wanted: bool) -> Iterable[_State]:
        """The states in which a sequence must follow, or must not."""
        if not wanted:
            following = state.ahead[0] if state.ahead else self.every | self.edge
            if len(sets) > 1:
                return [state._replace(never=state.never | {sets})]
            following &= ~next(iter(sets))
            return [state._replace(ahead=(following, *state.ahead[1:]))] if following else []
        known = (*state.ahead, *(self.every for _ in sets[len(state.ahead) :]))
        merged = tuple(a & b for a, b in zip(known, sets, strict=False)) + known[len(sets) :]
        return [state._replace(ahead=merged)] if all(merged[: len(sets)]) else []

    def behind(self, state: _State, sets: tuple[int, ...], *, wanted: bool) -> Iterable[_State]:
        """The states in which a sequence must stand before the place, or must not."""
        padding = (self.every | self.edge,) * max(len(sets) - len(state.before), 0)
        known = (*padding, *state.before)
        tail = known[len(known) - len(sets) :]
        if not wanted:
            if all(have & ~ban == 0 for have, ban in zip(tail, sets, strict=True)):
                return []
            if len(sets) > 1:
                return [state]
            return [state._replace(before=(*known[:-1], tail[0] & ~next(iter(sets))))]
        merged = tuple(a & b for a, b in zip(tail, sets, strict=True))
        return [state._replace(before=(*known[: len(known) - len(sets)], *merged))] if all(merged) else []


def _literals(tree: Any) -> Iterable[str]:
    """The characters that an expression contains. Raises _UnknownError for ranges beyond the samples."""
    for op, value in tree:
        name = str(op)
        if name in {"LITERAL", "NOT_LITERAL"}:
            yield chr(value)
        elif name == "IN":
            for kind, what in value:
                if str(kind) == "RANGE" and what[1] >= _BEYOND:
                    raise _UnknownError
                if str(kind) == "LITERAL":
                    if what >= _BEYOND and chr(what) not in _SAMPLES:
                        raise _UnknownError
                    yield chr(what)
        elif name == "BRANCH":
            for branch in value[1]:
                yield from _literals(branch)
        else:
            inner: Any = value[-1] if name in _WITH_TREE_LAST else value
            if hasattr(inner, "data"):
                yield from _literals(inner)


def is_unreachable(regex: str, *, ignore_case: bool = False) -> bool:
    """Whether a regular expression of Python certainly matches no text."""
    try:
        return _Walker(regex, re.IGNORECASE if ignore_case else 0).is_dead()
    except (_UnknownError, re.error, RecursionError, OverflowError, Warning):
        return False
