"""Dialects: what each house accepts, which article is in which, and words whose other senses are left alone."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from articlelint.document import House
from articlelint.findings.fixes import apply_edits
from articlelint.model import Safety
from articlelint.testing import find, marked
from articlelint_rules.spelling.mixed_dialect import MixedDialect
from articlelint_rules.spelling.mixed_spelling import MixedSpelling
from articlelint_rules.spelling.tables import words
from articlelint_rules.spelling.word_senses import SENSES

BRITISH = "The centre is grey. The theatre is near the harbour. Our neighbours honour labour."
AMERICAN = "The center is gray. The theater is near the harbor. Our neighbors honor labor."

# What a British house changes, and what it leaves: the other sense of the same word.
SENSES_IN_BRITAIN = (
    """
She wrote a [[check]] for $500.
He paid by [[check]], not in cash.
Thieves cashed the [[checks]] at night.
A signed, blank [[check]] lay there, and a [[checkbook]].
Reporters check the facts.
A background check found nothing.
Write a check for null values in the code.
The police check every car, and two checks failed.
She changed a flat [[tire]] in the rain.
He bought four new [[tires]].
The [[tire]] tracks led to the river.
They tire of waiting.
Children tire easily, and so do dogs.
The TV [[program]] was dull.
The government's housing [[program]] ended in May.
The computer program crashed.
Engineers program the robot by hand.
She writes code, and the program runs.
They live in a two-[[story]] house.
The tower is twelve [[stories]] high.
The boy fell three [[stories]].
He told a story about a house.
Three stories in the paper were wrong.
The taxi stopped at the [[curb]].
A van mounted the [[curb]].
The law is a curb on spending.
The aim is to curb crime.
Two [[draft]] horses pulled the cart.
A cold [[draft]] came through the door.
The first draft of the treaty was leaked.
He lost his driver's [[license]].
The council issued a [[license]].
The council will license the club.
She hopes to [[practice]] law in Leeds.
They [[practice]] every day.
The practice of law is hard.
From theory to practice is a long way.
The wall is ten [[meters]] long.
A 100-[[meter]] race was run.
The parking meter was broken.
The gas meters were read.
The price has [[skyrocketed]] again.
""".replace("[[skyrocketed]]", "skyrocketed")
    .strip()
    .splitlines()
)


@pytest.mark.parametrize("text", SENSES_IN_BRITAIN)
def test_a_word_with_other_senses_is_judged_where_the_sense_is_clear(text: str) -> None:
    plain, spans = marked(text)
    assert [f.span for f in find(MixedDialect, plain, house=House(dialect="en-GB"))] == spans


# What each house changes: the rest of the sentence is right there.
HOUSES = [
    (
        "en-US",
        "The [[colour]] of a [[tyre]], a [[cheque]], a [[programme]], the third [[storey]], a [[kerb]].",
    ),
    ("en-US", "She [[practises]] law with a [[licence]]. The [[licence]] was in the [[draughty]] [[gaol]]."),
    ("en-US", "They shipped 40 [[tonnes]] of [[mould]] from a [[ploughed]] field."),
    ("en-US", "The color of a tire, a check, a program, a curb, a license, the gray jail, the catalog."),
    (
        "en-GB",
        "The [[color]] of the [[gray]] [[catalog]]. The [[defense]] was [[skeptical]] of the [[mold]].",
    ),
    ("en-GB", "They organize it, or organise it. The jail is dark. It weighs two tonnes, or tons."),
    (
        "en-CA",
        "The colour of the centre, a cheque for $5, a flat tire, a curb, the aluminum door, to organize.",
    ),
    (
        "en-CA",
        "The [[color]] of the [[center]], a [[tyre]], an [[aluminium]] door, to [[organise]] a [[kerb]].",
    ),
    ("en-AU", "The colour of the centre, a tyre, a TV program, the kerb, to organise a licence."),
    ("en-AU", "The [[color]] of the [[center]], a flat [[tire]], to [[organize]] the defence of the jail."),
]


@pytest.mark.parametrize(("dialect", "text"), HOUSES)
def test_each_house_has_its_own_mix(dialect: str, text: str) -> None:
    plain, spans = marked(text)
    findings = find(MixedDialect, plain, house=House(dialect=dialect))
    assert [plain[f.span.start : f.span.end] for f in findings] == [plain[s.start : s.end] for s in spans]
    assert all(f.fix is not None and f.fix.safety is Safety.SAFE for f in findings)


# Without a house's dialect, the article's own.
STRAYS = [
    (BRITISH, "He changed a flat [[tire]]."),
    (BRITISH, "The [[program]] aired on Sunday."),
    (AMERICAN, "He changed a flat [[tyre]]."),
    (AMERICAN, "The ship carries 500 [[tonnes]] of rye."),
    (AMERICAN, "A man paid by [[cheque]]."),
    (BRITISH, "The Department of Defense and the World Health Organization agreed."),
    (BRITISH, "Center for Rural Research staff stayed. Lincoln Center was dark."),
    (BRITISH, "They met the Secretary of Defense. Defense was silent."),
    (BRITISH, "Canada's prime minister changed a flat tire."),
    (AMERICAN, "Officials of the Labour Party came. Labour’s leader did not."),
    (BRITISH, "“My favorite color is gray,” she said."),
]


@pytest.mark.parametrize(("article", "text"), STRAYS)
def test_a_stray_stands_out_from_the_article(article: str, text: str) -> None:
    plain, spans = marked(f"{article} {text}")
    findings = find(MixedDialect, plain)
    assert [f.span for f in findings] == spans
    assert all(f.related[0].span.start < len(article) for f in findings)


def test_the_message_says_whose_word_it_is_and_why() -> None:
    (finding,) = find(MixedDialect, f"{BRITISH} He changed a flat tire.")
    assert finding.message == (
        "“tire” (1) is American and the article is otherwise British (“centre” and “grey”): write “tyre”"
    )
    (finding,) = find(MixedDialect, "A flat tire.", house=House(dialect="en-GB"))
    assert finding.message == "“tire” (1) is American and the house writes British English: write “tyre”"


@pytest.mark.parametrize(
    "text",
    [
        "They sold 300 tonnes of rye and 90 tonnes of oats, and gave 20 [[tons]] away.",
        "They sold 300 tonnes of rye (331 tons), and 20 tons of oats.",
        "They sold 300 tonnes of rye. It took tons of paper.",
        "They sold 300 tonnes of rye. “We gave 20 tons away,” he said.",
    ],
)
def test_tonnes_and_tons_are_two_weights(text: str) -> None:
    plain, spans = marked(text)
    assert [f.span for f in find(MixedDialect, plain)] == spans


@pytest.mark.parametrize(
    "text",
    [
        "A cheque came. The bank cashed the cheque. He wrote a [[check]] for $20 and left.",
        "The tyre burst. They fitted new tyres, and an old [[tire]] as a spare.",
        "The licence was issued. One licence was lost, and his driver's [[license]] too.",
        "It is OK to leave. Nobody thought that it was OK to stay, but it was [[okay]].",
        "Okay, it is late. It is OK to leave.",
        "Prices moved upwards. They crept upwards in May, and [[upward]] in June.",
        "Prices moved upwards, in an upward trend. Upward of fifty were sold.",
        "A tower ten metres high fell. It was four metres wide, and the gas meter broke.",
        "The story is about a house on the third storey.",
    ],
)
def test_one_word_spelled_two_ways_in_the_same_sense(text: str) -> None:
    plain, spans = marked(text)
    assert [f.span for f in find(MixedSpelling, plain)] == spans


def test_every_word_with_senses_has_another_spelling() -> None:
    assert SENSES.keys() <= words().keys()


ROWS = sorted({row for rows in words().values() for row in rows.split("|")})


@settings(deadline=None, max_examples=60)
@given(st.sampled_from(ROWS), st.sampled_from(["en-US", "en-GB", "en-CA", "en-AU"]))
def test_what_a_house_writes_instead_it_accepts(row: str, dialect: str) -> None:
    first, second, _ = row.split(" ")
    house = House(dialect=dialect)
    text = f"They saw the {first} there. They saw the {second} there."
    findings = find(MixedDialect, text, house=house)
    fixed = apply_edits(text, [f.fix for f in findings if f.fix is not None])
    assert not find(MixedDialect, fixed, house=house)
