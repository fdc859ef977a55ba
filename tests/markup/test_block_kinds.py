"""Kinds of blocks by their words: as much what they are not, for a wrong kind silences rules."""

from __future__ import annotations

import pytest
from markup.checks import shown

from articlelint.markup.credits import is_byline, is_byline_near_top, is_caption, is_dateline
from articlelint.markup.line_kinds import is_breadcrumb, is_ticker, is_timestamp

BODY = "The council voted on Tuesday to close the old swimming pool at the end of the summer."
MORE = "Swimmers said that they would go on using it until the doors were locked for good."


def kinds(*blocks: str, suffix: str = ".txt") -> list[str]:
    return [kind for kind, _ in shown("\n\n".join(blocks), suffix)]


@pytest.mark.parametrize(
    "text",
    [
        *(
            "By Jane Doe",
            "By Jane Doe, Political Editor",
            "BY JANE DOE",
            "By Jane Doe and Sam Roe",
            "By Reuters",
        ),
        *("By J.K. van der Berg in Paris", "Words by Ann Lee", "By Jane Doe | 3 March 2024"),
        *(
            "By Sinéad O’Connor for the Post",
            "(Reporting by Ann Lee; Editing by Bo Li)",
            "By Jean-Luc Picard",
        ),
    ],
)
def test_bylines(text: str) -> None:
    assert is_byline(text)


@pytest.mark.parametrize(
    "text",
    [
        *("By plane", "By the sea", "By Design", "By Monday the river had risen.", "By New York standards"),
        *("By Christmas Eve the shops were empty", "By John Major standards this was bold.", "Jane Doe"),
    ],
)
def test_no_bylines(text: str) -> None:
    assert not is_byline(text)


def test_bylines_near_the_top() -> None:
    assert is_byline_near_top("Jane Doe in Paris")
    assert is_byline_near_top("Jane Doe, political editor")
    assert not is_byline_near_top("Jane Doe in paris, where it rained.")
    assert kinds("Pool to close", "Jane Doe in Paris", BODY) == ["headline", "byline", "paragraph"]
    assert kinds("Pool to close", BODY, MORE, "Jane Doe in Paris", MORE)[3] == "crosshead"


@pytest.mark.parametrize(
    "text",
    [
        *("LONDON, March 3", "March 3, 2024", "3 March 2024", "Monday, 3 March 2024", "WASHINGTON (AP) —"),
        *("Published: 3 March 2024 10:30 GMT", "KYIV, Ukraine, March 3 (Reuters) -", "Updated 3 March 2024"),
    ],
)
def test_datelines(text: str) -> None:
    assert is_dateline(text)


@pytest.mark.parametrize(
    "text", ["MAIDEN SPEECH", "LONDON", "London", "May 5 was a fine day", "LONDON, March 3 — The pool shut."]
)
def test_no_datelines(text: str) -> None:
    assert not is_dateline(text)


@pytest.mark.parametrize(
    "text",
    [
        *("Photo: Jane Doe", "(AP Photo/Jane Doe)", "Image: NASA", "Jane Doe / Getty", "Credit: Sam Roe"),
        *("A fisherman mends nets on Monday. (AP Photo/Jane Doe)", "A boat. Jane Doe/Getty Images"),
        *("Photo by Sam Roe", "Figure 3. The boat", "The quay. Photograph: Sam Roe/Reuters"),
    ],
)
def test_captions(text: str) -> None:
    assert is_caption(text)


@pytest.mark.parametrize(
    "text",
    [
        *("Picture this: a boat", "Table 3 shows that boats sink.", "Image is everything."),
        *("He wrote on 3/4/2024.", "The photo shows a boat.", "Growth slowed, the bank said. (Reuters)"),
    ],
)
def test_no_captions(text: str) -> None:
    assert not is_caption(text)


def test_headlines() -> None:
    assert kinds("Pool to close after vote", BODY) == ["headline", "paragraph"]
    assert kinds("Mayor Closes Pool, Opens Another One.", BODY)[0] == "headline"
    assert kinds("Will the pool close?", BODY)[0] == "headline"
    assert kinds("Pool to close", "By Jane Doe", BODY) == ["headline", "byline", "paragraph"]
    assert kinds("LONDON, March 3", "Pool to close", BODY)[1] == "headline"


