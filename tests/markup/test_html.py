"""HTML: what a reader of the page sees, however broken the page."""

from __future__ import annotations

import pytest
from markup.checks import CODE, parse, shown

from articlelint.model import Span


def prose(text: str) -> str:
    return parse(text, ".html").text


@pytest.mark.parametrize(
    ("source", "words"),
    [
        ("<p>Ki<em>e</em>v, <b>un</b>able</p>", "Kiev, unable"),
        (
            "<p>Caf&eacute; &amp; R&D &copy 2024 &#58; &#x27;x&#39; &bogus; &</p>",
            "Café & R&D © 2024 : 'x' &bogus; &",
        ),
        ("<p>10&nbsp;km and  5\n\n\tmiles </p>", "10\u00a0km and 5 miles"),
        ("<p>one <b> two</b> three</p>", "one two three"),
        ("<p>One<br>\n  two <br/> three</p>", "One\ntwo\nthree"),
        ("<p>Run <code>a <b>b</b></code> or <kbd>x</kbd>.</p>", f"Run {CODE} or {CODE}."),
        ("<p><img src=a> A <img src=x> b <svg><text>no</text></svg></p>", f"A {CODE} b"),
        ("<p>He said <q>yes</q>.</p>", "He said “yes”."),
        ("<p>Left.<sup><a href='#n'>1</a></sup> The 1<sup>st</sup>.</p>", "Left. The 1st."),
        ("<p>x<span hidden>no</span><i style='display: none'>no</i>y<a aria-hidden=true>no</a></p>", "xy"),
        ("<p>5 < 6 and 7 > 3 <3</p>", "5 < 6 and 7 > 3 <3"),
        ("<p>A <!-- no --> b<!-- no -->.</p>", "A b."),
    ],
)
def test_inline(source: str, words: str) -> None:
    assert prose(source) == words


def test_white_space_and_entities_map_to_all_they_stand_for() -> None:
    text = "<p>a \n\t b&eacute;</p>"
    offsets = parse(text, ".html").offsets
    assert offsets.span(Span(1, 2)) == Span(4, 8)
    assert offsets.span(Span(3, 4)) == Span(9, 17)


def test_what_is_not_prose() -> None:
    text = """<!doctype html><html><head><title>No</title><meta charset=utf-8><style>p{}</style></head><body>
    <header><p>Site</p></header><nav><ul><li>Home</li></ul></nav><script>document.write("<p>no</p>")</script>
    <main><article><header><h1>Yes</h1></header><p>Body text.</p><aside>No</aside><pre>no</pre>
    <template><p>no</p></template><noscript>no</noscript><form><label>No</label><button>No</button><p>Form
    text.</p></form><footer><p>Of the article.</p></footer></article></main><footer>No</footer>"""
    assert [w for _, w in shown(text, ".html")] == ["Yes", "Body text.", "Form text.", "Of the article."]


def test_a_fragment_keeps_its_header() -> None:
    assert shown("<header><h1>Title</h1></header><p>Text.</p>", ".html")[0] == ("headline", "Title")


def test_kinds_by_element() -> None:
    text = (
        "<h1>A</h1><h2>B</h2><p>C.</p><ul><li>D<ul><li>E</ul><li>F</ul><blockquote><p>G</blockquote>"
        "<table><caption>H</caption><tr><th>I<td>J</table><figure><figcaption>K</figcaption></figure>"
        "<dl><dt>L<dd>M</dl><section class=footnotes><ol><li>N</ol></section>"
    )
    kinds = shown(text, ".html")
    assert "".join(words[0] for _, words in kinds) == "ABCDEFGHIJKLMN"
    assert [kind for kind, _ in kinds] == [
        *(
            "headline",
            "crosshead",
            "paragraph",
            "list-item",
            "list-item",
            "list-item",
            "blockquote",
            "caption",
        ),
        *("table-cell", "table-cell", "caption", "list-item", "list-item", "list-item"),
    ]
    assert [b.level for b in parse(text, ".html").blocks][3:6] == [1, 2, 1]


