"""The page of the ``html`` format, as a browser reads it: no browser is needed, a parser of HTML is."""

from __future__ import annotations

import base64
import hashlib
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from conftest import Articlelint
from hypothesis import given
from lxml import html as lxml_html
from reports.samples import NEWS, RESULTS, diagnostic, output, result
from reports.test_any_text import ANY, HOSTILE, results

from articlelint.model import Diagnostic, Severity, SourceRelated, Span
from articlelint.report import built_in
from articlelint.report.base import FileResult, Terminal
from articlelint.report.escape import web_page
from articlelint.report.html import OPEN
from articlelint.report.html_text import Mark, marked_passages, passages
from articlelint.source import Source

Element = lxml_html.HtmlElement

TAGS = {
    "html", "head", "meta", "title", "style", "script", "body", "header", "nav", "main", "form", "article",
    "h1", "h2", "h3", "p", "a", "bdi", "ul", "li", "table", "caption", "thead", "tbody", "tr", "th", "td",
    "label", "input", "select", "option", "button", "kbd", "output", "details", "summary", "div", "span",
    "mark", "code",
}  # fmt: skip
ATTRIBUTES = {
    "lang", "class", "charset", "http-equiv", "content", "name", "id", "href", "rel", "role", "aria-label",
    "scope", "type", "value", "checked", "autocomplete", "hidden", "data-f", "data-k", "data-n", "data-r",
    "dir", "open", "tabindex",
}  # fmt: skip


def page(found: list[FileResult] = RESULTS) -> Element:
    return lxml_html.document_fromstring(output("html", found))


def finding(source: Source, start: int, end: int, severity: Severity = Severity.ERROR) -> Diagnostic:
    span = Span(start, end)
    text = source.text[start:end]
    return Diagnostic(source.path, span, source.place(span), "a-rule", "desk", severity, "no", text)


def as_read(text: str) -> str:
    """The text of an article as its page has it: control characters as symbols, and a newline at the end."""
    lines = [line.rstrip("\r") for line in text.split("\n")]
    shown = "".join(f"{web_page(line)}\n" for line in lines)
    return "".join(lxml_html.fragment_fromstring(shown, create_parent="div").itertext())


def texts(article: Element) -> str:
    return "".join(article.xpath(".//p[@class='text']//text()"))


def marked_words(article: Element, number: int) -> str:
    """What the marks of a finding cover."""
    return "".join(
        mark.text_content() for mark in article.iter("mark") if str(number) in mark.get("data-k").split()
    )


@given(results())
def test_nothing_of_an_article_a_name_or_a_message_becomes_markup(found: list[FileResult]) -> None:
    document = page(found)
    for element in document.iter():
        assert isinstance(element.tag, str) or element.text == " articlelint: ignore-file "
        if isinstance(element.tag, str):
            assert element.tag in TAGS
            assert set(element.keys()) <= ATTRIBUTES
    assert len(document.xpath("//li[contains(@class, 'card')]")) == len(found[0].diagnostics)
    assert len(document.xpath("//ul[@class='errors']/li")) == len(found[0].errors)
    ids = Counter(document.xpath("//@id"))
    assert ids.total() == len(ids)
    assert {link[1:] for link in document.xpath("//@href") if link.startswith("#")} <= ids.keys()


