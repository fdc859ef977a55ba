"""
Named tuples that are quick to create.

A run creates ninety of them, which took a sixth of its start: ``typing`` looks into every annotation, and
``collections`` compiles a constructor for each. Here constructors of one length share their code, under
names of their own; to type checkers and to those who use them the classes are ``typing.NamedTuple``.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from types import FunctionType

TYPE_CHECKING = False

if TYPE_CHECKING:
    from typing import Any
    from typing import NamedTuple as NamedTuple  # noqa: PLC0414 - that is how a name is passed on
else:
    # What the properties of collections.namedtuple are; without it, its slower twin.
    try:
        from _collections import _tuplegetter as _getter
    except ImportError:
        from operator import itemgetter

        def _getter(index: int, doc: str) -> property:
            return property(itemgetter(index), doc=doc)

    class _Maker(type):
        """Makes of a class body what ``typing.NamedTuple`` makes of it."""

        def __new__(mcs, name: str, bases: tuple[type, ...], body: dict[str, Any]) -> type:
            if not bases:
                return super().__new__(mcs, name, bases, body)
            fields = tuple(body.get("__annotations__", ()))
            given = [field for field in fields if field in body]
            if fields[len(fields) - len(given) :] != tuple(given):
                raise TypeError(f"{name}: a field without a default follows one that has one")
            defaults = {field: body.pop(field) for field in given}
            body = {**_METHODS, **body, **dict(zip(fields, map(_field, range(len(fields))), strict=True))}
            body |= {"_fields": fields, "_field_defaults": defaults, "__match_args__": fields}
            body["__new__"] = _constructor(fields, tuple(defaults.values()), f"{name}.__new__")
            return type(name, (tuple,), body)

    class NamedTuple(metaclass=_Maker):
        """A tuple whose fields are the annotations of the class."""

    def _constructor(fields: tuple[str, ...], defaults: tuple[Any, ...], name: str) -> FunctionType:
        """``__new__`` with the fields as its parameters."""
        code = _template(len(fields)).replace(co_varnames=("_cls", *fields), co_name="__new__")
        made = FunctionType(code, {"_new": tuple.__new__, "__builtins__": {}}, "__new__", defaults)
        made.__qualname__ = name
        return made

    @cache
    def _field(index: int) -> Any:
        """What reads a field; it is the same for all classes."""
        return _getter(index, f"Field {index}")

    @cache
    def _template(length: int) -> Any:
        names = [f"_{i}" for i in range(length)]
        inside = "".join(f"{name}, " for name in names)
        return eval(f"lambda {', '.join(['_cls', *names])}: _new(_cls, ({inside}))").__code__  # noqa: S307

    def _make(cls: Any, iterable: Iterable[Any]) -> Any:
        """A tuple of this class from an iterable of its fields."""
        made = tuple.__new__(cls, iterable)
        if len(made) != len(cls._fields):
            raise TypeError(f"Expected {len(cls._fields)} arguments, got {len(made)}")
        return made

    def _replace(self: Any, /, **fields: Any) -> Any:
        """The same with other values for some fields."""
        made = self._make(map(fields.pop, self._fields, self))
        if fields:
            raise ValueError(f"Got unexpected field names: {list(fields)!r}")
        return made

    def _asdict(self: Any) -> dict[str, Any]:
        """The fields by their names."""
        return dict(zip(self._fields, self, strict=True))

    def __getnewargs__(self: Any) -> tuple[Any, ...]:  # noqa: N807 - a method of the classes made
        return tuple(self)

    def __repr__(self: Any) -> str:  # noqa: N807 - likewise
        inside = ", ".join(f"{name}={value!r}" for name, value in zip(self._fields, self, strict=True))
        return f"{type(self).__name__}({inside})"

    _METHODS = {
        "__slots__": (),
        "_make": classmethod(_make),
        **{method.__name__: method for method in (_replace, _asdict, __getnewargs__, __repr__)},
    }