def test_kinds_by_name() -> None:
    text = """<h1 itemprop="headline">Pool shut</h1><p class="article__standfirst">After a long debate.</p>
    <div class="byline">By <a href="#">Jane Doe</a></div><p class="c-dateline">Rome, yesterday</p>
    <p>The pool is shut now, and it will stay so.</p><p class="wp-caption-text">The pool</p>
    <p class="author">Long: the author of this paragraph has used the class for something else, and so what it
    says of the text, which has many more words than any byline has, is not believed here.</p>"""
    assert [kind for kind, _ in shown(text, ".html")] == [
        *("headline", "standfirst", "byline", "dateline", "paragraph", "caption", "paragraph")
    ]


def test_ends_that_are_left_out() -> None:
    text = "<p>One<p>Two <b>three<p>Four<ul><li>Five<li>Six</ul>Seven<div>Eight</p>Nine<h2>Ten<p>Eleven"
    assert [w for _, w in shown(text, ".html")] == [
        *("One", "Two three", "Four", "Five", "Six", "Seven", "Eight", "Nine", "Ten", "Eleven")
    ]
    assert prose("<head><title>No</title><p>Yes.") == "Yes."
    assert prose("<b><p>One</b> two</p><p>Three</p>") == "One two\n\nThree"


def test_what_nothing_closes_does_not_take_the_rest_of_the_page_with_it() -> None:
    assert prose("<nav><p>One<p>Two</p> <svg/>three <iframe src=x /> four <code>five") == (
        f"One\n\nTwo\n\nthree {CODE} four five"
    )
    assert prose("<p hidden>No<p>Yes.") == "Yes."


def test_a_double_break_is_a_new_block() -> None:
    assert shown("<div>One<br><br>Two<br>three</div>", ".html") == [
        ("paragraph", "One"),
        ("paragraph", "Two\nthree"),
    ]


BROKEN = """
<p </ <! <!- <!-- <![ <![if\u00a0x]> <![CDATA[x]]> <?php <p\u00a0a=' <a\u00a0b=<> <script> <title> <svg/> <p/> </p> </br> </>
<1> <q> </q> </b> <li> & &# &#x &#1114112; &#0; &#13; &#10; &#xD800; \0
"""


@pytest.mark.parametrize("source", ["<", *(piece.replace("\u00a0", " ") for piece in BROKEN.split())])
def test_broken_pages_never_raise(source: str) -> None:
    for text in (source, f"<p>One {source}", f"{source} two</p>", f"<p>a{source}{source}b</p>"):
        parse(text, ".html")


def test_comments() -> None:
    text = "<!-- a --><p>One.</p><!-- b --><p><!-- c -->Two <!-- d --></p><script><!-- e --></script><!-- f"
    markup = parse(text, ".html")
    assert [c.text for c in markup.comments] == [" a ", " b ", " c ", " d ", " f"]
    assert [c.prose_offset for c in markup.comments[:3]] == [0, 6, 6]
    assert markup.comments[3].prose_offset > 6


def test_template_code_is_no_prose() -> None:
    """Liquid, ERB and PHP, in text, in tags and on lines of their own."""
    markup = parse(
        "{% assign monday = x %}\n<div\n {% if x > 3 %}\n class='a'\n {% endif %}\n>\n"
        "<p>{{ monday }} and <%= a > b %> {% if monday %}ran{% endif %}.</p>\n"
        "<?php\n$a->b('the the');\n\n$c; ?>{# the the #}\n<p>It cost $$ or $$.</p>\n</div>",
        ".html",
    )
    assert markup.text == f"{CODE} and {CODE} ran.\n\nIt cost $$ or $$."


@pytest.mark.parametrize("code", ["{% if a %}", "\n{% if a %}\n", "<% if a %>", '[gallery ids="1"]'])
def test_an_edit_of_the_space_beside_code_is_not_one_of_the_code(code: str) -> None:
    markup = parse(f"<p>One the {code} the two</p>", ".html")
    assert markup.text == "One the the two"
    assert not markup.offsets.contiguous(Span(7, 11))
