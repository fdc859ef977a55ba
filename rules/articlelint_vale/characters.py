r"""Translates the characters of patterns: escapes such as ``\d`` or ``\p{Lu}``, and brackets."""

from __future__ import annotations

import re

from articlelint_vale.shapes import OneOf, Shape, Unknown

_PROPERTY = re.compile(r"\{\^?[\w ]+\}|[A-Z]")
_HEX = re.compile(r"x\{([0-9A-Fa-f]{1,6})\}|x([0-9A-Fa-f]{2})|u([0-9A-Fa-f]{4})")
_KINDS = frozenset("dDwWsS")
_CONTROLS = {"n": "\n", "r": "\r", "t": "\t", "f": "\f", "v": "\v", "a": "\a", "e": "\x1b", "0": "\0"}
_FEW = 8


class PatternError(Exception):
    """A pattern that cannot be used; the text is the reason."""


class CharacterParser:
    """
    Parses the characters of a pattern; ``out`` is the translation so far.

    ``local`` is false if a match may depend on where the text around it begins and ends.
    """

    def __init__(self, pattern: str) -> None:
        self.pattern = pattern
        self.at = 0
        self.out: list[str] = []
        self.local = True

    def peek(self) -> str:
        """The next character; nothing at the end."""
        return self.pattern[self.at : self.at + 1]

    def copy(self, length: int) -> str:
        """Take over the next characters as they are."""
        text = self.pattern[self.at : self.at + length]
        self.out.append(text)
        self.at += length
        return text

    def match(self, what: re.Pattern[str]) -> re.Match[str] | None:
        """What matches at this place."""
        return what.match(self.pattern, self.at)

    def character(self) -> str | None:
        """The character that an escape stands for; None if it stands for something else."""
        letter = self.peek()
        code = self.match(_HEX)
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

    def set_escape(self) -> str:
        r"""Parse a class such as ``\d`` or ``\p{Lu}``, inside or outside brackets."""
        letter = self.peek()
        if letter in _KINDS:
            self.at += 1
            return "\\" + letter
        if letter in "pP":
            self.at += 1
            found = self.match(_PROPERTY)
            if found is None:
                raise PatternError(f"'\\{letter}' without the name of a class")
            self.at = found.end()
            return f"\\{letter}{{{found.group().strip('{}')}}}"
        raise PatternError(f"'\\{letter}' is unknown")

    def brackets(self) -> Shape:
        """Parse a class in brackets."""
        self.copy(1)
        negated = self.peek() == "^"
        if negated:
            self.copy(1)
        characters: list[str] = []
        known = not negated
        first = True
        while first or self.peek() != "]":
            if not self.peek():
                raise PatternError("a '[' without its ']'")
            known = self._member(characters, first=first) and known
            first = False
        self.copy(1)
        if not known or len(set(characters)) > _FEW:
            return Unknown()
        return OneOf("".join(dict.fromkeys(characters)))

    def _member(self, characters: list[str], *, first: bool) -> bool:
        """Parse one member of a class in brackets; false if it stands for more than one character."""
        character = self.peek()
        rest = self.pattern[self.at :]
        if rest.startswith("[:"):
            end = self.pattern.find(":]", self.at)
            if end > 0:
                self.copy(end + 2 - self.at)
                return False
        if rest.startswith("-["):
            self.out.append("--")
            self.at += 1
            self.brackets()
            return False
        if character == "-" and not first and not rest.startswith("-]"):
            self.copy(1)
            return False
        if character == "\\":
            self.at += 1
            if self.peek() == "b":
                self.at += 1
                self.out.append(r"\x08")
                return False
            found = self.character()
            if found is None:
                self.out.append(self.set_escape())
                return False
        else:
            self.at += 1
            found = character
        # In brackets, [, &&, ||, ~~ and -- have a special meaning for ``regex``.
        self.out.append("\\" + found if found in r"[]&|~-^\ " else found)
        characters.append(found)
        return True
