"""What holds of every article: order and repetition change nothing, fixes leave nothing, work is linear."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from steps import steps

import articlelint as al
from articlelint.findings.fixes import apply_edits
from articlelint.testing import find
from articlelint_rules import articlelint_rules, spelling
from articlelint_rules.spelling.distance import distance, one_slip
from articlelint_rules.spelling.mixed_spelling import MixedSpelling
from articlelint_rules.spelling.phonetic import phonetic_form
from articlelint_rules.spelling.similarity import similarity
from articlelint_rules.spelling.tables import words

RULES = [rule for rule in articlelint_rules() if rule.category() == "spelling"]
PARAGRAPHS = st.lists(
    st.sampled_from(
        [
            "They met Podoliak in Kyiv on Monday.",
            "Nobody had seen Podolyak in Kiev before.",
            "Aides of Viktor Orbán left, and so did Viktor Orban.",
            "A protester in grey was held; protestors in gray were not.",
            "The well-being of the staff, or their wellbeing, is in danger.",
            "The U.N. met the UN near the Group of seven.",
            "Most of the Group of Seven went towards the centre.",
            "It went toward the center of Zaporizhzhia and of Zaporozhye.",
            "A programme about tyres was on television; he wrote a cheque for $500.",
            "The housing program ended. She changed a flat tire and paid by check.",
            "The software runs a program, upwards of ten metres long, and it is OK.",
            "It moved upward, 20 meters at once, and nobody thought it was okay to co-operate.",
            "Their cooperation is 20 tonnes heavier; the U.S. gave 30 tons.",
            "Nothing happened at all.",
        ]
    ),
    min_size=1,
    max_size=8,
)
NAMES = st.text("abcdefghijklmnopqrstuvwxyzéøßł’-", min_size=1, max_size=12).map(str.capitalize)


def disagreements(text: str) -> set[frozenset[str]]:
    """The pairs of spellings that are reported, whichever of the two is at fault."""
    return {
        frozenset((text[f.span.start : f.span.end].lower(), text[r.span.start : r.span.end].lower()))
        for f in find(MixedSpelling, text)
        for r in f.related
    }


@settings(deadline=None, max_examples=60)
@given(PARAGRAPHS, st.randoms(use_true_random=False))
def test_the_order_of_paragraphs_does_not_matter(paragraphs: list[str], random: Any) -> None:
    shuffled = list(paragraphs)
    random.shuffle(shuffled)
    assert disagreements("\n\n".join(paragraphs)) == disagreements("\n\n".join(shuffled))


@settings(deadline=None, max_examples=60)
@given(PARAGRAPHS)
def test_repetition_does_not_matter(paragraphs: list[str]) -> None:
    once = "\n\n".join(paragraphs)
    assert disagreements(once) == disagreements(f"{once}\n\n{once}")


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.meta.name)
@settings(deadline=None, max_examples=40)
@given(paragraphs=PARAGRAPHS)
def test_fixes_leave_nothing(rule: type[al.Rule[Any]], paragraphs: list[str]) -> None:
    text = "\n\n".join(paragraphs)
    findings = find(rule, text)
    for finding in findings:
        assert 0 <= finding.span.start < finding.span.end <= len(text)
    fixed = apply_edits(text, [f.fix for f in findings if f.fix is not None])
    assert not [f for f in find(rule, fixed) if f.fix is not None]


@settings(deadline=None, max_examples=200)
@given(NAMES, NAMES)
def test_similarity_is_symmetric(a: str, b: str) -> None:
    assert similarity(a, b) == pytest.approx(similarity(b, a))
    assert distance(a, b) == pytest.approx(distance(b, a))
    assert one_slip(a, b) == one_slip(b, a)
    assert similarity(a, a) == 0
    assert distance(a, a) == 0


@settings(deadline=None, max_examples=200)
@given(st.text("abcdefghiklmnoprstuvz", min_size=5, max_size=12), st.data())
def test_one_slip_shares_a_key(name: str, data: st.DataObject) -> None:
    at = data.draw(st.integers(1, len(name) - 2))
    swapped = name[:at] + name[at + 1] + name[at] + name[at + 2 :]
    lost = name[:at] + name[at + 1 :]
    changed = f"{name[:at]}x{name[at + 1 :]}"
    for slip in (swapped, lost, changed):
        if slip != name:
            assert one_slip(name, slip)
            keys = set(phonetic_form(name).lookup_keys)
            assert not keys.isdisjoint(phonetic_form(slip).lookup_keys)


def test_the_work_is_linear() -> None:
    def name(number: int) -> str:
        syllables = ("ka", "zhen", "mi", "dor", "sta", "lu", "rov", "bek")
        return "".join(syllables[number >> 3 * i & 7] for i in range(4)).capitalize()

    def work(copies: int) -> int:
        text = "\n\n".join(f"They met {name(i)} and {name(i + 7)} there." for i in range(copies))
        return steps(lambda: find(MixedSpelling, text))

    assert work(1600) < 32 * work(200), "eight times the text; quadratic work would take 64 times as long"


def test_the_work_is_linear_where_all_names_are_alike() -> None:
    name = "Podolyakovychenko"
    slips = [
        f"{name[:at]}{letter}{name[at:]}" for at in range(3, 17) for letter in "abcdefghijklmnopqrstuvwxyz"
    ]

    def work(copies: int) -> int:
        text = f"They met {name}. " + " ".join(f"They met {slip} there." for slip in slips[:copies])
        similarity.cache_clear()  # each measure begins anew
        return steps(lambda: find(MixedSpelling, text))

    # Looking through all spellings of a name for each of them would make it 6 times the work.
    assert work(360) < 5 * work(90), "four times the text"


def test_a_word_that_never_ends_is_no_name() -> None:
    assert not find(MixedSpelling, f"They met A{'a' * 20_000} and A{'a' * 20_001} there.")


def test_the_tables_are_small() -> None:
    tables = [words().path, al.places.PLACES.path]
    assert sum(path.stat().st_size for path in tables) < 2_000_000
    assert words()["colour"]
    assert al.places.place_of("kiev") == "kyiv"
    assert al.places.place_of("kie") == ""


def test_every_rule_is_registered() -> None:
    assert len(RULES) == len(spelling.RULES)
