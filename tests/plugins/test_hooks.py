"""Our own plugin is taken at its word without pluggy; pluggy says the same."""

from __future__ import annotations

import pluggy
import pytest

import articlelint as al
from articlelint.entry_points import entry_points
from articlelint.hooks import MARK, PROJECT
from articlelint.plugins import BUILT_IN, Plugin, checked_implementations, own_implementations


def test_the_built_in_plugin_keeps_to_the_hooks() -> None:
    (entry,) = [entry for entry in entry_points("articlelint") if entry.value == BUILT_IN]
    plugin = Plugin(entry.name, entry.distribution, entry.version)
    checked = checked_implementations([(entry, plugin)])
    assert own_implementations(entry, plugin) == {name: found for name, found in checked.items() if found}


def test_the_mark_is_pluggys() -> None:
    def ours() -> None: ...
    def theirs() -> None: ...

    assert al.hookimpl(ours) is ours
    pluggy.HookimplMarker(PROJECT)(theirs)
    assert getattr(ours, MARK) == getattr(theirs, MARK)


def test_options_of_the_mark_are_pluggys() -> None:
    @al.hookimpl(specname="articlelint_rules", tryfirst=True)
    def other() -> None: ...

    assert getattr(other, MARK)["specname"] == "articlelint_rules"
    with pytest.raises(TypeError):
        al.hookimpl(no_such=True)
