"""Words spelled two ways: their inflections, their dialects, their hyphens, and what is not a variant."""

from __future__ import annotations

import pytest

from articlelint.document import House
from articlelint.model import Safety
from articlelint.testing import document, find, marked
from articlelint_rules.spelling.dialects import uses, written_in
from articlelint_rules.spelling.house_names import HouseNames
from articlelint_rules.spelling.house_spelling import HouseSpelling
from articlelint_rules.spelling.mixed_abbreviation import MixedAbbreviation
from articlelint_rules.spelling.mixed_capitals import MixedCapitals
from articlelint_rules.spelling.mixed_dialect import MixedDialect
from articlelint_rules.spelling.mixed_hyphenation import MixedHyphenation
from articlelint_rules.spelling.mixed_spelling import MixedSpelling
from articlelint_rules.spelling.word_variants import word_families

CASES = [
    (MixedSpelling, "An enquiry began. The enquiry found nothing, and no [[inquiries]] followed."),
    (MixedSpelling, "They walked towards the sea. It ran towards them, and [[toward]] the town."),
    (MixedSpelling, "The 100-metre race was long. It had 90 metres too many, and ten [[meters]] of mud."),
    (MixedSpelling, "He realised it late. She had [[realized]] it first."),
    (MixedSpelling, "The colour faded. A [[colorful]] day. Colours came back."),
    (MixedSpelling, "The centre is busy. The Trade Center is not, and the Lincoln Center is dark."),
    (MixedSpelling, "The story ran on the second storey. He paid by cheque to check the tyre and [[tire]]."),
    (MixedSpelling, "He is licensed. A licence was issued; to practise takes practice."),
    (MixedHyphenation, "A break-up was near. Two [[breakups]] followed. Break-ups hurt."),
    (MixedHyphenation, "Policymakers met. A [[policy maker]] left, said policymakers."),
    (MixedHyphenation, "They had to break up before the breakup."),
    (MixedHyphenation, "He set up the setup every day, and everyday life went on."),
    (MixedHyphenation, "On the weekend it rained. In the week ending in May it did not."),
    (MixedAbbreviation, "The UK left. A UK minister and a [[U.K.]] envoy met."),
    (MixedAbbreviation, "It starts at 5 p.m. and ends at 6 p.m. or at 7 [[pm]] sharp."),
    (MixedAbbreviation, "Dr. Hall met Dr. Lane. Then [[Dr]] Bell came."),
    (MixedAbbreviation, "Give it to us. The US asked. I am here at 5 a.m."),
    (MixedAbbreviation, "The loan is worth US$5 million. U.S. law allows it. The U.S. Treasury agreed."),
    (MixedAbbreviation, "U.S. pilots met. A merger with US Airways was off. US Airways said so in the U.S. press."),
    (MixedAbbreviation, "The fee was paid by U.S. officials. US Airways lost money. A U.S. court agreed with US Airways."),
    (MixedAbbreviation, "The fee was paid by U.S. officials. A U.S. court agreed. [[US]] officials left. [[US]] Navy ships came."),
    (MixedAbbreviation, "The U.S. agreed. The U.S. left. The [[US]] Treasury did not."),
    (MixedAbbreviation, "[[Gen]] Hall left. Gen. Bell and Gen. Lane stayed with Dean"),
    (MixedSpelling, "The show was canceled. The cancellation came late."),
    (MixedHyphenation, "They co‑operate. They co-operate, and so do we. We [[cooperate]]."),
    (MixedDialect, "The colour of the theatre in the centre is grey. The draft animal welfare bill is out."),
    (MixedDialect, "The colour of the theatre in the centre is grey. A [[draft]] horse pulled it."),
    (MixedCapitals, "The Northern Fleet sailed. A ship of the [[Northern fleet]] sank. The Northern Fleet said so."),
    (MixedCapitals, "He met Citizenship and Immigration Services. He has U.S. citizenship. The U.S. Citizenship and Immigration Services said so."),
]  # fmt: skip


@pytest.mark.parametrize(("rule", "text"), CASES)
def test_cases(rule: type, text: str) -> None:
    plain, spans = marked(text)
    assert [f.span for f in find(rule, plain)] == spans


BRITISH = "The centre is grey. The theatre is near the harbour. Our neighbours honour labour."


@pytest.mark.parametrize(
    ("text", "dialect"),
    [
        (BRITISH, "en-GB"),
        ("The center is gray. The theater is near the harbor. Our neighbors honor labor.", "en-US"),
        ("The centre is gray. The theater is near the harbour.", ""),
        ("The Department of Defense and the Labor Party met at Lincoln Center in Pearl Harbor.", ""),
    ],
)
def test_the_dialect_is_what_nearly_all_words_speak_for(text: str, dialect: str) -> None:
    assert written_in(uses(word_families(document(text)).values())) == dialect


def test_a_quotation_keeps_its_dialect() -> None:
    assert not find(MixedDialect, f"{BRITISH} “We favor color,” she said.")


def test_the_house_dialect_makes_the_fix_safe_and_silences_mixed_spelling() -> None:
    house = House(dialect="en-GB")
    text = "The colour faded. The color came back. Color is all."
    findings = find(MixedDialect, text, house=house)
    assert [f.fix.safety for f in findings if f.fix] == [Safety.SAFE, Safety.SAFE]
    assert findings[1].fix is not None
    assert findings[1].fix.edits[0].text == "Colour"
    assert not find(MixedSpelling, text, house=house)


def test_the_house_decides_spellings_and_names() -> None:
    house = House(spelling={"Kyiv": ("Kiev",)}, names=("Volodymyr Zelensky",))
    text = "Volodymyr Zelenskiy was in Kiev. “In Kiev,” he said."
    spellings = find(HouseSpelling, text, house=house)
    assert [(f.span.start, f.fix is None) for f in spellings] == [(27, False), (37, True)]
    (name,) = find(HouseNames, text, house=house)
    assert name.message == (
        "“Zelenskiy” is nearly “Zelensky”, as the house spells Volodymyr Zelensky: write “Zelensky”"
    )


@pytest.mark.parametrize(
    "text", ["Olena Zelenska spoke.", "Zelensky spoke.", "Volodymyr Kuleba spoke.", "The selenium was gone."]
)
def test_another_name_is_no_near_miss(text: str) -> None:
    assert not find(HouseNames, text, house=House(names=("Volodymyr Zelensky",)))


def test_the_house_settles_which_spelling_is_reported() -> None:
    house = House(spelling={"protestor": ("protester",), "Kyiv": ("Kiev",)})
    text = "Two protesters came. Protesters fled. One protestor stayed in Kyiv. It snows there. Trains to Kyyiv are slow, as ever. They like Kyyiv."
    findings = find(MixedSpelling, text, house=house)
    assert [text[f.span.start : f.span.end] for f in findings] == [
        "protesters",
        "Protesters",
        "Kyyiv",
        "Kyyiv",
    ]
    assert all(f.fix is not None and f.fix.safety is Safety.SAFE for f in findings)


def test_a_name_on_the_house_list_is_left_to_its_own_rule() -> None:
    house = House(names=("Volodymyr Zelensky",))
    text = "Zelenskyy spoke. Zelenskyy left. Nobody saw Zelensky."
    assert not find(MixedSpelling, text, house=house)
    assert len(find(HouseNames, text, house=house)) == 2


def test_a_long_row_of_digits_takes_no_longer_than_its_length() -> None:
    assert not find(MixedAbbreviation, "1" * 200_000)
