"""``metric`` and ``readability``: the figures of an article, counted by hand."""

from __future__ import annotations

from pathlib import Path

import pytest
from vale.styles import find, said, unsupported, words

# 10 words, 2 sentences, 12 syllables, 34 letters; "capital" has 3 syllables and, alone, more than 6 letters.
TEXT = "# A heading\n\nThe dog ran to the capital.\n\n- It sat there too.\n\n## Another\n"


def value(folder: Path, formula: str) -> str:
    (message,) = said(
        folder, f"extends: metric\nmessage: '%s'\nformula: {formula}\ncondition: '> -1000'\n", TEXT
    )
    return message


@pytest.mark.parametrize(
    ("formula", "expected"),
    [
        ("words", "10.00"),
        ("sentences", "2.00"),
        ("paragraphs", "2.00"),
        ("syllables", "12.00"),
        ("characters", "34.00"),
        ("long_words", "1.00"),
        ("polysyllabic_words", "1.00"),
        ("complex_words", "1.00"),
        ("heading.h1 + heading.h2 * 10 + heading_h3", "11.00"),
        ("list * 100 + blockquote", "100.00"),
        ("(0.39 * (words / sentences)) + (11.8 * (syllables / words)) - 15.59", "0.52"),
        ("1.0430 * math.sqrt((polysyllabic_words * 30.0) / sentences) + 3.1291", "7.17"),
        ("-words + 2 * math.pow(words, 2) - math.abs(-1)", "189.00"),
        ("words / blockquote", "inf"),
    ],
)
def test_figures_and_formulas(tmp_path: Path, formula: str, expected: str) -> None:
    assert value(tmp_path, formula) == expected


@pytest.mark.parametrize(
    ("condition", "reported"),
    [
        ("'> 9'", True),
        ("'> 10'", False),
        ("'>= 10'", True),
        ("'!= 10'", False),
        ("'< sentences'", False),
        ("'> 5 && sentences == 2'", True),
        ("'> 50 || sentences == 2'", True),
    ],
)
def test_conditions(tmp_path: Path, condition: str, reported: bool) -> None:
    rule = f"extends: metric\nmessage: long\nformula: words\ncondition: {condition}\n"
    assert words(tmp_path, rule, TEXT) == (["The"] if reported else [])


def test_an_article_without_prose_is_not_measured(tmp_path: Path) -> None:
    rule = "extends: metric\nmessage: m\nformula: words\ncondition: '< 1'\n"
    assert words(tmp_path, rule, "# Only a heading\n") == []


@pytest.mark.parametrize(
    ("keys", "reason"),
    [
        ("formula: pre\ncondition: '> 1'\n", "'pre', which is no figure"),
        ("formula: words\ncondition: '> wrods'\n", "'wrods', which is no figure"),
        ("formula: words +\ncondition: '> 1'\n", "the formula 'words +' cannot be read"),
        ("formula: words\n", "the key 'condition' is missing"),
        ("formula: __import__('os')\ncondition: '> 1'\n", "not supported"),
        ("formula: words.x\ncondition: '> 1'\n", "not supported"),
    ],
)
def test_what_a_formula_may_not_have(tmp_path: Path, keys: str, reason: str) -> None:
    assert reason in unsupported(tmp_path, f"extends: metric\nmessage: m\n{keys}")


@pytest.mark.parametrize(
    ("metric", "grade"),
    [
        ("Flesch-Kincaid", 0.39 * 5 + 11.8 * 1.2 - 15.59),
        ("Gunning Fog", 0.4 * (5 + 10)),
        ("Coleman-Liau", 0.0588 * 340 - 0.296 * 20 - 15.8),
        ("SMOG", 1.043 * 15**0.5 + 3.1291),
        ("Automated Readability", 4.71 * 3.4 + 2.5 - 21.43),
    ],
)
def test_readability(tmp_path: Path, metric: str, grade: float) -> None:
    rule = f"extends: readability\nmessage: 'Grade %s'\nmetrics: [{metric}]\n"
    assert said(tmp_path, rule + f"grade: {grade - 0.01}\n", TEXT) == [f"Grade {grade:.2f}"]
    assert said(tmp_path, rule + f"grade: {grade + 0.01}\n", TEXT) == []


def test_the_mean_of_several_grades(tmp_path: Path) -> None:
    rule = "extends: readability\nmessage: 'Grade %s'\nmetrics:\n  - Gunning Fog\n  - SMOG\ngrade: 1\n"
    (finding,) = find(tmp_path, rule, TEXT)
    assert finding.message == f"Grade {(6 + 1.043 * 15**0.5 + 3.1291) / 2:.2f}"


def test_an_unknown_metric_is_named(tmp_path: Path) -> None:
    rule = "extends: readability\nmessage: m\nmetrics: [Dale-Chall]\ngrade: 1\n"
    assert "the metric 'Dale-Chall' is unknown" in unsupported(tmp_path, rule)
