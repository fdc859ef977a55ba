r"""
Translates patterns of Vale (Go, with extensions of .NET) into the syntax of the ``regex`` package.

The two differ in details: ``(?i)`` in the middle, ``\Z``, ``\\k<name>``, brackets and braces that stand for
themselves. The parser translates a pattern in one pass, refuses what has no counterpart, and returns the
structure of the pattern.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from articlelint_vale.characters import CharacterParser, PatternError
from articlelint_vale.shapes import Choice, InOrder, Literal, Repeat, Shape, Unknown

_PLAIN = re.compile(r"[^\\\[\](){}*+?.|^$]*")
_QUANTIFIER = re.compile(r"(?:[*+?]|\{\d+(?:,\d*)?\})")
_BOUNDS = re.compile(r"\{(\d+)(,?)(\d*)\}")
_FLAGS = re.compile(r"([imsn]*)(?:-([imsn]*))?([:)])")
_NAME = re.compile(r"(?:P?<|')([A-Za-z_]\w*)[>']")
_NUMBER = re.compile(r"[1-9]\d?")
_REFERENCE = re.compile(r"k(?:<(\w+)>|'(\w+)')")
_EDGES = frozenset("AbBG")
LONGEST = 50_000
"""The most characters in a pattern that is more than literal text."""
_DEEPEST = 50
"""The most parentheses, one inside the other."""
_LARGEST = 100_000
"""The most characters and classes that a pattern may have, where ``a{50}`` counts as 50."""
_UNKNOWN = Unknown()
_NOTHING = Literal("")


class Pattern(NamedTuple):
    """A pattern in the syntax of ``regex``, and its structure."""

    text: str
    shape: Shape
    local: bool = True
    """Whether the matches within a part of a text do not depend on where the part begins and ends."""
    groups: int = 0
    """The number of groups that are numbered."""
    refers_to: int = 0
    """The highest number of a group that the pattern refers to."""


def translate(pattern: str, groups_before: int = 0) -> Pattern:
    """
    Translate a pattern. Raises PatternError.

    ``groups_before`` is the number of groups in the tokens before it: Vale joins the tokens of a rule, and
    numbers the groups of all. A reference to a group of another token never matches.
    """
    if _PLAIN.fullmatch(pattern):
        return Pattern(pattern, Literal(pattern))
    if len(pattern) > LONGEST:
        raise PatternError(f"it has {len(pattern):,} characters; the most are {LONGEST:,}")
    parser = _Parser(pattern)
    shape = parser.choice()
    if parser.at < len(pattern):
        raise PatternError("a ')' without its '('")
    parser.write_references(groups_before)
    refers_to = max((reference.number for reference in parser.references), default=0)
    return Pattern("".join(parser.out), shape, parser.local, parser.groups, refers_to)


class _Reference(NamedTuple):
    """A reference to a group by its number, its place in the translation, and the groups closed before it."""

    number: int
    at: int
    closed: frozenset[int]


class _Parser(CharacterParser):
    """
    Parses a pattern from left to right; ``out`` is the translation so far.

    ``unnamed`` and ``named`` have the numbers of the groups in the translation. Vale numbers the groups
    without a name first.
    """

    def __init__(self, pattern: str) -> None:
        super().__init__(pattern)
        self.groups = 0
        self.unnamed: list[int] = []
        self.named: list[int] = []
        self.closed: set[int] = set()
        self.references: list[_Reference] = []
        self.depth = 0
        self.size = 0

    def choice(self) -> Shape:
        """Parse alternatives, up to the end or a closing parenthesis."""
        parts = [self.sequence()]
        while self.peek() == "|":
            self.copy(1)
            parts.append(self.sequence())
        return parts[0] if len(parts) == 1 else Choice(tuple(parts))

    def sequence(self) -> Shape:
        """Parse one alternative."""
        parts: list[Shape] = []
        while self.peek() not in ("", "|", ")"):
            before = self.size
            self.size += 1
            part = self._atom()
            parts.append(self._quantified(part, before))
        if len(parts) == 1:
            return parts[0]
        return InOrder(tuple(parts))

    def _atom(self) -> Shape:
        character = self.peek()
        if character == "(":
            return self._group()
        if character == "[":
            return self.brackets()
        if character == "\\":
            return self._escape()
        if character in "^$":
            self.copy(1)
            self.local = False
            return _UNKNOWN
        if character == ".":
            self.copy(1)
            return _UNKNOWN
        if character in "*+?":
            raise PatternError(f"a '{character}' with nothing before it to repeat")
        self.at += 1
        # Braces that are no quantifier stand for themselves; for ``regex``, {e} would be a fuzzy match.
        self.out.append("\\" + character if character in "{}]" else character)
        return Literal(character)

    def _quantified(self, part: Shape, before: int) -> Shape:
        """Parse the quantifiers of a part; ``before`` is the size of the pattern before the part."""
        while True:
            found = self.match(_QUANTIFIER)
            if found is None:
                return part
            quantifier = self.copy(len(found.group()))
            lazy = self.peek() == "?"
            if lazy:
                self.copy(1)
            bounds = _BOUNDS.match(quantifier)
            if bounds:
                least = int(bounds[1])
                most = least if not bounds[2] else int(bounds[3]) if bounds[3] else None
                if most is not None and most < least:
                    raise PatternError(f"'{quantifier}' asks for more than it allows")
                self.size = before + (self.size - before) * max(least, most or 1)
                if self.size > _LARGEST:
                    raise PatternError(
                        f"with '{quantifier}', it is too large: more than {_LARGEST:,} characters"
                    )
            else:
                least, most = {"*": (0, None), "+": (1, None), "?": (0, 1)}[quantifier]
            part = Repeat(part, least, most, lazy)

    def _escape(self) -> Shape:
        self.at += 1
        letter = self.peek()
        if not letter:
            raise PatternError("a '\\' with nothing after it")
        reference = self.match(_REFERENCE)
        if reference:
            self.at = reference.end()
            self.out.append(f"(?P={reference[1] or reference[2]})")
            return _UNKNOWN
        character = self.character()
        if character is not None:
            self.out.append(re.escape(character))
            return Literal(character)
        if letter in "Zz":
            self.at += 1
            self.local = False
            # \Z of .NET also matches before a last line end; \Z of Python is \z of .NET.
            self.out.append(r"(?=\n?\Z)" if letter == "Z" else r"\Z")
            return _UNKNOWN
        number = self.match(_NUMBER)
        if number:
            self.at = number.end()
            self.references.append(_Reference(int(number.group()), len(self.out), frozenset(self.closed)))
            self.out.append("")
            return _UNKNOWN
        if letter in _EDGES:
            self.out.append("\\")
            self.local = self.copy(1) not in {"A", "G"} and self.local
            return _UNKNOWN
        self.out.append(self.set_escape())
        return _UNKNOWN

    def write_references(self, groups_before: int) -> None:
        """Write the references by number; one to a group that is open or in another token never matches."""
        order = [*self.unnamed, *self.named]
        for reference in self.references:
            index = reference.number - groups_before - 1
            group = order[index] if 0 <= index < len(order) else 0
            self.out[reference.at] = f"(?:\\{group})" if group in reference.closed else "(?!)"

    def _group(self) -> Shape:
        self.copy(1)
        if self.peek() != "?":
            return self._captured(self.unnamed)
        self.at += 1
        rest = self.pattern[self.at :]
        for opening in ("<=", "<!", "=", "!"):
            if rest.startswith(opening):
                self.out.append("?" + opening)
                self.at += len(opening)
                self.local = False
                return self._inside(asserts=True)
        if rest.startswith((":", ">")):
            self.out.append("?")
            self.local = self.copy(1) == ":" and self.local
            return self._inside(asserts=False)
        if rest.startswith("#"):
            end = self.pattern.find(")", self.at)
            if end < 0:
                raise PatternError("a '(' without its ')'")
            self.out.pop()
            self.at = end + 1
            return _NOTHING
        name = self.match(_NAME)
        if name:
            self.at = name.end()
            self.out.append(f"?P<{name[1]}>")
            return self._captured(self.named)
        return self._flags()

    def _captured(self, numbers: list[int]) -> Shape:
        """Parse a group that a reference may name, and add its number to a list."""
        self.groups += 1
        number = self.groups
        numbers.append(number)
        shape = self._inside(asserts=False)
        self.closed.add(number)
        return shape

    def _flags(self) -> Shape:
        found = self.match(_FLAGS)
        if found is None:
            raise PatternError(f"'(?{self.pattern[self.at : self.at + 3]}' is not supported")
        self.at = found.end()
        self.local = self.local and found[2] is None
        # The flag n turns off capturing, which does not change the matches.
        on, off = (found[1] or "").replace("n", ""), (found[2] or "").replace("n", "")
        flags = on + (f"-{off}" if off else "")
        if found[3] == ")":
            self.out[-1] = f"(?{flags})" if flags else ""
            return _UNKNOWN
        self.out.append(f"?{flags}:")
        self._inside(asserts=False)
        return _UNKNOWN

    def _inside(self, *, asserts: bool) -> Shape:
        self.depth += 1
        if self.depth > _DEEPEST:
            raise PatternError(f"more than {_DEEPEST} parentheses, one inside the other")
        shape = self.choice()
        self.depth -= 1
        if self.peek() != ")":
            raise PatternError("a '(' without its ')'")
        self.copy(1)
        return _UNKNOWN if asserts else shape
