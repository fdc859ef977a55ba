"""
Regular expressions, compiled once for all runs.

Python keeps what it makes of a module beside the module, and makes what it makes of a pattern anew in every
process: for a hundred patterns that takes as long as linting an article. So the compiler's results are kept
in ``__pycache__``, too, under the same conditions: for one build of Python, and where that may write there.
They are not trusted further than a .pyc: what is of another build, or cannot be read, is as good as none, and
Python verifies the code of a pattern before it takes it.
"""

from __future__ import annotations

import marshal
import os
import re
import sys

from articlelint._version import __version__
from articlelint.modules import import_module
from articlelint.typed import cast

TYPE_CHECKING = False

if TYPE_CHECKING:
    from typing import Any, TypeAlias

_sre: Any = import_module("_sre")
"""What Python's regular expressions are made of; the type checkers know nothing of it."""

MOST = 1000
"""Patterns kept. While somebody is writing a rule, old ones would add up."""

_Code: TypeAlias = tuple[int, bytes, int, dict[str, int], tuple[str | None, ...]]
"""Flags, code, number of groups, groups by name and names of groups: what Python's own type is made of."""
_Key: TypeAlias = tuple[str, int]


class Patterns:
    """The patterns of a file that is read when the first is asked for; without a file, Python compiles."""

    def __init__(self, file: str | None) -> None:
        self._file = file
        self._kept: dict[_Key, _Code] | None = None
        self._asked: dict[_Key, re.Pattern[str]] = {}
        self._build = repr((__version__, sys.version, _sre.MAGIC, _sre.CODESIZE)).encode()

    def compile(self, pattern: str, flags: int | re.RegexFlag = 0) -> re.Pattern[str]:
        """The same as ``re.compile``."""
        key = (pattern, int(flags))
        if key in self._asked:
            return self._asked[key]
        if self._kept is None:
            self._kept = self._read()
        code = self._kept.get(key)
        found = (_assembled(pattern, code) if code else None) or re.compile(pattern, flags)
        self._asked[key] = found
        return found

    def keep(self) -> None:
        """Write what has been asked for, if some of it is new and the file can be written."""
        kept = self._kept or {}
        new = self._asked.keys() - kept.keys()
        if not new or self._file is None or sys.dont_write_bytecode:
            return
        if not os.access(os.path.dirname(self._file), os.W_OK):
            return
        old = kept if len(kept) + len(new) <= MOST else {k: v for k, v in kept.items() if k in self._asked}
        codes = {**old, **{key: _taken_apart(*key) for key in sorted(new)}}
        scratch = f"{self._file}.{os.getpid()}"
        try:
            with open(scratch, "wb") as file:
                file.write(self._build + b"\0" + marshal.dumps(codes))
            os.replace(scratch, self._file)
        except OSError:
            return  # a full disk: the next run compiles again

    def _read(self) -> dict[_Key, _Code]:
        try:
            with open(self._file or "", "rb", buffering=0) as file:
                build, _, data = file.read().partition(b"\0")
            kept: Any = marshal.loads(data) if build == self._build else {}  # noqa: S302 - as for a .pyc
            return cast("dict[_Key, _Code]", kept) if isinstance(kept, dict) else {}
        except (OSError, ValueError, EOFError, TypeError):
            return {}


def _assembled(pattern: str, parts: _Code) -> re.Pattern[str] | None:
    """The pattern of a code, or None where Python refuses it."""
    flags, code, groups, names, by_number = parts
    try:
        words = memoryview(code).cast("I").tolist()
        return cast("re.Pattern[str]", _sre.compile(pattern, flags, words, groups, names, by_number))
    except (RuntimeError, ValueError, OverflowError, TypeError):
        return None


def _taken_apart(pattern: str, flags: int) -> _Code:
    """What Python's compiler makes of a pattern, as in ``re._compiler.compile``."""
    parser: Any = import_module("re._parser")
    compiler: Any = import_module("re._compiler")
    parsed = parser.parse(pattern, flags)
    state = parsed.state
    words: list[int] = compiler._code(parsed, flags)  # noqa: SLF001 - there is no other way to it
    code = b"".join(word.to_bytes(4, sys.byteorder) for word in words)
    by_number: list[str | None] = [None] * state.groups
    for name, number in state.groupdict.items():
        by_number[number] = name
    return flags | state.flags, code, state.groups - 1, dict(state.groupdict), tuple(by_number)


def _beside_the_modules() -> str | None:
    """The file for this module's ``__pycache__``, wherever Python has that."""
    cached: str | None = getattr(globals()["__spec__"], "cached", None)
    usable = sys.implementation.name == "cpython" and _sre.CODESIZE == 4  # noqa: PLR2004 - bytes in a word of code
    return cached.removesuffix(".pyc") + ".regex" if cached and usable else None


_PATTERNS = Patterns(_beside_the_modules())
compile_pattern = _PATTERNS.compile
keep_patterns = _PATTERNS.keep
