"""``occurrence``, ``repetition``, ``consistency`` and ``conditional``, key by key, as Vale documents them."""

from __future__ import annotations

from pathlib import Path

from vale.styles import find, said, unsupported, words, write_vocabulary

import articlelint as al
from articlelint.testing import document

COMMAS = "extends: occurrence\nmessage: \"%s commas\"\nscope: sentence\ntoken: ','\n"


def test_more_than_max_in_one_sentence(tmp_path: Path) -> None:
    text = "One, two, three, four. Five, six. Seven, eight, nine, ten.\n"
    found = find(tmp_path, COMMAS + "max: 2\n", text)
    assert [(f.message, f.span.start) for f in found] == [("3 commas", 3), ("3 commas", 39)]


def test_fewer_than_min_in_a_paragraph_stands_at_its_first_word(tmp_path: Path) -> None:
    rule = "extends: occurrence\nmessage: short\nscope: paragraph\ntoken: '\\b\\w+\\b'\nmin: 4\n"
    assert words(tmp_path, rule, "# Two words\n\nOne two three.\n\nOne two three four.\n") == ["One"]
    none = "extends: occurrence\nmessage: no link\nscope: paragraph\ntoken: zebra\nmin: 1\n"
    assert words(tmp_path, none, "One two.\n\nA zebra.\n") == ["One"]


def test_the_case_of_what_is_counted(tmp_path: Path) -> None:
    rule = "extends: occurrence\nmessage: often\nscope: text\ntoken: ferry\nmax: 1\n"
    text = "Ferry, ferry.\n"
    assert words(tmp_path, rule, text) == []
    assert words(tmp_path, rule + "ignorecase: true\n", text) == ["Ferry"]


def test_a_file_that_is_too_long_to_be_raw(tmp_path: Path) -> None:
    rule = "extends: occurrence\nmessage: '%s links'\nscope: raw\ntoken: '\\]\\('\nmax: 1\n"
    assert said(tmp_path, rule, "[a](b)\n\n[c](d) [e](f)\n") == ["3 links"]


def test_limits_that_allow_everything_are_named(tmp_path: Path) -> None:
    assert "neither 'max' nor 'min'" in unsupported(tmp_path, "extends: occurrence\nmessage: m\ntoken: a\n")


TWICE = "extends: repetition\nmessage: \"'%s' is repeated\"\ntokens: ['[^\\s]+']\n"


def test_the_same_word_twice_in_a_row(tmp_path: Path) -> None:
    text = "It is is wet, on on\n\non Monday, the the the end.\n"
    assert words(tmp_path, TWICE, text) == ["is is", "on on", "the the", "the the"]
    assert said(tmp_path, TWICE, "It is is wet.\n") == ["'is' is repeated"]


def test_repetition_in_any_case_of_letters_only_and_but_for_exceptions(tmp_path: Path) -> None:
    assert words(tmp_path, TWICE, "The the end.\n") == []
    assert words(tmp_path, TWICE + "ignorecase: true\n", "The the end.\n") == ["The the"]
    assert words(tmp_path, TWICE, "-- -- no no.\n") == ["-- --"]
    assert words(tmp_path, TWICE + "alpha: true\n", "-- -- no no!\n\nno no thanks\n") == ["no no"]
    assert words(tmp_path, TWICE + "exceptions: [had]\n", "He had had that that.\n") == []
    assert words(tmp_path, TWICE + "exceptions: [had]\n", "He had had that that it.\n") == ["that that"]
    vocabulary = write_vocabulary(tmp_path, "had\n")
    assert words(tmp_path, TWICE, "He had had it.\n", vocabularies=[vocabulary]) == []


def test_max_repetitions_in_a_row(tmp_path: Path) -> None:
    text = "A bad bad day, a very very very bad day.\n"
    assert words(tmp_path, TWICE + "max: 1\n", text) == ["very very"]


def test_code_is_not_repeated(tmp_path: Path) -> None:
    assert words(tmp_path, TWICE, "Type `a` `b` `c` now.\n") == []


EITHER = "extends: consistency\nmessage: \"Inconsistent spelling of '%s'\"\neither:\n"


