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

from articlelint._version import __version__

TYPE_CHECKING = False

if TYPE_CHECKING:
    from types import CodeType, ModuleType
    from typing import Any, TypeAlias

_Kept: TypeAlias = "tuple[str, str, bool, int, int, int, bytes]"
"""Source, its .pyc, whether it is a package, its time and size, its folder's time, and the code."""

_HEAD = 16
"""Bytes of a .pyc before the code: what it is, its flags, and the source's time and size, four each."""


def import_module(name: str) -> ModuleType:
    """``importlib.import_module`` for a full name, without all that the library imports for it."""
    __import__(name)
    return sys.modules[name]


class KeptModules:
    """Finds the modules of some packages in a file, as an entry of ``sys.meta_path``."""

    def __init__(self, cached: str | None, packages: tuple[str, ...]) -> None:
        """``cached`` is a .pyc that the file goes beside; ``packages``, what names of modules begin with."""
        self._file = cached.removesuffix("pyc") + "modules" if cached else ""
        self._packages = packages
        self._build = repr((__version__, sys.version)).encode()
        self._kept = self._read()
        self._folders: dict[str, int] = {}
        self._before = set(sys.modules)

    def install(self) -> None:
        """Be asked just before Python's own finder of files, after whoever else wants to be asked."""
        if self._file and PathFinder in sys.meta_path:
            sys.meta_path.insert(sys.meta_path.index(PathFinder), self)

    def find_spec(self, name: str, path: Any = None, _target: object = None) -> ModuleSpec | None:
        """What the module is made of, if that is kept and still holds."""
        kept = self._kept.get(name)
        if kept is None or path.__class__ is not list or len(path) != 1:
            return None
        source, cached, package, time, size, folder_time, code = kept
        try:
            status = os.stat(source)
            if path[0] not in self._folders:
                self._folders[path[0]] = os.stat(path[0]).st_mtime_ns
        except OSError:
            return None
        if (status.st_mtime_ns, status.st_size, self._folders[path[0]]) != (time, size, folder_time):
            return None
        folder = os.path.dirname(source)
        if path[0] != (os.path.dirname(folder) if package else folder):
            return None  # the packages have been moved, or copied
        spec = ModuleSpec(name, _KeptLoader(name, source, code), origin=source, is_package=package)
        spec.has_location = True
        spec.cached = cached
        if package:
            spec.submodule_search_locations = [folder]
        return spec

    def keep(self) -> None:
        """Write what has been imported, if some of it is new and the file can be written."""
        new: dict[str, _Kept] = {}
        for name, module in list(sys.modules.items()):
            if name not in self._before and name.startswith(self._packages):
                spec = module.__spec__
                if spec is not None and spec.loader.__class__ is SourceFileLoader:
                    found = _compiled(spec)
                    if found:
                        new[name] = found
        if (
            not new
            or not self._file
            or sys.dont_write_bytecode
            or not os.access(os.path.dirname(self._file), os.W_OK)
        ):
            return
        scratch = f"{self._file}.{os.getpid()}"
        try:
            with open(scratch, "wb") as file:
                file.write(self._build + b"\0" + marshal.dumps({**self._kept, **new}))
            os.replace(scratch, self._file)
        except OSError:
            return  # a full disk: the next run looks for its modules again

    def _read(self) -> dict[str, _Kept]:
        try:
            with open(self._file or os.devnull, "rb", buffering=0) as file:
                build, _, data = file.read().partition(b"\0")
            kept: Any = marshal.loads(data) if build == self._build else {}  # noqa: S302 - as for a .pyc
            return kept if isinstance(kept, dict) else {}
        except (OSError, ValueError, EOFError, TypeError):
            return {}


class _KeptLoader(SourceFileLoader):
    """Loads a module from code that has been found for it."""

    def __init__(self, name: str, path: str, code: bytes) -> None:
        super().__init__(name, path)
        self._code = code

    def get_code(self, _name: str) -> CodeType | None:
        code: CodeType = marshal.loads(self._code)  # noqa: S302 - as for a .pyc
        return code


def _compiled(spec: ModuleSpec) -> _Kept | None:
    """What is in a module's .pyc, if that goes by the source's time."""
    source, cached = spec.origin, spec.cached
    package = spec.submodule_search_locations is not None
    if not source or not cached:
        return None
    folder = os.path.dirname(source)
    try:
        status = os.stat(source)
        above = os.stat(os.path.dirname(folder) if package else folder)
        with open(cached, "rb", buffering=0) as file:
            data = file.read()
    except OSError:
        return None
    flags, time, size = (int.from_bytes(data[at : at + 4], "little") for at in (4, 8, 12))
    if flags or time != int(status.st_mtime) & 0xFFFFFFFF or size != status.st_size & 0xFFFFFFFF:
        return None
    return source, cached, package, status.st_mtime_ns, status.st_size, above.st_mtime_ns, data[_HEAD:]
