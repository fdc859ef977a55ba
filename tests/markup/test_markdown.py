"""Markdown: what is prose, and where it stands."""

from __future__ import annotations

import pytest
from markup.checks import CODE, parse, shown

from articlelint.model import Span


def prose(text: str) -> str:
    return parse(text, ".md").text


@pytest.mark.parametrize(
    ("source", "words"),
    [
        ("Un*believ*able, **K**yiv and a_b_c", "Unbelievable, Kyiv and a_b_c"),
        ("The ~~old~~ [new **quay**](http://x.org 'Not this') is open", "The old new quay is open"),
        ("See [the map][1], [map][] and [Map].\n\n[1]: /a\n[map]: /b", "See the map, map and Map."),
        ("See [`make`] and [*so* on][`make`].\n\n[`make`]: /m", f"See {CODE} and so on."),
        ("He [sic] left [it][nowhere] all [behind][].", "He [sic] left [it][nowhere] all [behind][]."),
        ("A [link [with] brackets](x) here", "A link [with] brackets here"),
        (
            "Caf&eacute; &amp; bar&#58; 5 &lt; 6&nbsp;km &nosuch; AT&T",
            "Café & bar: 5 < 6\u00a0km &nosuch; AT&T",
        ),
        (r"Five \* six \& \_seven\_ \[eight\]", "Five * six & _seven_ [eight]"),
        ("Go to <https://x.org/a_b> or <me@x.org>.", "Go to https://x.org/a_b or me@x.org."),
        ("It cost $5 on *Monday* and $10 later", "It cost $5 on Monday and $10 later"),
        ("Ki<em>e</em>v and H<sub>2</sub>O<!-- why? -->", "Kiev and H2O"),
        ("He left.[^1] She *stayed*[^note], too.", "He left. She stayed, too."),
        ("A word [^1] here [^2].", "A word here."),
        ("Title {#anchor}", "Title"),
        ("[Text](http://x.org){:target='_blank'} goes on", "Text goes on"),
        ('It is {{< param "x" >}} {{< b >}}now{{< /b >}}.', f"It is {CODE} now."),
        ("{::comment}\nnot this\n\nnor this\n{:/comment}\n\nIt was late.", "It was late."),
        ("It is HTML.\n\n*[HTML]: not this", "It is HTML."),
        ("A stray *star and [a link](x) after", "A stray *star and a link after"),
        ("One <script>var a;</script>two<style>p{}</style>", "One two"),
        ("\U0001f600 naïve *café* [ü](x) é", "\U0001f600 naïve café ü é"),
    ],
)
def test_inline(source: str, words: str) -> None:
    assert prose(source) == words


def test_code_has_a_stand_in_so_that_its_sentence_stays_whole() -> None:
    assert prose("Run `make  all` first. ``a`b`` runs.") == f"Run {CODE} first. {CODE} runs."
    markup = parse("Run `make` first.", ".md")
    assert markup.offsets.span(Span(4, 5)) == Span(4, 10)


def test_what_is_said_about_a_picture_is_a_block_beside_its_paragraph() -> None:
    assert shown(
        '![A \\*new* &amp; old\nquay](a.jpg "The quay") It *opened*. ![x][y] ![{{ z }}](z)\n\n[y]: z', ".md"
    ) == [
        ("alt-text", "A *new* & old quay"),
        ("caption", "The quay"),
        ("paragraph", "It opened."),
        ("alt-text", "x"),
    ]
    assert shown("# ![A logo](a.png)\n\nText.", ".md") == [("alt-text", "A logo"), ("paragraph", "Text.")]
    assert shown("[![A *quay*](a.jpg)](b.html)", ".md") == [("alt-text", "A quay")]
    html = "<p><img src=a alt='A &quot;new&quot;\n quay' title=\"The quay\"> It opened. <img alt='It'></p><img alt=Quay>"
    assert shown(html, ".html") == [
        ("alt-text", 'A "new" quay'),
        ("caption", "The quay"),
        ("paragraph", "It opened."),
        ("alt-text", "It"),
        ("alt-text", "Quay"),
    ]


def test_a_picture_between_words_is_one_character_of_its_sentence() -> None:
    assert prose("Press ![ok](ok.png) now.") == f"Press {CODE} now."


def test_lines() -> None:
    assert prose("One\ntwo  \n   three\\\nfour<br>five") == "One two\nthree\nfour\nfive"
    assert shown("One<br><br>Two", ".md") == [("paragraph", "One"), ("paragraph", "Two")]
    assert prose("A line   with spaces") == "A line   with spaces"


def test_quotations_and_lists_lose_their_marks() -> None:
    text = "> It was\n> cold, *he\n> said*.\nLazily.\n>\n> > Deep\n\n- one\n  more\n  - two\n\n    still two\n1. three"
    assert shown(text, ".md") == [
        ("blockquote", "It was cold, he said. Lazily."),
        ("blockquote", "Deep"),
        ("list-item", "one more"),
        ("list-item", "two"),
        ("list-item", "still two"),
        ("list-item", "three"),
    ]
    markup = parse(text, ".md")
    assert [b.level for b in markup.blocks] == [1, 2, 1, 2, 2, 1]
    assert not markup.offsets.contiguous(Span(0, 15)), "an edit does not swallow a quotation mark"


def test_headings_and_tables() -> None:
    text = "Top\n===\n\n# Second\n\n## Third ##\n\nText.\n\nA | B\n--|--\n*c* | d \\| e\n"
    assert shown(text, ".md") == [
        ("headline", "Top"),
        ("crosshead", "Second"),
        ("crosshead", "Third"),
        ("paragraph", "Text."),
        ("table-cell", "A"),
        ("table-cell", "B"),
        ("table-cell", "c"),
        ("table-cell", "d | e"),
    ]


