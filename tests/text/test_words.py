"""One notion has one list: no list of words is written out twice in the source."""

from __future__ import annotations

import importlib
import pkgutil
from pathlib import Path

import pytest
from word_lists import WordList, twins, word_lists

from articlelint import words

ROOT = Path(__file__).parents[2]
SOURCES = ("lint/articlelint", "rules")

NOT_COMPARED = (
    # Words of other languages.
    "lint/articlelint/text/function_words.py",
    # Keys of reports and settings.
    "lint/articlelint/cli/",
    "lint/articlelint/report/",
    "rules/articlelint_house/cli/",
    "rules/articlelint_vale/scopes.py",
    # Names of HTML elements.
    "lint/articlelint/markup/elements.py",
    "rules/articlelint_rules/leftovers/markup_residue.py",
    # Phrases of web pages, each of which is a rule.
    "rules/articlelint_rules/leftovers/furniture_phrases.py",
    "rules/articlelint_rules/leftovers/link_labels.py",
    # The words that Vale writes small, as Vale has them.
    "rules/articlelint_vale/casing.py",
    # They still have four lists that other modules have as well.
    "rules/articlelint_rules/capitals/",
    "rules/articlelint_rules/fragments/",
)
"""Modules and folders whose lists are no lists of English words, or are the rule itself."""

DIFFERENT_NOTIONS = {
    # The escapes of YAML and those of regular expressions.
    (
        "lint/articlelint/markup/front_matter_blocks.py:_ESCAPES",
        "rules/articlelint_vale/characters.py:_CONTROLS",
    ),
    # The categories of the built-in rules, and what some of them are for LanguageTool's clients.
    ("lint/articlelint/desk/languagetool/answer.py:_KINDS", "rules/articlelint_rules/__init__.py:CATEGORIES"),
    # Endings of host names after a full stop with a capital, and all endings that make a token an address.
    ("lint/articlelint/text/abbreviations.py:SUFFIXES", "lint/articlelint/text/tokens.py:_SUFFIX"),
    # The names of all formats, and the modules of those that are JSON.
    (
        "lint/articlelint/markup/file_formats.py:FORMATS",
        "lint/articlelint/markup/json_files/schema.py:SCHEMAS",
    ),
    # The admonitions of two formats.
    (
        "lint/articlelint/markup/asciidoc.py:_ADMONITIONS",
        "lint/articlelint/markup/rst_directives.py:_ADMONITIONS",
    ),
    # Directives that hold text, and those whose argument is a title.
    (
        "lint/articlelint/markup/rst_directives.py:_CONTAINERS",
        "lint/articlelint/markup/rst_directives.py:_TITLES",
    ),
    # Subjects of the verb "to practise", some of which are modal verbs.
    (
        "lint/articlelint/text/words/auxiliaries.py:MODALS",
        "rules/articlelint_rules/spelling/word_senses.py:_PRACTICE",
    ),
    # Clues to the senses of two words, in patterns: each belongs to its word.
    (
        "rules/articlelint_rules/spelling/word_senses.py:_LICENSE",
        "rules/articlelint_rules/spelling/word_senses.py:_PRACTICE",
    ),
    (
        "rules/articlelint_rules/spelling/word_senses.py:_STORY",
        "rules/articlelint_rules/spelling/word_senses.py:_METER",
    ),
    (
        "lint/articlelint/text/words/units.py:DIMENSIONS",
        "rules/articlelint_rules/spelling/word_senses.py:_METER",
    ),
    # Names of settings: what a style pack may decide, and the module that reads each decision.
    ("rules/articlelint_house/number.py:_MODULES", "rules/articlelint_house/schema.py:DECISIONS"),
    # Names of settings: where an entry counts, and the blocks that each name stands for.
    ("rules/articlelint_house/schema.py:SCOPES", "rules/articlelint_house/scopes.py:_REGIONS"),
    # Endings after which a plural or a verb takes "es", not words.
    ("lint/articlelint/text/words/saying.py:_regular", "rules/articlelint_house/inflect.py:_with_s"),
    # What may follow a decade ("the 1990's best"), and what is no first half of a compound.
    (
        "rules/articlelint_house/number_amounts.py:_DECADE",
        "rules/articlelint_rules/spelling/compounds.py:NOT_FIRST",
    ),
    # Endings of transliterated names: which are one ending, and which sound alike.
    (
        "rules/articlelint_rules/spelling/inflection.py:_SAME_END",
        "rules/articlelint_rules/spelling/phonetic.py:_SOUNDS",
    ),
}
"""Pairs of lists that have most of their words in common and mean different things."""


