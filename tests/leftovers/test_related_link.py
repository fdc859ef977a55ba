"""Links to other stories, told from sentences that begin with the same words."""

from __future__ import annotations

import pytest

from articlelint.testing import document, find
from articlelint_rules.leftovers.related_link import RelatedLink

STORY = "The ferry sailed at noon on Tuesday, eleven weeks late, the council said."

LINKS = """
See also: Harbour master retires
See also  Harbour master retires: 41 years on the quay
See also Harbour master retires after 41 years
SEE ALSO Harbour master retires after 41 years
See Also | Harbour master retires
Read more: Harbour master retires
READ MORE: Harbour master retires
Read More Harbour master retires after 41 years
Read more » Harbour master retires
Read more
Read More...
Read more about the harbour master
ALSO READ: Harbour master retires
Also Read | Harbour master retires
Read also: Harbour master retires
MUST READ – Harbour master retires
Related: Harbour master retires
RELATED | Harbour master retires
RELATED
Related articles
Related Story: Harbour master retires
Recommended
Recommended for you
More on this story
More from Islands
More: Harbour master retires after 41 years
You may also like
You might be interested in
Most read
Editors' picks
In case you missed it: Harbour master retires after 41 years
Don't miss: Harbour master retires after 41 years
WATCH: Harbour master retires
Watch: Harbour master waves goodbye to crew
Read the full story here
(Related: Harbour master retires)
[Read: The man who knew every boat in Tarn]
""".strip().splitlines()

SENTENCES = """
See also chapter 3, which lists the exceptions.
See also Figure 3.
See also Table 2 and the notes below it.
See also Smith (2019), who disagrees.
See also Mark 4:35, where the boat is full.
Read more books, the minister said.
Read more about it in his book, which is out in May.
Related costs rose by a third.
Related: belonging to the same family.
Watch out for the ramp: it is steep.
Watch: do not touch.
Listen: it is raining.
More on Tuesday than on Monday, the crew said.
More from habit than from hunger, the gulls followed.
Recommended: two tablets a day.
Recommended doses vary.
Trending: a word with a history.
Video: Jane Roe
Photos: Reuters/Jane Roe
Most read the book twice.
“See also: everything,” he said.
The Tarn Post: a history
""".strip().splitlines()


@pytest.mark.parametrize("line", LINKS)
def test_a_link_is_reported_whole(line: str) -> None:
    text = f"{STORY}\n\n{line}\n\n{STORY}\n"
    findings = find(RelatedLink, text)
    doc = document(text)
    assert [doc.slice(f.span) for f in findings] == [line]


@pytest.mark.parametrize("line", SENTENCES)
def test_a_sentence_is_left_alone(line: str) -> None:
    assert find(RelatedLink, f"{STORY}\n\n{line}\n\n{STORY}\n") == []


@pytest.mark.parametrize("heading", ["See also", "Related articles", "Read more"])
def test_a_section_with_a_list_is_left_alone(heading: str) -> None:
    assert find(RelatedLink, f"{STORY}\n\n## {heading}\n\n- [One](a.md)\n- [Two](b.md)\n", suffix=".md") == []
    assert find(RelatedLink, f"<p>{STORY}</p><h2>{heading}</h2><ul><li>One</li></ul>", suffix=".html") == []


def test_a_label_over_a_list_is_a_leftover_where_it_is_no_heading() -> None:
    assert (
        len(find(RelatedLink, f"{STORY}\n\nRelated stories\n\n- Harbour master retires\n- Ferry sails\n"))
        == 1
    )
    linked = f"{STORY}\n\n**Read more:** [Harbour master retires](h.html)\n\n- One thing\n"
    assert len(find(RelatedLink, linked, suffix=".md")) == 1


@pytest.mark.parametrize(
    ("text", "suffix"),
    [
        (f"{STORY}\n\n**Read more:** [Harbour master retires](h.html)\n\n{STORY}", ".md"),
        (f"{STORY}\n\n> *Read more: [Harbour master retires](h.html)*\n", ".md"),
        (f"<p>{STORY}</p><p><b>Read more:</b> <a href=h>Harbour master retires</a></p>", ".html"),
        (f"<p>{STORY}</p><div>Read more: Harbour <i>master</i> retires</div>", ".html"),
    ],
)
def test_markup_changes_nothing(text: str, suffix: str) -> None:
    doc = document(text, suffix=suffix)
    assert [doc.slice(f.span) for f in find(RelatedLink, text, suffix=suffix)] == [
        "Read more: Harbour master retires"
    ]


def test_a_link_in_capitals_behind_a_sentence() -> None:
    text = f"{STORY} READ MORE: Harbour master retires. Nobody was hurt."
    doc = document(text)
    assert [doc.slice(f.span) for f in find(RelatedLink, text)] == ["READ MORE: Harbour master retires."]
