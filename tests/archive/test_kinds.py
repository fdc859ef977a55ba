"""The kinds of choices: what is found in an article, and that nothing is read for it."""

from __future__ import annotations

import pytest

from articlelint.document import Document
from articlelint.markup import parser_for
from articlelint.plugins.loading import load_archive_kinds


class NoReader:
    """Fails when it is asked."""

    def read(self, requests: object) -> object:
        pytest.fail("the reader was asked")


def found(kind: str, text: str, suffix: str = ".txt") -> set[tuple[str, str]]:
    """The keys and forms of a kind in a text; the places have the forms, in any case where form is a style."""
    markup = parser_for(suffix).parse(text)
    document = Document(markup.text, markup.blocks, reader=NoReader())  # type: ignore[arg-type]
    places = list(load_archive_kinds()[kind][1].find(document))
    assert all(0 <= place.span.start <= place.span.end <= len(document.text) for place in places)
    return {(place.key, place.form) for place in places}


@pytest.mark.parametrize(
    ("kind", "text", "expected"),
    [
        (
            "abbreviation",
            "The U.N. met Mr. Hall and Ms Berg of the EU at 5 p.m. on Sunday.",
            {("UN", "U.N."), ("EU", "EU"), ("title Mr", "Mr."), ("title Ms", "Ms"), ("time p", "p.m.")},
        ),
        ("abbreviation", "A UN envoy’s car. GOV.UK is a site. “US$5”", {("UN", "UN")}),
        ("percent", "It rose 5% and fell by 3 per cent, then five percent.", {("percent", "%"), ("percent", "per cent")}),
        (
            "capitals",
            "He saw the Supreme Court rule. She took it to the supreme court and the Champions league.",
            {("supreme court", "Supreme Court"), ("supreme court", "supreme court"), ("champions league", "Champions league")},
        ),
        (
            "capitals",
            "He said the Government would use the internet. Then the government did.",
            {("the government", "Government"), ("the government", "government"), ("the internet", "internet")},
        ),
        (
            "date",
            "On 4 January 2020 and on Feb. 5th they met, as in the 1990s and the 1980's.",
            {
                ("day and month", "5 June"), ("month January", "January"), ("day and month", "June 5th"),
                ("month February", "Feb."), ("decade", "1990s"), ("decade", "1990's"),
            },
        ),
        ("date", "In May 2020 they marched. Chapter 5 may follow.", set()),
        (
            "dialect",
            "The centre was full. Labour costs rose in the theatre. The colour is grey.",
            {("dialect", "en-GB")},
        ),
        ("dialect", "The colour is gray.", set()),
        (
            "hyphenation",
            "An e-mail to the lawmakers, not a law maker. Well-being matters, wellbeing too.",
            {
                ("email", "e-mail"), ("lawmakers", "lawmakers"), ("lawmaker", "law maker"),
                ("wellbeing", "well-being"), ("wellbeing", "wellbeing"),
            },
        ),
        ("hyphenation", "He will re-sign. They broke up. It was long ago.", set()),
        (
            "number",
            "Two people and 3 dogs saw 1,000 cars, 2000 vans and twelve boats. It cost 5m and 3 million.",
            {
                ("2 to 9", "in words"), ("2 to 9", "in figures"), ("thousands", "1,000"), ("thousands", "1000"),
                ("10 to 99", "in words"), ("million", "5m"), ("million", "5 million"),
            },
        ),
        ("number", "In 2020 he ran 5 miles in 3 hours at the age of 9.", set()),
        (
            "quote-marks",
            "He wrote it. “It rained all day,” she said. It didn’t stop.",
            {("marks", "curly “”"), ("speech", "double"), ("apostrophe", "curly ’")},
        ),
        ("place", "He flew to Kiev and to Kyiv, and on to Bombay.", {("kyiv", "Kiev"), ("kyiv", "Kyiv"), ("mumbai", "Bombay")}),
        (
            "title",
            "The mayor met President Emmanuel Macron. In the hall President Macron spoke.",
            {("emmanuel macron", "President")},
        ),
        ("first-name", "They met Katherine Hepburn.", {("katerine hepburn", "Katherine")}),
        ("word", "The colour of the center.", {("color/colour", "colour"), ("center/centre", "center")}),
        ("word", "He wrote a check for $500.", set()),
    ],
)  # fmt: skip
def test_what_is_found(kind: str, text: str, expected: set[tuple[str, str]]) -> None:
    assert found(kind, text) == expected


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("# Why the bridge closed in the rain\n\nIt broke.", "sentence"),
        ("# Why The Bridge Closed Again Early\n\nIt broke.", "title"),
        ("# BRIDGE CLOSED IN THE RAIN\n\nIt broke.", "capitals"),
    ],
)
def test_headline_case(text: str, form: str) -> None:
    assert found("headline-case", text, ".md") == {("headline", form)}


def test_forms_of_one_name_have_one_key() -> None:
    keys = {
        key
        for form in ("Zelensky", "Zelenskiy", "Zelenskyy")
        for key, _ in found("surname", f"They met Volodymyr {form} there.")
    }
    assert len(keys) == 1
    assert {key for key, _ in found("name", "They met Volodymyr Zelensky, not Volodymyr Zelenskiy.")} == {
        next(iter(found("name", "They met Volodymyr Zelensky there.")))[0]
    }


def test_two_people_with_like_names_stay_two() -> None:
    found_names = found("surname", "They met John Smith and Adam Smyth. There Mr Smyth spoke.")
    keys = {form: {key for key, other in found_names if other == form} for form in ("Smith", "Smyth")}
    assert keys["Smith"] == {"smit first=john"}
    assert keys["Smyth"] == {"smit first=adam"}


def test_a_surname_alone_belongs_to_the_first_name_of_the_article() -> None:
    alone = "They met Chancellor Merkel there. The crowd cheered Merkel."
    assert found("surname", alone) == {("merkel title=chancellor", "Merkel")}
    named = "They met Angela Merkel there. The crowd cheered Merkel."
    assert found("surname", named) == {("merkel first=angela", "Merkel")}
    # Of two with one surname, neither is meant for sure.
    two = "They met Hillary Clinton and Bill Clinton. The crowd cheered Clinton."
    assert found("surname", two) == {
        ("klinton first=hillary", "Clinton"),
        ("klinton first=bill", "Clinton"),
    }


def test_apostrophes_are_no_part_of_a_form() -> None:
    assert found("name", "They met Sean O’Neill there.") == found("name", "They met Sean O'Neill there.")
