"""The public API: exactly these names, and no other part of the engine in reach of rules."""

from __future__ import annotations

from types import ModuleType

import pytest
import tomli
from conftest import ROOT

import articlelint as al
import articlelint.commands
import articlelint.testing

PUBLIC = [al, articlelint.commands, articlelint.testing]


@pytest.mark.parametrize("module", PUBLIC, ids=lambda module: module.__name__)
def test_all_is_sorted_and_complete(module: ModuleType) -> None:
    # Constants, classes, then functions, as ruff sorts them.
    assert list(module.__all__) == sorted(
        module.__all__, key=lambda name: (not name.isupper(), not name[0].isupper(), name)
    )
    for name in module.__all__:
        assert getattr(module, name) is not None


@pytest.mark.parametrize("module", PUBLIC, ids=lambda module: module.__name__)
def test_every_public_class_and_function_is_documented(module: ModuleType) -> None:
    for name in module.__all__:
        item = getattr(module, name)
        if isinstance(item, type) or callable(item):
            assert (item.__doc__ or "").strip(), name


def test_plugins_may_not_import_any_other_module() -> None:
    config = tomli.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    contracts = {each["name"]: each for each in config["tool"]["importlinter"]["contracts"]}
    contract = contracts["Plugins use only the public API"]
    assert set(contract["source_modules"]) == set(config["project"]["entry-points"]["articlelint"].values())
    engine = ROOT / "lint" / "articlelint"
    modules = {
        path.stem for path in engine.iterdir() if path.suffix == ".py" or (path / "__init__.py").exists()
    }
    internal = modules - {"__init__", "commands", "testing"}
    assert set(contract["forbidden_modules"]) == {f"articlelint.{name}" for name in internal}
