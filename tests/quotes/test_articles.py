"""Sound articles in several national styles: no rule about quotations has anything to report."""

from __future__ import annotations

from importlib import import_module

import pytest

from articlelint.testing import document, find
from articlelint_rules.quotes import RULES

ARTICLES = {
    "British, straight marks": """The council's leader, Joan Pritchard, said the scheme was 'dead in the water' and that residents' groups had been ignored. 'We asked, and asked, and asked,' she said. 'Nobody so much as answered the phone.'

'It's the worst case of its kind I've seen,' added Tom O'Hara, who chairs the allotment holders' association. 'They told us, "Wait until spring," and then it was spring.'

Asked whether the mayor would resign, a spokesman said: 'He will not. He has work to do.

'There is, as ever, more to it than meets the eye. The officers' report will say so.'

The so-called 'green corridor' was proposed in the '90s. One allotment holder, 82, put it more simply: 'Rubbish.'""",
    "British, curly marks": """The council’s leader, Joan Pritchard, said the scheme was ‘dead in the water’ and that residents’ groups had been ignored. ‘We asked, and asked, and asked,’ she said. ‘Nobody so much as answered the phone.’

‘It’s the worst case of its kind I’ve seen,’ added Tom O’Hara, who chairs the allotment holders’ association. ‘They told us, “Wait until spring,” and then it was spring.’

‘’Tis a pity,’ she said of the ’90s plan, ‘but the boys’ club is gone.’

Asked whether the mayor would resign, a spokesman said: ‘He will not. He has work to do.

‘There is, as ever, more to it than meets the eye. The officers’ report will say so.’

The band’s song ‘Lost in Leeds’ was playing; the singer, nicknamed ‘Shorty’, stands 6' 5".""",
    "American": """The mayor, Amal Haddad, called the plan “dead on arrival,” saying that “nobody asked the people who live there.”

“I’ve been here since the ’70s,” said Rosa Méndez, 71, who runs the Haddads’ favorite bakery. “They said, ‘We’ll call you.’ They didn’t.”

Haddad’s answer: “We did. Twice.”

It was Méndez who coined the slogan “Bread, Not Bricks,” now on T-shirts all over town.

“No comment,” the developer’s lawyer said. Then, after a pause: “For now.”

In a tweet, the governor wrote, “Proud of Easton tonight!”

“If they build it,” Méndez said, “I’ll leave.” She paused. “I mean it.”""",
    "guillemets": """« Bonjour », said the minister. « Nous partons demain », he added. The sign read «Fermé».""",
    "an interview": """Q: When did you start?

A: In 2004. My father said, “You’ll regret it.” I never did.

Q: And the “Harbour Lights” years?

A: Loved them. People say, “Weren’t you cold?” We were.""",
    "a list after a lead-in": """Residents gave three reasons:

- “It’s too loud for us.”
- “The rents are going up again.”
- “Nobody asked the people here.”

The council will decide on Monday.""",
    "a dialogue": """“Are you coming?” Anna asked.

“In a minute.”

“You said that an hour ago.”

“Then it must be true.” He closed the book. Outside, a dog barked.

“I’m going without you.”""",
}


@pytest.mark.parametrize("name", ARTICLES)
@pytest.mark.parametrize("entry", RULES)
def test_nothing_to_report(name, entry):
    module, _, rule = entry.partition(":")
    findings = find(getattr(import_module(f"articlelint_rules.quotes.{module}"), rule), ARTICLES[name])
    assert [finding.message for finding in findings] == []


@pytest.mark.parametrize("name", ["British, straight marks", "British, curly marks", "American"])
def test_every_full_sentence_has_its_speaker(name):
    doc = document(ARTICLES[name])
    quotes = [quote for quote in doc.quotes if quote.kind == "sentence" and quote.depth == 0]
    assert len(quotes) > 5
    assert all(quote in doc.attributions for quote in quotes)


def test_a_straight_single_mark_left_open_and_taken_up():
    doc = document(ARTICLES["British, straight marks"])
    (first,) = (quote for quote in doc.quotes if quote.continued)
    (second,) = (quote for quote in doc.quotes if quote.continues)
    assert doc.slice(first.span) == "'He will not. He has work to do."
    assert first.chain == second.chain


def test_a_straight_single_mark_that_nothing_takes_up_is_an_apostrophe():
    assert document("'Arry left. It rained.\n\nIt poured.").quotes == ()
