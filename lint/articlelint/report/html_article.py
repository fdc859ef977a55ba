"""An article in the ``html`` format: its text with marks, and the cards of the findings beside it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from articlelint.model import Diagnostic, Place
from articlelint.report.base import FileResult
from articlelint.report.escape import address, one_line, web_page, xml_attribute
from articlelint.report.html_text import Mark, marked_passages, read_again
from articlelint.report.totals import severities_of
from articlelint.report.wording import at, counted, fix_in_words, sureness

_NOT_WHOLE = (
    "Only the lines with findings are shown: the article came from standard input, git, a zip file, or a "
    "Word or OpenDocument file, or its file has changed since."
)


def article(
    result: FileResult, number: int, folder: int, rule_number: Callable[[str], int], *, is_open: bool
) -> Iterator[str]:
    """
    Yield the parts of the element of an article.

    ``number``, ``folder`` and ``rule_number`` identify the article, its folder and its rules in the page.
    """
    yield f'<article id="a{number}" data-f="{folder}">\n<h2><bdi>{web_page(result.path)}</bdi></h2>\n'
    if result.errors:
        errors = "".join(f"<li>{web_page(one_line(error))}</li>" for error in result.errors)
        yield f'<ul class="errors" role="list">{errors}</ul>\n'
    if result.diagnostics:
        count = f"{counted(len(result.diagnostics), 'finding')}: {severities_of(result.diagnostics)}"
        yield f"<details{' open' if is_open else ''}>\n<summary>{count}</summary>\n"
        lines = read_again(result)
        if lines is None:
            yield f'<p class="note">{_NOT_WHOLE}</p>\n'
        yield from _rows(result, number, result.lines if lines is None else lines, rule_number)
        yield "</details>\n"
    yield "</article>\n"


def _rows(
    result: FileResult, number: int, lines: Mapping[int, str], rule_number: Callable[[str], int]
) -> Iterator[str]:
    """The paragraphs, each with the cards of the findings that begin in it."""
    cards: dict[int, list[str]] = {}
    marks: list[Mark] = []
    others: dict[str, Mark] = {}
    for n, d in enumerate(result.diagnostics, 1):
        name = f"{number}-{n}"
        shown = d.place.start.line in lines
        link = f'id="m{name}" href="#c{name}" data-n="{n}" aria-label="Finding {n}"'
        marks.append(Mark(d.place, f'<a class="n {d.severity}" {link}></a>', n, d.severity))
        for related in d.related:
            id_ = _other_id(number, related.place)
            others.setdefault(id_, Mark(related.place, f'<span id="{id_}"></span>'))
        card = "".join(_card(d, number, n, lines, rule_number(d.rule)))
        cards.setdefault(d.place.start.line if shown else 0, []).append(card)
    for passage, text in marked_passages(lines, [*marks, *others.values()]):
        yield _row(f'<p class="text" dir="auto">{text}</p>', [c for n in passage for c in cards.get(n, ())])
    if 0 in cards:
        yield _row("", cards[0])


def _row(text: str, cards: list[str]) -> str:
    listed = f'<ul class="cards" role="list">\n{"".join(cards)}</ul>' if cards else ""
    return f'<div class="row">{text}{listed}</div>\n'


def _other_id(number: int, place: Place) -> str:
    return f"r{number}-{place.start.line}-{place.start.column}"


def _card(d: Diagnostic, number: int, n: int, lines: Mapping[int, str], rule: int) -> Iterator[str]:
    """A finding: what is wrong, where, how severe, the other places, and the fix in words."""
    name = f"{number}-{n}"
    guess = "" if d.confidence is None else " guess"
    yield f'<li class="card {d.severity}{guess}" id="c{name}" data-r="{rule}" tabindex="-1">'
    yield f'<h3><span class="n {d.severity}">{n}</span> {web_page(one_line(d.message))}</h3>'
    where = web_page(at(d.place, d.location))
    if d.place.start.line in lines:
        where = _link(f"m{name}", where)
    if d.location is not None and not d.location.replaces_lines:
        where += f" · {web_page(one_line(str(d.location)))}"
    yield f"<p>{where} · {d.severity} · {rule_link(d.rule, d.url)}{sureness(d.confidence)}</p>"
    for related in d.related:
        other = f"{web_page(one_line(related.message))} ({at(related.place, related.location)})"
        shown = related.place.start.line in lines
        yield f"<p>{_link(_other_id(number, related.place), other) if shown else other}</p>"
    fix = fix_in_words(d, lines)
    if fix:
        yield f'<p class="fix">{web_page(fix)}</p>'
    yield "</li>\n"


def _link(id_: str, html: str) -> str:
    return f'<a href="#{id_}">{html}</a>'


def rule_link(name: str, url: str) -> str:
    """Return the name of a rule, with a link to its page if that is a page on the web."""
    if not url.startswith(("https://", "http://")):
        return f"<code>{web_page(name)}</code>"
    return f'<a href={xml_attribute(address(url))} rel="noreferrer"><code>{web_page(name)}</code></a>'
