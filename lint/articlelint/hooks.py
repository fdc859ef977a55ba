"""The mark of a hook's implementation: pluggy's, set without importing pluggy where nothing else is asked."""

from __future__ import annotations

from collections.abc import Callable

from articlelint.typed import TypeVar, overload

TYPE_CHECKING = False

if TYPE_CHECKING:
    from typing import Any

PROJECT = "articlelint"
MARK = f"{PROJECT}_impl"
"""The attribute that pluggy looks for on a function."""

Function = TypeVar("Function", bound="Callable[..., Any]")


@overload
def hookimpl(function: Function, /) -> Function: ...
@overload
def hookimpl(function: None = None, /, **options: Any) -> Callable[[Function], Function]: ...
def hookimpl(function: Any = None, /, **options: Any) -> Any:
    """
    Mark a function of a plugin as the implementation of the hook that it is named after.

    The options are those of pluggy.HookimplMarker; what most plugins need is ``@articlelint.hookimpl``.
    """
    if function is None:
        import pluggy

        return pluggy.HookimplMarker(PROJECT)(**options)
    plain = dict.fromkeys(("wrapper", "hookwrapper", "optionalhook", "tryfirst", "trylast"), False)
    setattr(function, MARK, {**plain, "specname": None})
    return function
