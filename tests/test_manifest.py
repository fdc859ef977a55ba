"""The list of the built-in rules is in step with them, and what their triggers promise is true."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING, Any

import pytest
from conftest import ROOT
from hypothesis import given
from hypothesis import strategies as st

import articlelint as al
import articlelint_rules
from articlelint.plugins import rule_fault
from articlelint.testing import document, find, marked
from articlelint.triggers import Searched, has_trigger
from articlelint_rules.manifest import RULES

if TYPE_CHECKING:
    from pathlib import Path

CLASSES = articlelint_rules.rule_classes()
TRIGGERED = [rule for rule in CLASSES if rule.meta.triggers]
EXAMPLES = [example for rule in CLASSES for example in rule.examples]
PIECES = sorted(
    {piece for e in EXAMPLES for piece in marked(e.text)[0].replace("\n", " \n\n ").split(" ")}
    | {trigger for rule in TRIGGERED for trigger in rule.meta.triggers}
)


def test_the_list_is_what_the_rules_say() -> None:
    sys.path.insert(0, str(ROOT / "tools"))
    try:
        from build_manifest import PATH, manifest  # type: ignore[import-not-found]
    finally:
        sys.path.pop(0)
    assert PATH.read_text(encoding="utf-8") == manifest(), "run: python tools/build_manifest.py"


def test_no_rule_has_a_fault_that_a_run_would_find_in_others() -> None:
    assert [rule_fault(rule) for rule in CLASSES] == [""] * len(CLASSES)


def test_every_rule_is_listed_once() -> None:
    assert [rule.target for rule in RULES] == [f"{c.__module__}:{c.__name__}" for c in CLASSES]


def unfounded(rule: type[al.Rule[Any]], text: str, suffix: str) -> list[al.Finding]:
    """What a rule reports in a text that has none of its triggers."""
    prose = document(text, suffix=suffix).text
    if has_trigger(rule.meta.triggers, Searched(prose)):
        return []
    return find(rule, text, suffix=suffix)


@pytest.mark.parametrize("rule", TRIGGERED, ids=lambda rule: rule.meta.name)
def test_nothing_is_reported_without_a_trigger(rule: type[al.Rule[Any]]) -> None:
    for example in EXAMPLES:
        assert unfounded(rule, marked(example.text)[0], example.suffix) == []


@pytest.mark.parametrize("rule", TRIGGERED, ids=lambda rule: rule.meta.name)
@given(pieces=st.lists(st.sampled_from(PIECES), max_size=30), swap=st.booleans())
def test_nothing_is_reported_without_a_trigger_in_any_text(
    rule: type[al.Rule[Any]], pieces: list[str], swap: bool
) -> None:
    text = " ".join(pieces)
    assert unfounded(rule, text.swapcase() if swap else text, ".txt") == []


def pages() -> list[Path]:
    return [*sorted((ROOT / "docs").rglob("*.md")), ROOT / "README.md", ROOT / "CHANGELOG.md"]


@pytest.mark.parametrize("rule", TRIGGERED, ids=lambda rule: rule.meta.name)
def test_nothing_is_reported_without_a_trigger_in_the_documentation(rule: type[al.Rule[Any]]) -> None:
    for page in pages():
        # Paragraph by paragraph: a whole page has some trigger or other.
        for paragraph in page.read_text(encoding="utf-8").split("\n\n"):
            assert unfounded(rule, paragraph, ".md") == []


def test_a_run_imports_no_rule_that_has_nothing_to_report(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("The ferry sailed at noon.\n")
    code = (
        "import sys; sys.argv = ['articlelint', 'check', '--no-cache', '--isolated', 'a.txt']\n"
        "from articlelint.cli import main\n"
        "try: main()\nexcept SystemExit: pass\n"
        "print('LOADED', *sorted(m for m in sys.modules if m.startswith('articlelint_rules.')))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=tmp_path, capture_output=True, text=True, check=True, timeout=60
    )
    loaded = set(done.stdout.partition("LOADED")[2].split())
    assert loaded
    off = [c for c in CLASSES if c.meta.triggers or not c.meta.default]
    assert [c.meta.name for c in off if c.__module__ in loaded] == []
