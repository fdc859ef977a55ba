"""Exports of WordPress (WXR): an RSS document in which each item is a post, a page or an attached file."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from html import unescape
from textwrap import shorten
from typing import NamedTuple

from articlelint.markup.assembly import Assembly
from articlelint.markup.base import Article, Markup
from articlelint.markup.wordpress import read_content
from articlelint.markup.xml_files.document import Document, Element
from articlelint.markup.xml_files.prose import html_in
from articlelint.model import BlockKind, Location, PlaceKind, Span

_NO_ARTICLES = frozenset(
    """
    custom_css customize_changeset nav_menu_item oembed_cache revision user_request wp_font_face
    wp_font_family wp_global_styles wp_navigation wp_template wp_template_part
    """.split()
)
"""The types of posts of WordPress itself in which no article is kept."""
_ATTACHMENT = "attachment"
_INHERITS = "inherit"
"""The status of an attached file, which has that of its post."""
_NO_DATE = "0000"
_LONGEST_TITLE = 50
_TAG = re.compile(r"<[^<>]*+>")
_CONTENT = "content"


def matches(document: Document) -> bool:
    """Whether a document is an export."""
    channel = document.root.find("channel")
    return channel is not None and any(
        child.name == "wp:wxr_version" or (child.name == "item" and "wp:post_type" in _fields(child))
        for child in channel.children
    )


def articles(document: Document) -> Iterator[Assembly]:
    """Yield the posts."""
    for channel in document.root.find_all("channel"):
        authors = {
            document.text(author.find("author_login")): document.text(author.find("author_display_name"))
            for author in channel.find_all("author")
        }
        posts = [_Post(document, _fields(item), item) for item in channel.find_all("item")]
        statuses = {post.text("wp:post_id"): post.text("wp:status") for post in posts}
        for post in posts:
            if post.text("wp:post_type") not in _NO_ARTICLES:
                yield _article(post, authors, statuses)


def _fields(item: Element) -> dict[str, Element]:
    """The elements in an item by name; of several, the first counts."""
    return {child.name: child for child in reversed(item.children)}


class _Post(NamedTuple):
    """An item of an export."""

    document: Document
    fields: Mapping[str, Element]
    item: Element

    def text(self, name: str) -> str:
        """Return the text of a field; "" if there is none."""
        return self.document.text(self.fields.get(name))

    def meta(self, key: str) -> Element | None:
        """Return the value of a custom field; None if there is none."""
        for meta in self.item.find_all("postmeta"):
            if self.document.text(meta.find("meta_key")) == key:
                return meta.find("meta_value")
        return None


def _article(post: _Post, authors: Mapping[str, str], statuses: Mapping[str, str]) -> Assembly:
    kind, number = post.text("wp:post_type") or "post", post.text("wp:post_id")
    title = shorten(unescape(_TAG.sub("", post.text("title"))), _LONGEST_TITLE, placeholder="…")
    article = _PostArticle(f"{kind}-{number}", f"{kind} {number}" + (f" “{title}”" if title else ""))
    if kind == _ATTACHMENT:
        # The title of a file is mostly its name.
        article.field(post, "excerpt:encoded", "caption", BlockKind.CAPTION)
        article.field(post, "content:encoded", "description", BlockKind.PARAGRAPH)
        alternative = post.meta("_wp_attachment_image_alt")
        if alternative is not None and post.document.has_text(alternative):
            article.block(html_in(post.document, alternative)._replace(at="alt"), BlockKind.ALT_TEXT)
    else:
        article.field(post, "title", "title", BlockKind.HEADLINE)
        article.field(post, "excerpt:encoded", "excerpt", BlockKind.STANDFIRST)
        article.content(post)
    _note(article, post, authors, statuses)
    return article


def _note(article: Assembly, post: _Post, authors: Mapping[str, str], statuses: Mapping[str, str]) -> None:
    """Note the metadata. Of several categories, the first counts, as in front matter."""
    status = post.text("wp:status")
    if status == _INHERITS:
        status = statuses.get(post.text("wp:post_parent"), "publish")
    date = post.text("wp:post_date")
    login = post.text("dc:creator")
    category = next(
        (each for each in post.item.find_all("category") if each.attribute("domain") == "category"), None
    )
    for key, value in (
        ("status", status),
        ("date", "" if date.startswith(_NO_DATE) else date),
        ("author", authors.get(login) or login),
        ("category", post.document.text(category)),
    ):
        if value:
            article.metadata[key] = unescape(value)


class _PostArticle(Assembly):
    """
    A post that is being put together. Its places are its blocks, as the editor counts them.

    In a post of the classic editor, paragraphs, headings and items of lists are counted. ``shown`` names the
    post for people.
    """

    def __init__(self, name: str, shown: str) -> None:
        super().__init__(PlaceKind.FIELD, name)
        self._shown = shown
        self._content: Span | None = None
        self._blocks: Sequence[tuple[int, str]] = ()

    def field(self, post: _Post, name: str, at: str, kind: BlockKind) -> None:
        """Add a field that is the source of HTML, if it is not blank."""
        element = post.fields.get(name)
        if element is not None and post.document.has_text(element):
            self.html(html_in(post.document, element)._replace(at=at), kind)

    def content(self, post: _Post) -> None:
        """Add the content, if it is not blank."""
        element = post.fields.get("content:encoded")
        if element is None or not post.document.has_text(element):
            return
        part = html_in(post.document, element)._replace(at=_CONTENT)
        content = read_content(part.text)
        self._content = self.html(part, page=content.page, breaks=content.breaks)
        self._blocks = [(self._content.start + start, number) for start, number in content.blocks]

    def finish(self) -> Article:
        """Return the article."""
        article = super().finish()
        blocks = self._blocks or list(_counted(article.markup, self._content))
        assert article.locate is not None
        shown = self._shown if self.name else ""
        return article._replace(locate=partial(_locate, article.locate, article.markup, blocks, shown))


def _counted(markup: Markup, content: Span | None) -> Iterator[tuple[int, str]]:
    """Yield the blocks of prose in the content of the classic editor, each with its start and number."""
    number = 0
    for block in markup.blocks:
        start = markup.offsets.start(block.span.start)
        if content is not None and start >= content.start:
            number += 1
            yield start, str(number)


def _locate(
    field: Callable[[int], Location],
    markup: Markup,
    blocks: Sequence[tuple[int, str]],
    shown: str,
    offset: int,
) -> Location:
    """Where an offset into the text of an article is: in which field or block, at which character of it."""
    found = field(offset)
    start = offset - found.character + 1
    if found.at == _CONTENT and blocks:
        number = max(bisect_right(blocks, offset, key=lambda block: block[0]) - 1, 0)
        start, at = blocks[number]
        found = found._replace(kind=PlaceKind.BLOCK, at=at)
    character = markup.offsets.prose_at(offset) - markup.offsets.prose_at(start) + 1
    return found._replace(character=max(character, 1), article=shown)
