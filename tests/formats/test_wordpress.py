"""WordPress: what is read of exports and of REST documents, of what kind, and where it stands."""

from __future__ import annotations

from html import unescape

import pytest
from conftest import Articlelint
from formats.checks import json_unescaped, kinds, read, words_in_place
from formats.samples import dumped
from formats.wordpress_samples import BLOCKS, EXPORT, POST, SHOWN, export, item
from hypothesis import given, settings
from hypothesis import strategies as st

from articlelint.markup.base import Article
from articlelint.markup.wordpress import read_content
from articlelint.plugins.checking_findings import articles_fault

OF_BLOCKS = [
    ("headline", "Ferry & boat “late”"),
    ("standfirst", "Nobody knows why"),
    ("paragraph", "The “ferry” from Kyiv was late, café owners & captains said ]]> twice."),
    ("alt-text", "A white ferry"),
    ("caption", "The ferry in Odesa."),
    ("crosshead", "What went wrong"),
    ("list-item", "One boat"),
    ("list-item", "One quay"),
    ("blockquote", "It was late."),
    ("blockquote", "Nobody knew."),
    ("verse", "The sea is wide\nand the boat is small"),
    ("verse", "A second stanza"),
    ("caption", "A film of the quay"),
    ("table-cell", "Odesa"),
    ("table-cell", "9 boats"),
    ("paragraph", "A paragraph of the classic editor\nin two lines."),
    ("paragraph", "And another."),
]


def posts(text: str) -> dict[str, Article]:
    return {article.name: article for article in read("xml", text.encode())[1]}


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_every_word_stands_where_the_map_says(newline: str) -> None:
    source, articles = read("wordpress", EXPORT.replace("\n", newline).encode())
    for article in articles:
        found = words_in_place(source, article, unescape)
        assert found.tried == found.exact > 2
    source, articles = read("wordpress-rest", dumped([POST, SHOWN]))
    for article in articles:
        found = words_in_place(source, article, json_unescaped)
        assert found.tried == found.exact > 5


def test_posts_pages_and_what_is_said_of_attached_files_are_read() -> None:
    found = posts(EXPORT)
    assert list(found) == ["post-12", "post-13", "attachment-7", "page-11"]
    assert kinds(found["post-12"]) == OF_BLOCKS
    assert kinds(found["attachment-7"]) == [("caption", "The quay"), ("alt-text", "A white ferry")]
    assert kinds(found["page-11"]) == [("headline", "About the desk"), ("paragraph", "We write.")]
    assert found["post-12"].metadata == {
        "status": "publish",
        "date": "2026-11-30 09:00:00",
        "author": "Ada Berg",
        "category": "News & views",
    }
    # A draft has no date yet, and an attached file the status of its post.
    assert found["post-13"].metadata == {"status": "draft", "author": "Ada Berg"}
    assert found["attachment-7"].metadata["status"] == "draft"


def test_in_the_classic_editor_blank_lines_make_paragraphs() -> None:
    assert kinds(posts(EXPORT)["post-13"]) == [
        ("headline", "Boats left late"),
        ("paragraph", "The boats left late & slowly.\nThe captain said so.\nNobody asked."),
        ("blockquote", "It was late."),
        ("blockquote", "Nobody knew."),
        ("alt-text", "A white ferry"),
        ("caption", "The quay in Odesa"),
        ("crosshead", "What went wrong"),
        ("paragraph", "One [sic] boat sank."),
    ]


def places(article: Article) -> dict[str, str]:
    """The words that each block begins with, and where they are."""
    markup = article.markup
    return {
        markup.text[block.span.start :][:12]: str(article.location(markup.offsets.span(block.span)))
        for block in markup.blocks
    }


def test_a_place_is_the_block_of_the_editor() -> None:
    found = posts(EXPORT)
    post = "post 12 “Ferry & boat “late””"
    at = places(found["post-12"])
    assert at["Ferry & boat"] == f"{post}, title, character 1"
    assert at["Nobody knows"] == f"{post}, excerpt, character 1"
    assert at["The “ferry” "] == f"{post}, block 1, character 1"
    assert at["The ferry in"] == f"{post}, block 2, character 16"
    assert at["What went wr"] == f"{post}, block 3.1.1, character 1"
    assert at["One quay\n\nIt"] == f"{post}, block 3.1.2.2, character 1"
    assert at["A second sta"] == f"{post}, block 6, character 40"
    assert at["And another."] == f"{post}, block 14, character 50"
    at = places(found["post-13"])
    assert at["It was late."] == "post 13 “Boats left late”, block 2, character 1"
    assert places(posts(export(item(1, "One", "Text.")))[""]) == {
        "One\n\nText.": "title, character 1",
        "Text.": "block 1, character 1",
    }


def test_a_rest_document_has_pointers() -> None:
    _, (post, page) = read("json", dumped([POST, SHOWN]))
    featured = [("caption", "The quay"), ("alt-text", "A white ferry")]
    assert kinds(post) == [*OF_BLOCKS[:2], *featured, *OF_BLOCKS[2:]]
    assert post.metadata == {"status": "future", "date": "2026-11-30T09:00:00", "author": "Ada Berg"}
    assert places(post)["The “ferry” "].startswith("post-12, /0/content/raw, character ")
    # The excerpt that WordPress makes of the content is not read again.
    assert kinds(page) == [("headline", "Boats “late”"), ("paragraph", "The boats left late.")]
    _, (alone,) = read("wordpress-rest", dumped(POST))
    assert kinds(alone) == kinds(post)


