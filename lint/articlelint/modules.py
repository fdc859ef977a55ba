"""
Modules by name, and those of a start from one file.

Python looks for a module in every folder of a path, then opens and checks a file of its own for it: for the
140 modules that an article needs, this takes as long as running their code. So what Python has compiled of
them is kept in one file in ``__pycache__`` as well, and used under the conditions of a .pyc: for one build of
Python, and for sources whose time and size are still what they were. A folder that has changed is looked into
as ever, for it may have something that goes before the source.
"""

from __future__ import annotations

import marshal
import os
import sys
from _frozen_importlib import ModuleSpec
from _frozen_importlib_external import PathFinder, SourceFileLoader
from types import ModuleType

from articlelint._version import __version__

TYPE_CHECKING = False

if TYPE_CHECKING:
    from types import CodeType
    from typing import Any, TypeAlias

_Facts: TypeAlias = "tuple[str, str, str, bool, tuple[int, int, int]]"
"""Source, its .pyc, the folder it was looked for in, whether it is a package, and its state."""

_HEAD = 16
"""Bytes of a .pyc before the code: what it is, its flags, and the source's time and size, four each."""


def import_module(name: str) -> ModuleType:
    """``importlib.import_module`` for a full name, without all that the library imports for it."""
    __import__(name)
    return sys.modules[name]


class KeptModules:
    """
    Finds the modules of some packages in a file, as an entry of ``sys.meta_path``.

    The code of those that the run which wrote the file had imported is read in one go, which takes two thirds
    of the time, for names that they share are made once; that of later runs is added one by one.
    """

    def __init__(self, cached: str | None, packages: tuple[str, ...]) -> None:
        """``cached`` is a .pyc that the file goes beside; ``packages``, what names of modules begin with."""
        self._file = cached.removesuffix("pyc") + "modules" if cached else ""
        self._packages = packages
        self._build = repr((__version__, sys.version)).encode()
        self._facts: dict[str, _Facts] = {}
        self._together: dict[str, CodeType] = {}
        self._singly: dict[str, bytes] = {}
        self._folders: dict[str, int] = {}
        self._before = set(sys.modules)

    def install(self) -> None:
        """Be asked just before Python's own finder of files, after whoever else wants to be asked."""
        if self._file and PathFinder in sys.meta_path:
            self._read()
            sys.meta_path.insert(sys.meta_path.index(PathFinder), self)

    def find_spec(self, name: str, path: Any = None, _target: object = None) -> ModuleSpec | None:
        """What the module is made of, if that is kept and still holds."""
        facts = self._facts.get(name)
        if facts is None:
            return None
        source, cached, above, package, state = facts
        # Elsewhere than it was, the packages have been moved, or copied.
        if path != [above] or _state(source, above, self._folders) != state:
            return None
        code = self._together.get(name) or marshal.loads(self._singly[name])  # noqa: S302 - as for a .pyc
        spec = ModuleSpec(name, _KeptLoader(name, source, code), origin=source, is_package=package)
        spec.has_location = True
        spec.cached = cached
        if package:
            spec.submodule_search_locations = [os.path.dirname(source)]
        return spec

    def keep(self) -> None:
        """Write what has been imported, if some of it is new and the file can be written."""
        specs = {
            name: module.__spec__
            for name, module in list(sys.modules.items())
            if name not in self._before and name.startswith(self._packages)
        }
        new = {name for name, spec in specs.items() if spec and spec.loader.__class__ is SourceFileLoader}
        if not new or not self._file or sys.dont_write_bytecode:
            return
        if not os.access(os.path.dirname(self._file), os.W_OK):
            return
        anew = not self._together or not new.isdisjoint(self._facts)
        found = {
            name: compiled
            for name, spec in specs.items()
            if (anew or name in new) and spec and (compiled := _compiled(spec))
        }
        facts = {name: compiled[0] for name, compiled in found.items()}
        codes = {name: compiled[1] for name, compiled in found.items()}
        kept: tuple[object, object, object]
        if anew:
            kept = facts, {name: marshal.loads(code) for name, code in codes.items()}, {}  # noqa: S302
        else:
            kept = {**self._facts, **facts}, self._together, {**self._singly, **codes}
        if codes:
            self._write(marshal.dumps(kept))

    def _write(self, data: bytes) -> None:
        scratch = f"{self._file}.{os.getpid()}"
        try:
            with open(scratch, "wb") as file:
                file.write(self._build + b"\0" + data)
            os.replace(scratch, self._file)
        except OSError:
            return  # a full disk: the next run looks for its modules again

    def _read(self) -> None:
        try:
            with open(self._file, "rb", buffering=0) as file:
                build, _, data = file.read().partition(b"\0")
            if build == self._build:
                self._facts, self._together, self._singly = marshal.loads(data)  # noqa: S302 - as for a .pyc
        except (OSError, ValueError, EOFError, TypeError):
            return


class _KeptLoader(SourceFileLoader):
    """Loads a module from code that has been found for it."""

    def __init__(self, name: str, path: str, code: CodeType) -> None:
        super().__init__(name, path)
        self._code = code

    def create_module(self, spec: ModuleSpec) -> ModuleType:
        """The module with what Python gives every module of a file; to look for it takes longer."""
        module = ModuleType(spec.name)
        module.__file__ = spec.origin
        module.__dict__["__cached__"] = spec.cached
        return module

    def get_code(self, fullname: str) -> CodeType | None:
        del fullname
        return self._code


def _state(source: str, above: str, folders: dict[str, int]) -> tuple[int, int, int] | None:
    """A source's time and size, and the time of the folder it is looked for in; None if it is not there."""
    try:
        status = os.stat(source)
        if above not in folders:
            folders[above] = os.stat(above).st_mtime_ns
    except OSError:
        return None
    return status.st_mtime_ns, status.st_size, folders[above]


def _compiled(spec: ModuleSpec) -> tuple[_Facts, bytes] | None:
    """What is known of a module, and what is in its .pyc, if that goes by the source's time."""
    source, cached = spec.origin, spec.cached
    if not source or not cached:
        return None
    package = spec.submodule_search_locations is not None
    above = os.path.dirname(os.path.dirname(source) if package else source)
    state = _state(source, above, {})
    try:
        with open(cached, "rb", buffering=0) as file:
            data = file.read()
    except OSError:
        return None
    flags, time, size = (int.from_bytes(data[at : at + 4], "little") for at in (4, 8, 12))
    if state is None or flags or (time, size) != (state[0] // 10**9 & 0xFFFFFFFF, state[1] & 0xFFFFFFFF):
        return None
    return (source, cached, above, package, state), data[_HEAD:]