def test_no_headlines() -> None:
    assert kinds("The pool will close.") == ["paragraph"]
    assert kinds("The pool will close at the end of the summer") == ["paragraph"]
    assert kinds("The pool will close.", BODY)[0] == "paragraph"
    assert kinds("Jane Doe and Richard Roe were here yesterday.", BODY)[0] == "paragraph"
    assert (
        kinds(BODY.rstrip(".") + ", and that of all things in the driest year since 1976", MORE)[0]
        == "paragraph"
    )
    assert kinds("they met in the pool", BODY)[0] == "paragraph"
    assert kinds("In other news:", BODY)[0] == "paragraph"
    assert kinds("Apples", "Pears", "Plums") == ["paragraph"] * 3


def test_standfirsts() -> None:
    bare = "A debate of four hours ends with a vote that nobody in the town had expected"
    assert kinds("Pool to close", bare, BODY, MORE)[1] == "standfirst"
    assert kinds("Pool to close", bare + ".", "By Jane Doe", BODY)[1] == "standfirst"
    assert kinds("Pool to close", bare + ".", BODY)[1] == "paragraph"
    assert kinds("# Pool to close", f"**{bare}.**", BODY, MORE, suffix=".md")[1] == "standfirst"


def test_crossheads() -> None:
    assert kinds(BODY, "What comes next", MORE) == ["paragraph", "crosshead", "paragraph"]
    assert kinds(BODY, "Getting there", "By plane", MORE) == [
        "paragraph",
        "crosshead",
        "crosshead",
        "paragraph",
    ]
    assert (
        kinds(BODY, "**What comes next for the swimmers of the town**", MORE, suffix=".md")[1] == "crosshead"
    )


def test_no_crossheads() -> None:
    assert kinds(BODY, "He left for Paris", MORE)[1] == "paragraph"
    assert kinds(BODY, "What comes next.", MORE)[1] == "paragraph"
    assert kinds(BODY, "The mayor went home to his family after the vote", MORE)[1] == "paragraph"
    assert kinds(BODY, "What comes next") == ["paragraph", "paragraph"]


def test_turns() -> None:
    assert kinds("Q: Why now?", "A: Because.", "Q: And then?") == ["qa-turn"] * 3
    assert kinds("Q. Why now?", "A. Smith asked me that.") == ["qa-turn"] * 2
    assert kinds("Amal Haddad: What did you do?", "Sam Roe: I left.", BODY)[:2] == ["qa-turn"] * 2
    assert kinds(BODY, "**What did you do then?**", MORE, suffix=".md")[1] == "qa-turn"
    assert kinds(BODY, "What did you do then?", MORE)[1] == "paragraph"
    assert kinds(BODY, "A. Smith said so.", MORE)[1] == "paragraph"
    assert kinds(BODY, "Note: It rained.", MORE, "Note: It stopped.")[1::2] == ["paragraph"] * 2
    assert kinds(BODY, "Born: In Rome.", "Died: In Paris.", "Born: In Oslo.")[1:] == ["paragraph"] * 3


def test_lists_without_bullets() -> None:
    assert kinds(BODY, "Bread", "Butter", "Jam", MORE)[1:4] == ["list-item"] * 3
    assert (
        kinds(BODY, "1 Roger Federer (Switzerland)", "2 Andy Roddick (US)", "3 Marat Safin")[1:]
        == ["list-item"] * 3
    )
    assert kinds(BODY, "██ Hare: 3", MORE)[1] == "list-item"
    assert kinds(BODY, "He came home", "They went out", "It was late")[1:] == ["paragraph"] * 3


def test_display_lines_above_running_text() -> None:
    assert kinds(BODY, "What Does Stadia Offer?", MORE)[1] == "crosshead"
    assert kinds(BODY, "Are You a Human?", MORE)[1] == "crosshead"
    assert kinds(BODY, "Was Adam Smith Scottish?", MORE)[1] == "paragraph"
    assert kinds(BODY, "Who is Anna Berg?", MORE)[1] == "paragraph"
    assert kinds(BODY, "Why did I go?", MORE)[1] == "paragraph"
    assert kinds(BODY, "REGIONAL WORRIES:", MORE)[1] == "crosshead"
    assert kinds(BODY, "NEVER AGAIN.", MORE)[1] == "paragraph"
    assert kinds(BODY, "“WE WILL NOT GO.”", MORE)[1] == "paragraph"
    assert kinds(BODY, "BOOM.", MORE)[1] == "paragraph"