@pytest.mark.parametrize(
    "content",
    [
        "<!-- /wp:group --><p>One</p>",
        "<!-- wp:group --><p>One</p>",
        "<!-- wp:verse --><!-- wp:freeform -->One<!-- /wp:verse -->",
        "<!-- wp:a --><!-- wp:b --><p>One</p><!-- /wp:a --><!-- /wp:b -->",
        "<!-- wp:code --><!-- wp:a --><p>One</p><!-- /wp:a -->",
    ],
)
def test_comments_that_do_not_match_lose_no_text(content: str) -> None:
    article = posts(export(item(1, "Title", f"{content}\n\n<p>Two</p>")))[""]
    assert [words for _, words in kinds(article)] == ["Title", "One", "Two"]


def test_a_feed_is_no_export() -> None:
    feed = "<rss><channel><item><title>One</title><description>Two</description></item></channel></rss>"
    assert [kind for kind, _ in kinds(read("xml", feed.encode())[1][0])] == ["headline", "paragraph"]


def test_fix_changes_one_word_and_leaves_all_else(articlelint: Articlelint) -> None:
    before = EXPORT.replace("The “ferry”", "The the “ferry”").replace("is small", "is is small")
    before = before.replace("One boat</li>", "One boat boat</li>").replace("boat sank", "boat boat sank")
    articlelint.write("a.wxr", before)
    articlelint("fix", "--isolated", "--select", "repeated-word", "--unsafe-fixes", ".")
    assert (articlelint.folder / "a.wxr").read_text(encoding="utf-8") == EXPORT


def test_fix_writes_the_string_of_a_rest_document(articlelint: Articlelint) -> None:
    doubled = {**POST, "content": {**POST["content"], "raw": BLOCKS.replace("was\nlate", "was was\nlate")}}  # type: ignore[dict-item]
    articlelint.write("a.json", dumped(doubled).decode())
    articlelint("fix", "--isolated", "--select", "repeated-word", "a.json")
    assert (articlelint.folder / "a.json").read_bytes() == dumped(POST)


def test_an_excerpt_that_stands_nowhere_else_is_read() -> None:
    post = {**SHOWN, "excerpt": {"rendered": "<p>Nobody knows why.</p>"}}
    _, (found,) = read("json", dumped(post))
    assert ("standfirst", "Nobody knows why.") in kinds(found)


def test_status_says_which_posts_are_read(articlelint: Articlelint) -> None:
    text = export(
        item(1, "Live", "The the boat."),
        item(2, "Draft", "The the boat.", status="draft"),
        item(3, "Thrown away", "The the boat.", status="trash"),
        item(4, "Pitch", "The the boat.", status="pitch"),
    )
    articlelint.write("a.xml", text)
    options = ("check", "--select", "repeated-word", "--output-format", "json", "a.xml")

    def posts_of(*more: str) -> list[str]:
        return [str(f["location"]["article"])[:6] for f in articlelint(*options, *more).findings]

    assert posts_of() == ["post 1", "post 2", "post 4"]
    assert posts_of("--status", "publish, DRAFT") == ["post 1", "post 2"]
    assert posts_of("--status", "trash", "--status", "pitch") == ["post 3", "post 4"]
    articlelint.write(".articlelint.toml", 'status = ["Draft"]')
    assert posts_of() == ["post 2"]
    assert posts_of("--status", "publish") == ["post 1"]
    done = articlelint(*options, "--status", "publsh")
    assert done.code == 2
    assert "a.xml: nothing was read: it has no article with the status publsh" in done.err


PIECES = """
<!-- wp:paragraph -->|<!-- /wp:paragraph -->|<!-- wp:group {"a":"b"} -->|<!-- /wp:group -->|<!-- wp:verse -->|<!-- /wp:verse -->|
<!-- wp:code -->|<!-- /wp:code -->|<!-- wp:embed -->|<!-- /wp:embed -->|<figcaption>|</figcaption>|<!-- wp:freeform -->|<!-- /wp:freeform -->|
<!-- wp:more /-->|<!--more-->|<!--|-->|<p>|</p>|<pre>|</pre>|<br />|\n|\n\n|One boat. |two &amp; |[caption a="b"]|[/caption]|[gallery]|
https://example.org|<blockquote>|</blockquote>|]]>|<strong>|</strong>|😀|<li>|[embed]|[/embed]
""".replace("|\n", "|").strip("\n").replace("\\n", "\n").split("|")  # fmt: skip


@settings(max_examples=150)
@given(content=st.lists(st.sampled_from(PIECES), max_size=30).map("".join))
def test_any_content_has_sound_maps(content: str) -> None:
    assert len(read_content(content).page) == len(content)
    for name, data in (
        ("wordpress", export(item(1, "One two three", content)).encode()),
        ("wordpress-rest", dumped({**SHOWN, "content": {"raw": content}})),
    ):
        source, articles = read(name, data)
        assert articles_fault(articles, len(source.text)) == ""
        undo = unescape if name == "wordpress" else json_unescaped
        for article in articles:
            found = words_in_place(source, article, undo)
            assert found.tried == found.exact
