"""
Enumerations that are quick to create, and to ask for a member.

A run creates a dozen, which took a twentieth of its start, and up to Python 3.11 a call stands behind every
``Kind.MEMBER``. Here members are plain attributes. To type checkers and to those who use them the classes are
``enum``'s: members have a name and a value, are found by both, come in order, and cannot be replaced.
"""

from __future__ import annotations

from collections.abc import Iterator
from types import MappingProxyType

TYPE_CHECKING = False

if TYPE_CHECKING:
    from enum import Enum as Enum  # noqa: PLC0414 - that is how a name is passed on
    from enum import IntEnum as IntEnum  # noqa: PLC0414
    from enum import StrEnum as StrEnum  # noqa: PLC0414
    from enum import auto as auto  # noqa: PLC0414
else:

    class auto:  # noqa: N801 - as in enum
        """Stands for the number of the member, from 1."""

    class _Kind(type):
        """Makes of a class body what ``enum`` makes of it."""

        def __new__(mcs, name: str, bases: tuple[type, ...], body: dict[str, object]) -> type:
            if body["__module__"] == __name__:
                return super().__new__(mcs, name, bases, body)
            given = {
                key: value
                for key, value in body.items()
                if key[0] != "_" and not hasattr(type(value), "__get__")
            }
            made = super().__new__(mcs, name, bases, {k: v for k, v in body.items() if k not in given})
            members = {}
            for number, (key, value) in enumerate(given.items(), 1):
                member = type.__call__(made, number if value.__class__ is auto else value)
                member.name = key
                members[key] = member
                type.__setattr__(made, key, member)
            type.__setattr__(made, "__members__", MappingProxyType(members))
            type.__setattr__(made, "_by_value", {member.value: member for member in members.values()})
            return made

        def __call__(cls, value: object) -> object:
            try:
                return cls._by_value[value]
            except (KeyError, TypeError):
                raise ValueError(f"{value!r} is not a valid {cls.__qualname__}") from None

        def __getitem__(cls, name: str) -> object:
            return cls.__members__[name]

        def __iter__(cls) -> Iterator[object]:
            return iter(cls.__members__.values())

        def __len__(cls) -> int:
            return len(cls.__members__)

        def __bool__(cls) -> bool:
            return True

        def __contains__(cls, value: object) -> bool:
            return isinstance(value, cls) or value in cls._by_value

        def __setattr__(cls, name: str, value: object) -> None:
            if name in cls.__members__:
                raise AttributeError(f"cannot reassign member {name!r}")
            super().__setattr__(name, value)

        def __delattr__(cls, name: str) -> None:
            raise AttributeError(f"{cls.__name__} cannot lose {name!r}")

    class Enum(metaclass=_Kind):
        """Members that are themselves and nothing else."""

        def __init__(self, value: object) -> None:
            self.value = value

        def __repr__(self) -> str:
            return f"<{self.__class__.__name__}.{self.name}: {self.value!r}>"

        def __str__(self) -> str:
            return f"{self.__class__.__name__}.{self.name}"

        def __reduce_ex__(self, _protocol: object) -> tuple[type, tuple[object]]:
            return self.__class__, (self.value,)

    class IntEnum(int, Enum):
        """Members that are whole numbers."""

        __repr__ = Enum.__repr__

    class StrEnum(str, Enum):  # noqa: SLOT000 - members have a name
        """Members that are strings."""

        __repr__ = Enum.__repr__