@given(ANY, HOSTILE)
def test_text_comes_out_as_it_went_in(text: str, hostile: str) -> None:
    text += hostile
    source = Source("a.txt", text)
    lines = {number: line.rstrip("\r") for number, line in enumerate(text.split("\n"), 1)}
    place = source.place(Span(len(text) // 3, len(text) // 2))
    marks = [Mark(place, "", 1, Severity.ERROR), Mark(source.place(Span(0, len(text))), "")]
    shown = "".join(part for _, part in marked_passages(lines, marks))
    element = lxml_html.fragment_fromstring(shown, create_parent="div")
    assert element.text_content() == as_read(text)


def test_an_article_is_shown_whole_with_its_marks_in_place(tmp_path: Path) -> None:
    text = "Kiev is one.\n\nTwo & <b>two</b>\tpaths,\nand Kyiv.\n\n\nThe end, the the end\n"
    path = tmp_path / "a.txt"
    path.write_text(text)
    source = Source(str(path), text)
    kyiv = source.place(Span(text.index("Kyiv"), text.index("Kyiv") + 4))
    found = [
        finding(source, 0, 4)._replace(related=(SourceRelated("other", kyiv), SourceRelated("again", kyiv))),
        finding(source, 8, text.index("paths"), Severity.INFO),
        finding(source, text.index("<b>"), text.index("and")),
        finding(source, text.index("end,"), text.index("end,")),
        finding(source, text.index("the the"), text.index("the the") + 7),
    ]
    (article,) = page([result(source, *found)]).iter("article")
    assert texts(article) == text + "\n"
    assert [marked_words(article, n) for n in range(1, 6)] == [d.text for d in found]
    assert article.xpath("//span[@class='other']/text()") == ["Kyiv"]
    assert article.xpath("//li/p/a[starts-with(@href, '#r')]/@href") == ["#r1-4-5", "#r1-4-5"]
    rows = article.xpath(".//div[@class='row']")
    assert [len(row.xpath(".//li")) for row in rows] == [2, 1, 2]
    # Where two findings overlap, the mark has the worse severity.
    assert [m.get("class") for m in article.iter("mark") if m.get("data-k") == "2 3"] == ["error"]
    # The number of a finding stands where its mark begins.
    number = article.xpath(".//a[@data-n='5']")[0]
    assert number.getnext().text_content() == "the the"


@pytest.mark.parametrize("content", [None, "It was the the end of it.\n", "Oh!\nIt was the the end.\n"])
def test_an_article_that_is_not_as_it_was_checked_is_shown_in_part(
    tmp_path: Path, content: str | None
) -> None:
    path = tmp_path / "a.txt"
    if content is not None:
        path.write_text(content)
    source = Source(str(path), "First.\n\nIt was the the end.\n\nLast.\n")
    start = source.text.index("the the")
    (article,) = page([result(source, finding(source, start, start + 7))]).iter("article")
    assert texts(article) == "It was the the end.\n"
    assert marked_words(article, 1) == "the the"
    assert article.xpath(".//p[@class='note']")


def test_a_finding_whose_line_is_not_known_has_a_card_and_no_dead_link() -> None:
    found = diagnostic("Kiev", "no", related="Kyiv")
    (article,) = page([FileResult(NEWS.path, (found,))]).iter("article")
    assert len(article.xpath(".//li[@class='card error']")) == 1
    assert article.xpath(".//@href") == []


def test_passages_are_paragraphs_with_their_blank_lines() -> None:
    lines = dict(enumerate(["", "a", "b", " ", "", "c", "", "d"], 1))
    assert [list(passage) for passage in passages(lines)] == [[1], [2, 3, 4, 5], [6, 7], [8]]
    long = "A paragraph on one line, " * 5
    assert [list(passage) for passage in passages({1: long, 2: long, 3: "", 4: "a"})] == [[1], [2, 3], [4]]
    assert [list(passage) for passage in passages({3: "a", 4: "b", 9: "c"})] == [[3, 4], [9]]


def test_the_policy_allows_the_style_and_the_script_and_nothing_else() -> None:
    text = output("html")
    policy = page().xpath("//meta[@http-equiv='Content-Security-Policy']/@content")[0]
    directives = dict(part.split(" ", 1) for part in policy.split("; "))
    for name, tag in (("style-src", "style"), ("script-src", "script")):
        (inline,) = re.findall(f"<{tag}>(.*?)</{tag}>", text, re.DOTALL)
        digest = base64.b64encode(hashlib.sha256(inline.encode()).digest()).decode()
        assert directives.pop(name) == f"'sha256-{digest}'"
    assert directives == {"default-src": "'none'", "base-uri": "'none'", "form-action": "'none'"}
    # The policy stands before everything that it should forbid.
    assert text.index("Content-Security-Policy") < text.index("<style>")


def test_nothing_is_asked_for() -> None:
    document = page()
    assert not document.xpath("//@src | //@srcset | //@style | //link | //@*[starts-with(name(), 'on')]")
    style = document.xpath("//style")[0].text
    script = document.xpath("//script")[0].text
    assert "url(" not in style
    assert "@import" not in style
    assert not re.search(r"fetch|XMLHttpRequest|WebSocket|import|http|eval|innerHTML|storage", script)


@pytest.mark.parametrize(
    ("url", "links"),
    [
        ("https://example.org/a?b=\"<c>'", ["https://example.org/a?b=%22%3Cc%3E'"]),
        ("javascript:alert(1)", []),
        ("data:text/html,<script>", []),
        ("//example.org", []),
        ("", []),
    ],
)
def test_only_pages_on_the_web_are_linked(url: str, links: list[str]) -> None:
    document = page([result(NEWS, diagnostic("Kiev", "no", url=url))])
    assert document.xpath("//li//a[code]/@href") == document.xpath("//nav//a[code]/@href") == links


def test_the_index_counts_by_rule_and_folder() -> None:
    document = page([*RESULTS, FileResult("x/c.txt", (diagnostic("Kiev", "no"),))])
    rules, folders = document.iter("table")
    assert [[c.text_content() for c in row] for row in rules.iter("tr")] == [
        ["Rule", "Findings", "Articles"],
        ["a-rule", "8", "3"],
        ["rule-of-a-plugin", "1", "1"],
    ]
    assert [[c.text_content() for c in row] for row in folders.iter("tr")] == [
        ["Folder", "Findings"],
        ["news", "8"],
        ["x", "1"],
    ]
    assert folders.xpath(".//@href") == ["#a1", "#a4"]
    assert "Not everything was checked" in document.xpath("//header")[0].text_content()
    assert document.xpath("//article[@id='a3']//li/text()") == [
        "news/broken.txt: not a text file; exclude it"
    ]


def test_headings_and_labels() -> None:
    document = page()
    assert document.get("lang") == "en"
    assert len(document.xpath("//h1")) == len(document.xpath("//main")) == 1
    for article in document.iter("article"):
        levels = [element.tag for element in article.iter("h2", "h3")]
        assert levels[0] == "h2"
        assert set(levels[1:]) <= {"h3"}
    assert not document.xpath("//input[not(ancestor::label)] | //select[not(ancestor::label)]")
    assert not document.xpath("//a[not(normalize-space(.)) and not(@aria-label)]")
    assert document.xpath("//form/@hidden") == [""], "the filters need the script, which shows them"


def test_severity_confidence_and_fix_are_worded_as_in_the_full_format() -> None:
    full = output("full")
    for card in page().xpath("//li[contains(@class, 'card')]"):
        fix = card.xpath("p[@class='fix']/text()")
        assert not fix or f"= {fix[0]}\n" in full
    assert "error · a-rule (99 % sure)" in page().text_content()
    assert "suggestion, by hand: write “.”" in page().text_content()


def test_guesses_can_be_filtered_where_there_are_some() -> None:
    certain = page([result(NEWS, diagnostic("Kiev", "no"))])
    assert not certain.xpath("//*[@id='guesses'] | //li[contains(@class, 'guess')]")
    both = page([result(NEWS, diagnostic("Kiev", "no"), diagnostic("Kiev", "perhaps", confidence=0.8))])
    assert both.xpath("//label[input/@id='guesses']")[0].text_content().strip() == "guesses"
    (guess,) = both.xpath("//li[contains(@class, 'guess')]")
    assert "perhaps" in guess.text_content()


def test_articles_after_the_first_findings_are_folded() -> None:
    found = [diagnostic("Kiev", "no")] * (OPEN - 1)
    folded = page([result(NEWS, *found)] * 3).xpath("//details[not(@open)]")
    assert [details.getparent().get("id") for details in folded] == ["a3"]


def many(count: int) -> Iterator[FileResult]:
    for _ in range(count):
        yield result(NEWS, diagnostic("Kiev", "no", related="Kyiv"))


def test_the_size_is_in_proportion_to_the_findings() -> None:
    sizes = [len(output("html", many(count))) for count in (0, 1_000, 10_000)]
    each = (sizes[1] - sizes[0]) / 1_000
    assert each < 1_200
    assert sizes[2] - sizes[0] == pytest.approx(10_000 * each, rel=0.02)


def test_many_findings_in_one_paragraph_take_time_in_proportion() -> None:
    text = "word " * 10_000
    source = Source("a.txt", text)
    marks = [
        Mark(source.place(Span(start, start + 4)), "", n, Severity.INFO)
        for n, start in enumerate(range(0, len(text), 5), 1)
    ]
    ((_, shown),) = marked_passages({1: text}, marks)
    assert shown.count("<mark ") == 10_000


def test_no_result_is_kept_in_memory() -> None:
    """The articles of a large run wait in a temporary file, so the reporter holds no more than the index."""
    import tracemalloc

    tracemalloc.start()
    try:
        built_in("html").report(many(5_000), len, Terminal())
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert peak < 8_000_000


def opened(articlelint: Articlelint) -> dict[str, str]:
    """An environment in which the browser notes the address that it is given."""
    browser = articlelint.write("browser.sh", f'#!/bin/sh\necho "$1" >> {articlelint.folder}/opened\n')
    browser.chmod(0o755)
    return {"BROWSER": f"{browser} %s"}


ONLY = ("--isolated", "--no-cache", "--select", "repeated-word")


@pytest.mark.parametrize(
    "options",
    [("--output-format", "html:report.html"), ("--output-format", "html", "--output-file", "report.html")],
)
def test_open_opens_the_page_and_the_page_is_no_article(
    articlelint: Articlelint, options: tuple[str, ...]
) -> None:
    articlelint.write("a.txt", "It was the the end.\n")
    env = opened(articlelint)
    for _ in range(2):
        done = articlelint("check", *ONLY, *options, "--open", ".", env=env)
        assert (done.code, done.err) == (1, "")
        document = lxml_html.parse(str(articlelint.folder / "report.html"))
        assert document.xpath("//h1/text()") == ["articlelint: 1 error in 1 article"]
    address = (articlelint.folder / "report.html").as_uri()
    assert (articlelint.folder / "opened").read_text().split() == [address, address]
    done = articlelint("check", *ONLY, ".")
    assert done.out.count("error[") == 1


def test_a_web_page_of_others_is_not_replaced(articlelint: Articlelint) -> None:
    articlelint.write("story.html", "<!doctype html>\n<p>It was the the end.</p>\n")
    done = articlelint("check", *ONLY, "--output-format", "html:story.html", ".")
    assert done.code == 2
    assert "would replace an article" in done.err


def test_where_no_browser_starts_a_warning_says_so(articlelint: Articlelint) -> None:
    articlelint.write("a.txt", "It was the end.\n")
    done = articlelint(
        "check", *ONLY, "--output-format", "html:r.html", "--open", "a.txt", env={"BROWSER": "false"}
    )
    assert done.code == 0
    assert done.err == "articlelint: warning: no browser could be started; open r.html yourself\n"


@pytest.mark.parametrize(
    ("args", "message"),
    [
        ((), "--open needs an html report in a file: add --output-format html:report.html"),
        (("--output-format", "html"), "--open needs an html report in a file"),
        (("--output-format", "json:a.json"), "--open needs an html report in a file"),
        (("--output-format", "html:r.html", "--diff"), "it cannot be used with --statistics or --diff"),
        (("--output-file", "r.html", "--statistics"), "it cannot be used with --statistics or --diff"),
        (("--output-format", "html:r.html", "--watch"), "--open and --watch cannot be used together"),
    ],
)
def test_open_needs_a_page_in_a_file(articlelint: Articlelint, args: tuple[str, ...], message: str) -> None:
    articlelint.write("a.txt", "It was the the end.\n")
    done = articlelint("check", *ONLY, *args, "--open", "a.txt", env=opened(articlelint))
    assert (done.code, done.out) == (2, "")
    assert message in done.err
    assert done.err.count("\n") == 1
    assert not (articlelint.folder / "opened").exists()


def test_standard_input_is_shown_as_far_as_it_is_known(articlelint: Articlelint) -> None:
    done = articlelint("check", *ONLY, "--output-format", "html", "-", stdin=b"One.\n\nIt was the the end.\n")
    document = lxml_html.document_fromstring(done.out)
    assert texts(document) == "It was the the end.\n"
