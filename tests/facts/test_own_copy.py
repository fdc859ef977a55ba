"""What a fact checker's own copy has shown: absurd numbers, weights in stones, messages in plain numbers."""

from __future__ import annotations

from articlelint.testing import find
from articlelint_rules.facts.altered_quote import AlteredQuote
from articlelint_rules.facts.conflicting_figure import ConflictingFigure
from articlelint_rules.facts.impossible_date import ImpossibleDate
from articlelint_rules.facts.percent_arithmetic import PercentArithmetic
from articlelint_rules.facts.unit_conversion import UnitConversion
from articlelint_rules.facts.weekday_date import WeekdayDate


def test_figures_of_many_digits_are_no_numbers() -> None:
    """Python does not read integers of more than 4,300 digits, and floats not more than 308."""
    for digits in (31, 400, 5000):
        number = "9" * digits
        text = f"It is {number} miles (1 km) away, on the {number}th day. Fares rose 5% from {number} to 5."
        for rule in (UnitConversion, PercentArithmetic, ImpossibleDate):
            assert not find(rule, text), (rule, digits)


def test_numbers_in_messages_are_written_out() -> None:
    """No newspaper writes 1.2e+03."""
    (finding,) = find(UnitConversion, "The ship is 366 metres (1,020ft) long.")
    assert finding.message == "“366 metres” is about 1,200 ft, not 1,020ft: check which number is right"
    (finding,) = find(UnitConversion, "He is 1.85m (5ft 9in) tall.")
    assert "“1.85m” is about 6.07 feet, not 5ft 9in" in finding.message
    (finding,) = find(PercentArithmetic, "Fares went from 4 to 60, a rise of 20 per cent.")
    assert "4 to 60 is a rise of 1,400 per cent" in finding.message


def test_weights_and_distances_in_several_units() -> None:
    """The pounds after the stones are no weight of their own."""
    assert not find(UnitConversion, "He weighs 9st 13lb (63kg), she 12 stone (76kg) or 10st (64kg).")
    assert not find(UnitConversion, "It is run over 2 miles 1 furlong 30 yards (3.4 km) and 1st 7lb (9.5kg).")
    assert find(UnitConversion, "He weighs 11st 5lb (92kg).")
    assert not find(
        UnitConversion, "She is 6 feet, 2 inches (1.88 meters). He was 7 pounds, 6 ounces (3.35kg)."
    )


def test_a_quotation_in_a_message_ends_with_the_same_word() -> None:
    """Of two parts that differ as little, the one with the last word is what the headline copied."""
    text = "# ‘We ask for help every night’\n\nIt rained. “We ask for help every single night,” he said."
    (finding,) = find(AlteredQuote, text, suffix=".md")
    assert "“We ask for help every single night” in the text" in finding.message


def test_a_paragraph_of_many_figures_is_read_in_part() -> None:
    """A list of results in one paragraph must not take a second for each hundred."""
    text = " ".join(f"{number} people were killed in Tarn." for number in range(4, 1500))
    assert not find(ConflictingFigure, f"# Three killed in blast\n\n{text}", suffix=".md")


def test_a_date_before_our_calendar_is_no_date_of_an_article() -> None:
    """Some programs write 0001-01-01 for "none"."""
    assert not find(WeekdayDate, "---\ndate: 0001-01-01\n---\n\nIt sails on Monday, May 5.", suffix=".md")
