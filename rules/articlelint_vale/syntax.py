r"""
Translates patterns of Vale (Go, with extensions of .NET) into the syntax of the ``regex`` package.

The two differ in details: ``(?i)`` in the middle, ``\Z``, ``\\k<name>``, brackets and braces that stand for
themselves. The parser translates a pattern in one pass, refuses what has no counterpart, and returns the
structure of the pattern.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from articlelint_vale.shapes import Choice, InOrder, Literal, OneOf, Repeat, Shape, Unknown

_PLAIN = re.compile(r"[^\\\[\](){}*+?.|^$]*")
_QUANTIFIER = re.compile(r"(?:[*+?]|\{\d+(?:,\d*)?\})")
_BOUNDS = re.compile(r"\{(\d+)(,?)(\d*)\}")
_FLAGS = re.compile(r"([imsn]*)(?:-([imsn]*))?([:)])")
_NAME = re.compile(r"(?:P?<|')([A-Za-z_]\w*)[>']")
_PROPERTY = re.compile(r"\{\^?[\w ]+\}|[A-Z]")
_HEX = re.compile(r"x\{([0-9A-Fa-f]{1,6})\}|x([0-9A-Fa-f]{2})|u([0-9A-Fa-f]{4})")
_REFERENCE = re.compile(r"k(?:<(\w+)>|'(\w+)')")
_KINDS = frozenset("dDwWsS")
_EDGES = frozenset("AbBG")
_CONTROLS = {"n": "\n", "r": "\r", "t": "\t", "f": "\f", "v": "\v", "a": "\a", "e": "\x1b", "0": "\0"}
_UNKNOWN = Unknown()
_NOTHING = Literal("")
_FEW = 8


class PatternError(Exception):
    """A pattern that cannot be used; the text is the reason."""


class Pattern(NamedTuple):
    """A pattern in the syntax of ``regex``, and its structure."""

    text: str
    shape: Shape
    local: bool = True
    """Whether the matches within a line do not depend on other lines."""


def translate(pattern: str) -> Pattern:
    """Translate a pattern. Raises PatternError."""
    if _PLAIN.fullmatch(pattern):
        return Pattern(pattern, Literal(pattern))
    parser = _Parser(pattern)
    shape = parser.choice()
    if parser.at < len(pattern):
        raise PatternError("a ')' without its '('")
    return Pattern("".join(parser.out), shape, parser.local)


class _Parser:
    """Parses a pattern from left to right; ``out`` is the translation so far."""

    def __init__(self, pattern: str) -> None:
        self.pattern = pattern
        self.at = 0
        self.out: list[str] = []
        self.local = True

    def choice(self) -> Shape:
        """Parse alternatives, up to the end or a closing parenthesis."""
        parts = [self.sequence()]
        while self._peek() == "|":
            self._copy(1)
            parts.append(self.sequence())
        return parts[0] if len(parts) == 1 else Choice(tuple(parts))

    def sequence(self) -> Shape:
        """Parse one alternative."""
        parts: list[Shape] = []
        while self._peek() not in ("", "|", ")"):
            part = self._atom()
            parts.append(self._quantified(part))
        if len(parts) == 1:
            return parts[0]
        return InOrder(tuple(parts))

    def _peek(self) -> str:
        return self.pattern[self.at : self.at + 1]

    def _copy(self, length: int) -> str:
        text = self.pattern[self.at : self.at + length]
        self.out.append(text)
        self.at += length
        return text

    def _match(self, what: re.Pattern[str]) -> re.Match[str] | None:
        return what.match(self.pattern, self.at)

    def _atom(self) -> Shape:
        character = self._peek()
        if character == "(":
            return self._group()
        if character == "[":
            return self._brackets()
        if character == "\\":
            return self._escape()
        if character in "^$":
            self._copy(1)
            return _UNKNOWN
        if character == ".":
            self._copy(1)
            return _UNKNOWN
        if character in "*+?":
            raise PatternError(f"a '{character}' with nothing before it to repeat")
        self.at += 1
        # Braces that are no quantifier stand for themselves; for ``regex``, {e} would be a fuzzy match.
        self.out.append("\\" + character if character in "{}]" else character)
        return Literal(character)

    def _quantified(self, part: Shape) -> Shape:
        while True:
            found = self._match(_QUANTIFIER)
            if found is None:
                return part
            quantifier = self._copy(len(found.group()))
            lazy = self._peek() == "?"
            if lazy:
                self._copy(1)
            bounds = _BOUNDS.match(quantifier)
            if bounds:
                least = int(bounds[1])
                most = least if not bounds[2] else int(bounds[3]) if bounds[3] else None
                if most is not None and most < least:
                    raise PatternError(f"'{quantifier}' asks for more than it allows")
            else:
                least, most = {"*": (0, None), "+": (1, None), "?": (0, 1)}[quantifier]
            part = Repeat(part, least, most, lazy)

    def _escape(self) -> Shape:
        self.at += 1
        letter = self._peek()
        if not letter:
            raise PatternError("a '\\' with nothing after it")
        reference = self._match(_REFERENCE)
        if reference:
            self.at = reference.end()
            self.out.append(f"(?P={reference[1] or reference[2]})")
            return _UNKNOWN
        character = self._character()
        if character is not None:
            self.out.append(re.escape(character))
            return Literal(character)
        if letter in "Zz":
            self.at += 1
            self.local = False
            # \Z of .NET also matches before a last line end; \Z of Python is \z of .NET.
            self.out.append(r"(?=\n?\Z)" if letter == "Z" else r"\Z")
            return _UNKNOWN
        if letter in _EDGES or letter in "123456789":
            self.out.append("\\")
            self.local = self._copy(1) not in {"A", "G"} and self.local
            return _UNKNOWN
        self.out.append(self._set_escape())
        return _UNKNOWN

    def _character(self) -> str | None:
        """The character that an escape stands for; None if it stands for something else."""
        letter = self._peek()
        code = self._match(_HEX)
        if code:
            self.at = code.end()
            return chr(int(code[1] or code[2] or code[3], 16))
        if letter in _CONTROLS:
            self.at += 1
            return _CONTROLS[letter]
        if letter == "c" and self.pattern[self.at + 1 : self.at + 2].isalpha():
            self.at += 2
            return chr(ord(self.pattern[self.at - 1].upper()) & 31)
        if letter.isalnum():
            return None
        self.at += 1
        return letter

    def _set_escape(self) -> str:
        r"""Parse a class such as ``\d`` or ``\p{Lu}``, inside or outside brackets."""
        letter = self._peek()
        if letter in _KINDS:
            self.at += 1
            return "\\" + letter
        if letter in "pP":
            self.at += 1
            found = self._match(_PROPERTY)
            if found is None:
                raise PatternError(f"'\\{letter}' without the name of a class")
            self.at = found.end()
            return f"\\{letter}{{{found.group().strip('{}')}}}"
        raise PatternError(f"'\\{letter}' is unknown")

    def _group(self) -> Shape:
        self._copy(1)
        if self._peek() != "?":
            return self._inside(asserts=False)
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
            self.local = self._copy(1) == ":" and self.local
            return self._inside(asserts=False)
        if rest.startswith("#"):
            end = self.pattern.find(")", self.at)
            if end < 0:
                raise PatternError("a '(' without its ')'")
            self.out.pop()
            self.at = end + 1
            return _NOTHING
        name = self._match(_NAME)
        if name:
            self.at = name.end()
            self.out.append(f"?P<{name[1]}>")
            return self._inside(asserts=False)
        return self._flags()

    def _flags(self) -> Shape:
        found = self._match(_FLAGS)
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
        shape = self.choice()
        if self._peek() != ")":
            raise PatternError("a '(' without its ')'")
        self._copy(1)
        return _UNKNOWN if asserts else shape

    def _brackets(self) -> Shape:
        self._copy(1)
        negated = self._peek() == "^"
        if negated:
            self._copy(1)
        characters: list[str] = []
        known = not negated
        first = True
        while first or self._peek() != "]":
            if not self._peek():
                raise PatternError("a '[' without its ']'")
            known = self._member(characters, first=first) and known
            first = False
        self._copy(1)
        if not known or len(set(characters)) > _FEW:
            return _UNKNOWN
        return OneOf("".join(dict.fromkeys(characters)))

    def _member(self, characters: list[str], *, first: bool) -> bool:
        """Parse one member of a class in brackets; false if it stands for more than one character."""
        character = self._peek()
        rest = self.pattern[self.at :]
        if rest.startswith("[:"):
            end = self.pattern.find(":]", self.at)
            if end > 0:
                self._copy(end + 2 - self.at)
                return False
        if rest.startswith("-["):
            self.out.append("--")
            self.at += 1
            self._brackets()
            return False
        if character == "-" and not first and not rest.startswith("-]"):
            self._copy(1)
            return False
        if character == "\\":
            self.at += 1
            if self._peek() == "b":
                self.at += 1
                self.out.append(r"\x08")
                return False
            found = self._character()
            if found is None:
                self.out.append(self._set_escape())
                return False
        else:
            self.at += 1
            found = character
        # In brackets, [, &&, ||, ~~ and -- have a special meaning for ``regex``.
        self.out.append("\\" + found if found in r"[]&|~-^\ " else found)
        characters.append(found)
        return True
