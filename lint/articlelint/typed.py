"""
What of ``typing`` stands in code that runs, without ``typing``: importing that takes an eighth of a start.

To type checkers these are the real ones. All else that ``typing`` has is named in annotations only, which
nobody evaluates; modules import it where a type checker looks, under a ``TYPE_CHECKING`` of their own.
"""

from __future__ import annotations

from types import GenericAlias

TYPE_CHECKING = False

if TYPE_CHECKING:
    from typing import Generic as Generic  # noqa: PLC0414 - that is how a name is passed on
    from typing import Protocol as Protocol  # noqa: PLC0414
    from typing import TypeVar as TypeVar  # noqa: PLC0414
    from typing import cast as cast  # noqa: PLC0414
    from typing import overload as overload  # noqa: PLC0414
else:

    class Generic:
        """A class that may be given types in square brackets."""

        __slots__ = ()
        __class_getitem__ = classmethod(GenericAlias)

    class Protocol:
        """A class that says what others have to be like."""

        __slots__ = ()

    class TypeVar:
        """A name for a type."""

        def __init__(self, name: str, **_bounds: object) -> None:
            self.__name__ = name

        def __repr__(self) -> str:
            return f"~{self.__name__}"

    def cast(_kind: object, value: object) -> object:
        """The value."""
        return value

    def overload(function: object) -> object:
        """The function; the last of a name, which is none of the overloads, stays."""
        return function
