"""
The hard cases of the rules about capitals and sentence boundaries, as sentences.

``[[ ]]`` stand around what must be reported; a sentence without them must stay silent under every rule here.
"""

import pytest

from articlelint.testing import document, find, marked
from articlelint_rules.capitals.doubled_capital import DoubledCapital
from articlelint_rules.capitals.lowercase_name import LowercaseName
from articlelint_rules.capitals.stray_capital import StrayCapital
from articlelint_rules.fragments.lowercase_start import LowercaseStart
from articlelint_rules.fragments.missing_full_stop import MissingFullStop
from articlelint_rules.fragments.missing_space import MissingSpace
from articlelint_rules.fragments.unfinished_paragraph import UnfinishedParagraph

ALL = (
    DoubledCapital, LowercaseName, StrayCapital, LowercaseStart, MissingFullStop, MissingSpace, UnfinishedParagraph,
)  # fmt: skip


def reported(rule, text):
    plain, _ = marked(text)
    return [plain[f.span.start : f.span.end] for f in find(rule, plain)]


def check(rule, text):
    plain, spans = marked(text)
    assert [f.span for f in find(rule, plain)] == spans, reported(rule, text)


@pytest.mark.parametrize(
    "text",
    [
        # Names that write themselves small, or in their own way.
        "The new phones sold well. iPad sales fell. easyJet shares rose by two per cent.",
        "Charles de Gaulle met Ursula von der Leyen; de Gaulle was late.",
        "The worm C. elegans and the bacterium E. coli were studied for years.",
        "Two MPs with PhDs lost their IDs, and the DJs went home.",
        # Words that are names only at times.
        "The will was read in May, and Will may go to the march in March.",
        "The china was sold to a dealer, and the turkey was served with polish sausage.",
        "He carried a mobile through the south of the city and a reading lamp to bed.",
        # Titles of works.
        "He has read The Old Man and the Sea and Gone With The Wind twice.",
        "The band The Who played before the film The Wire was shown.",
        "She reads The Times every morning; her husband takes The Guardian.",
        "The programme To Have and Have Not (1944) was shown again.",
        "We hosted the webinar How to Mend a Broken Roof Online last year.",
        "Read How to Get Your Town Hall Data before you start.",
        "Join the CityWeb Around the Corner Call today.",
        "It covers Norway, Canada, Mexico and Beyond.",
        "The shop has the tablets, and the phablet 6 sold well.",
        # Names of bodies, plans, buttons.
        "He signed the Authority to Operate, the Notice and Comment rule and the Freedom of Information Act.",
        "Press Enter, choose Save As and click Log In.",
        "In Phase Two, Schedule A lists the donors.",
        "Of the five Ws (Who, What, When, Where and Why) one is often forgotten.",
        # Names in apposition, relative clauses without a pronoun, clauses without "that".
        "The ad was paid for by businessman Harold Berg, and spokesperson Ron Lieb said so.",
        "The deal Britain struck with the union was signed in May.",
        "The man Anna Berg was waiting for had left the station.",
        "He said Anna Berg was at home, and she knew Berlin was far away.",
        "The news that Berg had resigned came late, and accusations Lieb had lied came later.",
        "Turnout in the primaries and caucuses Tuesday was low.",
        # Quotations, colons, dashes, lists.
        "“No comment,” The Herald reported him as saying.",
        "The minister had one wish: He wanted to go home.",
        "There are three kinds: a) The first is red. b) The second is blue.",
        "They met at 9 a.m. in St. Gallen, near the U.S. embassy on Main St.",
        "The bottle cost approx. ten pounds incl. delivery.",
        "Go to the Social Security office or the Federal Student Aid office.",
        "The symposia used kanban boards; a webinar on wifi and https followed, with façades as its theme.",
        "She posted on alt.religion.scientology that night.",
        # Addresses and files.
        "He works at Booking.Com and runs Node.js on example.com; see README.md.",
        # Another language.
        "El gobierno dijo que la reunión de madrid será en octubre.",
    ],
)
def test_stays_silent(text):
    found = {rule.meta.name: reported(rule, text) for rule in ALL}
    assert not any(found.values()), found