def test_speakers_without_questions() -> None:
    assert kinds(BODY, "((WN))  What comes next?", "((Anna Berg))  Nothing.")[1:] == ["qa-turn"] * 2
    assert kinds(BODY, "TAPPER: It is late.", "BERG: It is.", "TAPPER: We go.")[1::2] == ["qa-turn"] * 2
    assert kinds(BODY, "UPDATE: It is late.", MORE, "UPDATE: It was.")[1::2] == ["paragraph"] * 2


def test_speaker_labels() -> None:
    assert kinds(BODY, "((WN))", MORE)[1] == "speaker-label"
    talk = kinds("ANNA BERG", BODY, "OLE DAHL", MORE, "ANNA BERG", BODY, "OLE DAHL", MORE)
    assert talk[::2] == ["speaker-label"] * 4
    assert kinds(BODY, "Examples:", MORE, "Examples:", MORE)[1::2] == ["paragraph"] * 2


@pytest.mark.parametrize("text", ["8:35 p.m.", "11am", "1945 GMT", "14:32 BST", "10.15am:"])
def test_times(text: str) -> None:
    assert kinds(BODY, text, MORE)[1] == "timestamp"


@pytest.mark.parametrize("text", ["1945", "12", "10.5", "3 a man"])
def test_no_times(text: str) -> None:
    assert not is_timestamp(text)


@pytest.mark.parametrize("text", ["Home »", "Home » News » Politics", "News > UK > London", "Home › Sport"])
def test_breadcrumbs(text: str) -> None:
    assert kinds(text, "Pool to close", BODY) == ["breadcrumb", "headline", "paragraph"]


@pytest.mark.parametrize(
    "text", ["He said » no", "Read more »", "« La mer » est belle.", "A > B", "Home. Sweet » home »."]
)
def test_no_breadcrumbs(text: str) -> None:
    assert not is_breadcrumb(text)


@pytest.mark.parametrize(
    "text",
    ["FTSE 100 6,829.62 +0.3%", "Dow 26,000 -1.2% | Nasdaq 1,000 +2%", "GOOG ▲ 1.5", "Brent $62.20 (-1.2%)"],
)
def test_tickers(text: str) -> None:
    assert kinds(BODY, text, MORE)[1] == "ticker"


@pytest.mark.parametrize(
    "text",
    [
        "Profits Jump 12%",
        "No 58%.",
        "Up 12% Since 2010",
        "Shares fell 3% to 12",
        "Film output falls 40% in UK",
    ],
)
def test_no_tickers(text: str) -> None:
    assert not is_ticker(text)


STANZA = (
    "The sea is calm tonight\nAnd on the shore the light\nGleams and is gone, the cliffs\nStand in the bay"
)


def test_verse() -> None:
    assert kinds(BODY, STANZA, MORE) == ["paragraph", *["verse"] * 4, "paragraph"]
    assert kinds(BODY, "<p>" + STANZA.replace("\n", "<br>"), suffix=".html")[-1] == "verse"
    assert kinds(BODY, STANZA.replace("\n", "  \n"), suffix=".md")[1] == "verse"


def test_no_verse() -> None:
    address = "12 High Street\nOld Town\nLondon\nE1 7AA"
    assert "verse" not in kinds(BODY, address, MORE)
    assert "verse" not in kinds(BODY, "He is here.\nShe is not.\nThey left.\nIt is over.")
    assert "verse" not in kinds(BODY, STANZA.replace("\n", "\n\n"), MORE)


def test_recipes() -> None:
    found = kinds(
        BODY, "200g plain flour", "Salt", "2 tbsp sugar", "½ tsp soda", "Method", "Mix it all.", BODY
    )
    assert found[1:] == [*["ingredient"] * 4, "crosshead", "recipe-step", "recipe-step"]
    assert kinds(BODY, "200g of flour", MORE)[1] != "ingredient"
    assert kinds("- 1 cup milk\n- 2 cups flour\n- 3 oz rye\n\n## Method\n\nMix.", suffix=".md") == [
        *["list-item"] * 3,
        "crosshead",
        "recipe-step",
    ]


def test_what_markup_says_is_not_believed_of_what_is_too_long() -> None:
    assert kinds("## " + " ".join([BODY] * 3), MORE, suffix=".md") == ["paragraph", "paragraph"]


def test_no_headline_is_guessed_under_front_matter_with_a_title() -> None:
    text = "Special thanks to the swimmers\n\n" + BODY
    assert [k for k, _ in shown(text, ".md")] == ["headline", "paragraph"]
    assert [k for k, _ in shown("---\ntitle: Pool\n---\n" + text, ".md")] == ["paragraph", "paragraph"]
