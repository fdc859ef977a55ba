"""Entries of the kind ``term``: whole words, inflected for the editor, the suggestion with them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articlelint_house.inflect import Ending, bases, inflected


def term(avoid: str, use: str = "", more: str = "") -> str:
    return f'[[term]]\nid = "it"\navoid = "{avoid}"\n' + (f'use = "{use}"\n' if use else "") + more


@pytest.mark.parametrize(
    ("avoid", "use", "marked", "fixed"),
    [
        (
            "utilize",
            "use",
            "They [[utilized]] it and are [[utilizing]] more.",
            "They used it and are using more.",
        ),
        ("utilize", "use", "She [[utilizes]] it.", "She uses it."),
        ("pass away", "die", "He [[passed away]]; all [[pass away]].", "He died; all die."),
        (
            "fireman",
            "firefighter",
            "Two [[firemen]] and a [[fireman]]'s hat.",
            "Two firefighters and a firefighter's hat.",
        ),
        (
            "Web site",
            "website",
            "The [[Web sites]] and the [[WEB SITE]] closed.",
            "The websites and the WEBSITE closed.",
        ),
        ("city", "town", "Two [[cities]], the [[city]]’s gate.", "Two towns, the town’s gate."),
        ("child", "kid", "[[Children]] came.", "Kids came."),
        (
            "purchase",
            "buy",
            "She has [[purchased]] it, as he is [[purchasing]] two.",
            "She has bought it, as he is buying two.",
        ),
        ("Internet", "internet", "The [[Internet]]'s end.", "The internet's end."),
        (
            "24/7",
            "all day",
            "It is open [[24/7]]. They sail [[24/7]].",
            "It is open all day. They sail all day.",
        ),
    ],
)
def test_the_suggestion_takes_the_form_of_what_it_replaces(report, avoid, use, marked, fixed) -> None:
    plain = marked.replace("[[", "").replace("]]", "")
    found = report(term(avoid, use), plain)
    assert (found.marked, found.fixed) == (marked, fixed)


@pytest.mark.parametrize(
    ("avoid", "text"),
    [
        ("new", "The news was good."),
        ("wed", "The wedding was long."),
        ("find", "They founded a firm."),
        ("Kiev", "Kievan history."),
        ("custom", "The customs officer left."),
        ("utilize", "The utilization was low."),
        ("adviser to", "He is an adviser\n\nto nobody, as he says."),
        ("it", "Its end."),
    ],
)
def test_another_word_is_no_form_of_the_term(report, avoid: str, text: str) -> None:
    assert report(term(avoid, "x"), text).messages == []


def test_where_the_form_is_not_certain_only_the_word_is_named(report) -> None:
    found = report(term("arrest", "begin or take"), "He arrested her.")
    assert found.messages == ["“arrested” is not house style: write a form of “begin or take”"]
    assert found.fixed == "He arrested her."


def test_inflection_can_be_turned_off(report) -> None:
    pack = term("utilize", "use", "inflect = false\n")
    assert report(pack, "They utilized it; now utilize it.").marked == "They utilized it; now [[utilize]] it."


def test_a_form_as_it_stands_comes_before_an_inflected_one(report) -> None:
    pack = (
        term("data", "facts")
        + '[[term]]\navoid = "datum"\nuse = "fact"\n[[term]]\navoid = "passed"\nuse = "went"\n'
    )
    assert report(pack, "The data passed.").fixed == "The facts went."


@pytest.mark.parametrize(
    "marked",
    [
        "It is on the [[Internet]], in [[Internet]] time.",
        "Internet users came. “Internet users came.”",
        "He runs Internet Explorer, he says. The Open Internet law; the Internet of Things.",
        "I saw: Internet for all.",
    ],
)
def test_a_capital_that_has_another_reason_stays(report, marked: str) -> None:
    pack = term("Internet", "internet", 'scope = "everywhere"\n')
    assert report(pack, marked.replace("[[", "").replace("]]", "")).marked == marked


def test_a_common_word_with_a_capital_inside_a_sentence_is_part_of_a_name(report) -> None:
    text = "He uses Google Drive. Drive on: Drive safely. DRIVE! “Drive,” he drives."
    marked = report(term("drive", "steer", 'scope = "everywhere"\n'), text).marked
    assert marked == (
        "He uses Google Drive. [[Drive]] on: [[Drive]] safely. [[DRIVE]]! “[[Drive]],” he [[drives]]."
    )


def test_of_two_that_overlap_the_longer_is_reported(report) -> None:
    pack = '[[term]]\navoid = "prime minister"\n[[term]]\navoid = "minister"\n'
    assert (
        report(pack, "The prime minister met a minister.").marked
        == "The [[prime minister]] met a [[minister]]."
    )


@given(
    st.sampled_from("use buy begin stop marry city fireman church go die hope agree".split()),
    st.sampled_from(Ending),
)
def test_a_form_leads_back_to_its_word(word: str, ending: Ending) -> None:
    form = inflected(word, ending, verb=word != "fireman", participle=True)
    assert not form or (word, ending) in bases(form)


@given(st.text(max_size=12))
def test_any_word_has_itself_as_its_first_base(word: str) -> None:
    assert bases(word.lower())[0] == (word.lower(), Ending.NONE)