@pytest.mark.parametrize(
    "text",
    [
        "The car stopped near Lyon [[He]] added that nobody was hurt.",
        "They signed a security agreement [[They]] were praised for it at home.",
        "The talks took place in Geneva [[Many]] delegates stayed away.",
        "The bridge was closed in 1978 [[However]], nobody told the school.",
        "The council moved into its new offices [[There]] are forty rooms.",
        "She was born in a small village [[Her]] father kept the only shop.",
        "The company lost its licence [[It’s]] now looking for a buyer.",
        "They had waited for hours near the old harbour [[Nobody]] was told about the delay.",
        "The council bought the empty factory last year [[Residents]] have been asking for a park there.",
    ],
)
def test_full_stop_is_missing(text):
    check(MissingFullStop, text)
    assert not reported(StrayCapital, text)


@pytest.mark.parametrize(
    "text",
    [
        "The ministers [[Met]] in Rome to talk about grain.",
        "At a meeting in Bursa, exporters [[Warned]] the bank that a pay freeze would hurt the poorest.",
        "The captain said that [[We]] had won.",
        "It was the end [[Of]] the road for the company.",
        "The bridge [[Was]] built in 1902 by a local firm.",
        "The roof was [[Repaired]] twice before it fell in.",
        "The workers began to [[Raise]] their voices.",
        "He [[Became]] an engineer after the war.",
        "The old mill is [[In]] Norway, not in Sweden.",
        "The land [[Can]] suffer from too much water.",
        "The walls were painted, [[Which]] took a week.",
    ],
)
def test_capital_is_stray(text):
    check(StrayCapital, text)
    assert not reported(MissingFullStop, text)


@pytest.mark.parametrize(
    "text",
    [
        "They met on [[friday]], and then again on [[sundays]].",
        "It rained from [[january]] to the 3rd of [[march]] 1999 and in [[august]] 2015.",
        "The [[ukrainian]] envoy spoke [[english]] in [[warsaw]].",
        "Talks with [[angela]] Merkel and Volodymyr [[zelensky]] ended late.",
        "The code is on [[github]], written in [[javascript]].",
        "The report was written by Anna [[brandvold]], who lives in Oslo.",
        "She was introduced to Mr [[granger’s]] brother.",
    ],
)
def test_name_has_lost_its_capital(text):
    check(LowercaseName, text)


def test_a_name_of_the_article_itself():
    check(LowercaseName, "The town of Brodnitz lies low. Few people like [[brodnitz]]. In Brodnitz it rains.")


def test_fixes_leave_quotations_alone():
    finding = find(LowercaseName, "“We met on friday,” she said.")[0]
    assert finding.fix is None
    finding = find(
        StrayCapital, "“We have Met the whole team in Rome, long before the war began in the east,” she said."
    )[0]
    assert finding.fix is None


def test_an_article_that_shouts_is_left_alone():
    text = "How To Fix Your Own Roof In Three Days And What To Do When It Rains On All Of Your Books At Once Again."
    assert not reported(StrayCapital, text)


def test_days_have_a_capital_in_cells_of_tables() -> None:
    text = "| Port | Ferries |\n| --- | --- |\n| Norwood | on tuesday and in september |\n"
    prose = document(text, suffix=".md").text
    found = [prose[f.span.start : f.span.end] for f in find(LowercaseName, text, suffix=".md")]
    assert found == ["tuesday", "september"]


def test_headlines_are_searched_for_days_and_months_only() -> None:
    text = (
        "# Ferry sails on monday\n\n"
        "## Shut by october, who may march in may 2021 to calicut airport\n\nIt rained.\n"
    )
    prose = document(text, suffix=".md").text
    found = [prose[f.span.start : f.span.end] for f in find(LowercaseName, text, suffix=".md")]
    assert found == ["monday", "october", "may"]
    assert all(f.confidence is None for f in find(LowercaseName, text, suffix=".md"))