def test_both_places_of_two_spellings_are_named(tmp_path: Path) -> None:
    rule = EITHER + "  adviser: advisor\n  centre: center\n"
    text = "# The advisor\n\nThe adviser, the advisor.\n\nA centre and an adviser.\n"
    first, second = find(tmp_path, rule, text)
    doc = document(text, suffix=".md")
    assert [doc.slice(f.span) for f in (first, second)] == ["adviser", "adviser"]
    assert first.message == "Inconsistent spelling of 'adviser'"
    (related,) = first.related
    assert (doc.slice(related.span), related.span.start) == ("advisor", 4)
    assert second.related == first.related


def test_one_spelling_is_consistent(tmp_path: Path) -> None:
    assert find(tmp_path, EITHER + "  adviser: advisor\n", "An adviser. Advisors.\n") == []


def test_consistency_of_case_and_of_parts_of_words(tmp_path: Path) -> None:
    text = "Adviser. Some advisor: advisors.\n"
    assert words(tmp_path, EITHER + "  adviser: advisor\n", text) == []
    assert words(tmp_path, EITHER + "  adviser: advisor\nignorecase: true\n", text) == ["advisor"]
    nonword = EITHER + "  dviser: dvisor\nnonword: true\n"
    assert words(tmp_path, nonword, text) == ["dvisor", "dvisor"]


def test_forms_that_begin_alike_are_told_apart(tmp_path: Path) -> None:
    rule = EITHER + "  web: web site\n  cells?: phones?\n"
    assert words(tmp_path, rule, "A web site. A cell, two phones, one cell.\n") == ["phones"]


ACRONYM = (
    "extends: conditional\nmessage: \"'%s' has no definition\"\n"
    "first: '\\b([A-Z]{3,5})\\b'\nsecond: '(?:\\b[A-Z][a-z]+ )+\\(([A-Z]{3,5})\\)'\n"
)


def test_the_first_needs_the_second_in_the_article_so_far(tmp_path: Path) -> None:
    text = "The NATO.\n\nThe WHO: World Health Organization (WHO), the NATO.\n\nThe WHO again.\n"
    assert words(tmp_path, ACRONYM, text) == ["NATO", "NATO"]
    assert said(tmp_path, ACRONYM, "The NATO.\n") == ["'NATO' has no definition"]


def test_a_definition_further_down_is_too_late(tmp_path: Path) -> None:
    text = "The WHO.\n\nThe World Health Organization (WHO) met the WHO.\n"
    assert words(tmp_path, ACRONYM, text) == ["WHO"]


def test_exceptions_to_a_condition(tmp_path: Path) -> None:
    rule = ACRONYM + "exceptions: [NATO]\n"
    vocabulary = write_vocabulary(tmp_path, "BBC\n")
    assert words(tmp_path, rule, "NATO, BBC, ITV.\n", vocabularies=[vocabulary]) == ["ITV"]


def test_a_condition_in_any_case(tmp_path: Path) -> None:
    rule = "extends: conditional\nmessage: '%s'\nfirst: '\\b(who)\\b'\nsecond: '\\((who)\\)'\n"
    text = "The World Health Organization (WHO).\n\nThe who.\n"
    assert words(tmp_path, rule, text) == ["who"]
    assert words(tmp_path, rule + "ignorecase: true\n", text) == []


def test_consistency_in_a_scope(tmp_path: Path) -> None:
    rule = EITHER + "  adviser: advisor\nscope: heading\n"
    assert find(tmp_path, rule, "# The adviser\n\nAn advisor.\n") == []
    (finding,) = find(tmp_path, rule, "# The adviser\n\nAn advisor.\n\n## The advisor\n")
    assert finding.related[0].span == al.Span(4, 11)


def test_a_condition_without_groups_asks_for_the_other_in_the_same_block(tmp_path: Path) -> None:
    rule = "extends: conditional\nmessage: \"'%s' needs a price\"\nfirst: '\\b(ticket|tour)s?\\b'\nsecond: '£\\d+'\n"
    text = "Tickets and a ticket for the tour.\n\nThe tour costs £5.\n\n- A ticket, £3\n- A tour\n"
    assert words(tmp_path, rule, text) == ["ticket", "tour", "tour"]
    grouped = rule.replace("£\\d+", "£(\\d+)")
    assert words(tmp_path, grouped, text) == ["ticket", "tour", "tour", "ticket", "tour"]