def test_code_blocks_are_never_prose() -> None:
    assert prose("One.\n\n    indented\n\n```python\nfenced = 1\n```\n\n~~~\nx\n~~~\nTwo.") == "One.\n\nTwo."


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
@pytest.mark.parametrize(
    ("matter", "found"),
    [
        ("---\ntitle: A story\ntags:\n  - one\n---\n", True),
        ("---\n# only a comment\n...\n", True),
        ('+++\ntitle = "A story"\n+++\n', True),
        ("---\n---\n", True),
        ("---\nA rule above and a rule below.\n\n---\n", False),
        ("---\ntitle: never closed\n\n", False),
    ],
)
def test_front_matter(matter: str, found: bool, newline: str) -> None:
    text = (matter + "Body.\n").replace("\n", newline)
    markup = parse(text, ".md")
    end = text.index("Body.")
    assert markup.front_matter == (Span(0, end) if found else None)
    assert markup.text.endswith("Body.")
    assert ("title" in markup.text) == ("never" in matter)


def test_footnotes() -> None:
    text = "Text.[^1]\n\n[^1]: The first *note*.\n[^2]: The second,\n    longer.\n\n    And more.\n\n[^3]: Ibid.\n"
    assert shown(text, ".md") == [
        ("paragraph", "Text."),
        ("footnote", "The first note."),
        ("footnote", "The second, longer."),
        ("footnote", "And more."),
        ("footnote", "Ibid."),
    ]


def test_html_blocks() -> None:
    text = (
        "<div class='box'>\n<p>One <b>two</b> &amp; three</p>\n</div>\n\n<aside>\n\nNot *this*\n\n</aside>\n\n"
        "<style>\np { }\n</style>\n\n<details><summary>More</summary>\n\nInside *it*.\n\n</details>\n"
    )
    assert [words for _, words in shown(text, ".md")] == ["One two & three", "More", "Inside it."]


def test_templates() -> None:
    text = (
        "{% include top.html %}\nOne {{ page.name }} two [three]({{ site.url }}/x 'y').\n{% if a %}\nFour.\n{% endif %}\n"
        '{{< figure src="a.jpg"\n   caption="no" >}}\n\n{% highlight ruby %}\n\nputs 1\n\n{% endhighlight %}\n\n'
        "Five {% comment %}six{% endcomment %}.\n\n<p>{{ x }} <a href='{{ y }}'>Seven</a></p>\n\n{: .lead}\nEight."
    )
    assert [words for _, words in shown(text, ".md")] == [
        f"One {CODE} two three.",
        "Four.",
        "Five.",
        f"{CODE} Seven",
        "Eight.",
    ]


def test_comments() -> None:
    text = "One.\n\n<!-- a -->\n\nTwo <!-- b --> three.\n\n- <!-- c --> Four.\n\n<!-- d\n"
    markup = parse(text, ".md")
    starts = [b.span.start for b in markup.blocks]
    assert [c.text for c in markup.comments] == [" a ", " b ", " c ", " d\n"]
    assert markup.comments[0].prose_offset == starts[1]
    assert starts[1] < markup.comments[1].prose_offset < starts[2]
    assert markup.comments[2].prose_offset == starts[2]
    assert markup.comments[3].prose_offset > starts[2]
    assert [text[c.span.start : c.span.end] for c in markup.comments][1] == "<!-- b -->"


def test_what_the_grammar_cannot_read_is_not_lost() -> None:
    words = prose("One.\n\n|| A | B |\n|:-:|-|---|\n| 1 | **two** | three |\n\nFour.").split()
    assert {"One.", "A", "B", "two", "three", "Four."} <= set(words)
    assert prose("[&#8220;one&#8221; two](http://x.org)") == "“one” two"


@pytest.mark.parametrize("piece", ["[a](", "*[a](", "![a](", "[![a](b"])
def test_brackets_without_partners_are_text_however_many_they_are(piece: str) -> None:
    text = piece * (400_000 // len(piece)) + " end."
    assert prose(text).endswith(" end.")


def test_numbers_of_characters_that_do_not_exist_are_no_error() -> None:
    digits = "1" * 5000
    for suffix in (".md", ".html"):
        assert parse(f"<p>Hello &#{digits}; world.</p>", suffix).text.endswith("world.")


def test_shortcodes_of_wordpress() -> None:
    text = (
        '[caption id="a" width="3"]<img src="x" /> The quay [sic] at night[/caption]\n\n'
        'It [b]opened[/b] [laughs] in [May](m). [gallery ids="1,2"]\n\n[su_quote cite="x y"]\n\nIt was late.\n\n'
        "[/su_quote]\n\n[embed]\n\n[1]: x"
    )
    found = [("caption", "The quay [sic] at night"), ("paragraph", "It opened [laughs] in May.")]
    assert shown(text, ".md") == [*found, ("paragraph", "It was late."), ("paragraph", "[embed]")]
    html = f"<p>{text.splitlines()[0]}</p><p>It [b]opened[/b] [laughs] in May.</p>"
    assert shown(html, ".html") == found


def test_admonitions_and_tabs_of_mkdocs() -> None:
    text = (
        'One.\n\n!!! note "A *title*"\n    Two two.\n    More.\n\n    - item\n\n          code\n\n'
        '??? tip\n\n    Three.\n\n=== "Tab"\n\n    Four.\n\n- item\n\nFive === six.\n'
    )
    assert shown(text, ".md") == [
        ("paragraph", "One."),
        ("crosshead", "A title"),
        ("paragraph", "Two two. More."),
        ("list-item", "item"),
        ("paragraph", "Three."),
        ("crosshead", "Tab"),
        ("paragraph", "Four."),
        ("list-item", "item"),
        ("paragraph", "Five === six."),
    ]