def _lists() -> list[WordList]:
    found: list[WordList] = []
    for folder in SOURCES:
        for path in sorted((ROOT / folder).rglob("*.py")):
            module = path.relative_to(ROOT).as_posix()
            if not module.startswith(NOT_COMPARED):
                found += word_lists(path.read_text(encoding="utf-8"), module)
    return found


def test_no_list_stands_twice() -> None:
    unexpected = [
        f"{one.place} (line {one.line}) and {other.place} (line {other.line}) share "
        f"{', '.join(sorted(one.words & other.words))}"
        for one, other in twins(_lists())
        if one.place != other.place and (one.place, other.place) not in DIFFERENT_NOTIONS
    ]
    assert not unexpected, "\n".join(["Build one from the other, or from text/words:", *unexpected])


def test_every_exception_is_needed() -> None:
    """An exception whose lists have changed is removed."""
    assert {(one.place, other.place) for one, other in twins(_lists())} >= DIFFERENT_NOTIONS


def test_every_module_left_out_exists() -> None:
    for place in NOT_COMPARED:
        assert (ROOT / place).exists(), place


@pytest.mark.parametrize(
    "second",
    [
        'DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday")',
        'DAYS = {"monday", "tuesday", "wednesday", "thursday", "friday", "saturday"}',
        'DAYS = frozenset("monday tuesday wednesday thursday friday".split())',
        'DAYS = word_set("monday tuesday wednesday thursday")\nOTHER = word_set("sunday monday tuesday friday eve")',
        'DAYS = re.compile(r"\\b(?:Monday|Tuesday|Wednesday|Thursday|Friday)\\b")',
        'DAYS = {"monday": 1, "tuesday": 2, "wednesday": 3, "thursday": 4, "friday": 5}',
        'def is_day(word):\n    return word in {"monday", "tuesday", "wednesday", "thursday", "friday"}',
    ],
)
def test_a_list_that_stands_twice_is_found(second: str) -> None:
    first = 'WEEK = """Monday Tuesday Wednesday Thursday Friday Saturday Sunday""".split()'
    found = [*word_lists(first, "first.py"), *word_lists(second, "second.py")]
    assert [(one.module, other.module) for one, other in twins(found)] == [("first.py", "second.py")]


@pytest.mark.parametrize(
    "second",
    [
        'MONTHS = ("January", "February", "March", "April", "May")',
        'SHORT = ("Monday", "Tuesday", "Wednesday")',
        'SOME = ("Monday", "Tuesday", "Wednesday", "January", "February")',
        'WEEK_DAYS = WEEK - {"Sunday"}',
        '"""Monday Tuesday Wednesday Thursday Friday"""',
    ],
)
def test_other_lists_are_no_twins(second: str) -> None:
    first = 'WEEK = """Monday Tuesday Wednesday Thursday Friday Saturday Sunday""".split()'
    assert not [*twins([*word_lists(first, "first.py"), *word_lists(second, "second.py")])]


def test_the_package_exports_its_modules() -> None:
    modules = {module.name for module in pkgutil.iter_modules(words.__path__)}
    assert set(words.__all__) == modules - {"word_set"}


def test_words_stand_in_lower_case() -> None:
    """Except for days, months, agencies, abbreviations and abbreviated titles, which name their case."""
    capitalised = {"AGENCIES", "DAYS", "MONTHS", "SHORT_DAYS", "SHORT_MONTHS", "DIALECTS", "WELL_KNOWN"}
    for name in words.__all__:
        module = importlib.import_module(f"articlelint.text.words.{name}")
        for variable, value in vars(module).items():
            if isinstance(value, (frozenset, tuple)) and variable not in capitalised | {
                "SHORT_TITLES",
                "COMMON_SHORT_TITLES",
                "SHORT_COURTESY_TITLES",
                "TABLE",
                "PHRASAL",
            }:
                assert all(word == word.lower() for word in value), f"{name}.{variable}"


def test_september_has_two_abbreviations() -> None:
    months = words.calendar.SHORT_MONTHS
    assert [short for short in months if months[short] == "September"] == ["Sep", "Sept"]
    assert "May" not in months
    assert len(months) == len(words.calendar.MONTHS)


def test_each_title_stands_once_in_the_table() -> None:
    rows = words.titles.TABLE
    forms = [form for row in rows for form in (row.full, row.short, *row.rarer.split()) if form]
    assert sorted(forms) == sorted(set(forms))


def test_the_plurals_of_units() -> None:
    assert [words.units.plural(unit) for unit in ("mile", "foot", "inch")] == ["miles", "feet", "inches"]
