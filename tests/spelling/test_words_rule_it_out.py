"""An article is turned away by its words alone only where nothing would be found in it."""

from __future__ import annotations

import re
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import articlelint as al
from articlelint.testing import document, find
from articlelint_rules.spelling import (
    mixed_abbreviation,
    mixed_capitals,
    mixed_dialect,
    mixed_hyphenation,
    mixed_spelling,
)
from articlelint_rules.spelling.word_variants import Row

PIECES = st.sampled_from(
    """Podoliak Podolyak Podoliak’s Mykhailo Kiev Kyiv Kyiv’s pro-Kyiv Kiev-based Orbán Orban Jong Un Jong-un
    Kim McDonald Mcdonald O’Brien OBrien Abdul Rahman Abdulrahman Group of Seven seven SEVEN seven’s the The
    Group’s Champions League league van Van Beethoven Ludwig Department For for Court Supreme supreme court
    Bank Of England protester protestors colour color colourful grey gray centre colour-blind co-operate
    cooperation co-op coop email e-mail E-mails law makers lawmakers Lawmakers makers’ sunset sun sets sunsets
    well-being wellbeing U.N. UN U.S. us 5% 5 percent per cent 6 a.m. 6 pm 6am St. St Saint Petersburg Mr Mr.
    Ph.D. tonnes tons 20 said . . . , “ ” — : President Prime Minister minister""".split()
)
ARTICLES = st.lists(PIECES, max_size=40).map(" ".join) | st.lists(PIECES, max_size=40).map("\n\n".join)
_ROW = Row(("", "", ""), "", "b", (("a", 0), ("b", 0)))


def yes(*_: object, **__: object) -> bool:
    return True


def both_sides(_: al.Document) -> list[tuple[str, Row]]:
    return [("a", _ROW), ("b", _ROW)]


# What each rule asks first, and what makes it go on.
GATES: list[tuple[type[al.Rule[Any]], Any, dict[str, Any]]] = [
    (mixed_spelling.MixedSpelling, mixed_spelling, {"may_vary": yes}),
    (
        mixed_spelling.MixedSpelling,
        mixed_spelling,
        {"listed_rows": both_sides},
    ),
    (mixed_capitals.MixedCapitals, mixed_capitals, {"some_vary": yes}),
    (mixed_hyphenation.MixedHyphenation, mixed_hyphenation, {"_may_differ": yes}),
    (mixed_dialect.MixedDialect, mixed_dialect, {"FEWEST": 0}),
    (
        mixed_abbreviation.MixedAbbreviation,
        mixed_abbreviation,
        {"_MAY_BE_DOTTED": re.compile(""), "_has_two_per_cents": yes, "_has_two_saints": yes},
    ),
]


@pytest.mark.parametrize(("rule", "module", "opened"), GATES)
@settings(deadline=None, max_examples=80)
@given(text=ARTICLES)
def test_nothing_is_lost(rule: type[al.Rule[Any]], module: Any, opened: dict[str, Any], text: str) -> None:
    found = find(rule, text)
    with pytest.MonkeyPatch.context() as patch:
        for name, value in opened.items():
            patch.setattr(module, name, value)
        assert find(rule, text) == found


def test_most_articles_are_turned_away_without_their_names() -> None:
    doc = document(
        "Anna Petersen met the council in Oslo. The minister left for Bergen, where Ole Hansen waited.\n\n"
        "Petersen said that nobody in the city had asked for it. In Bergen, the rain went on."
    )
    for rule in (mixed_spelling.MixedSpelling, mixed_capitals.MixedCapitals):
        assert not list(rule(al.NoOptions()).check(doc))
    assert "names" not in vars(doc)
