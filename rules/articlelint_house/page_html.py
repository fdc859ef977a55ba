"""The style guide as one HTML file without scripts, fonts or pictures."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import quote

from articlelint.commands import address, counted, encodable, xml_attribute, xml_text
from articlelint_house.page import IGNORED, Entry, Example, Page

_STYLE = """\
:root { color-scheme: light dark; }
body { font: 1.05rem/1.5 Georgia, serif; max-width: 46rem; margin: 0 auto; padding: 1rem; }
h1, h2, h3, dt, .note { font-family: system-ui, sans-serif; line-height: 1.25; }
h2 { border-bottom: 2px solid; margin-top: 2.5rem; }
h3 { margin-bottom: .25rem; }
article { margin-bottom: 2rem; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: 0 1rem; font-size: .9rem; }
dd { margin: 0; overflow-wrap: anywhere; }
.examples { list-style: none; padding-left: 1rem; border-left: 3px solid; }
.examples li { white-space: pre-line; margin: .25rem 0; }
.label { font: bold .8rem system-ui, sans-serif; }
.letters a { display: inline-block; padding: 0 .35rem; }
mark { background: #ffe08a; color: #000; padding: 0 .1em; }
@media print { nav, .skip { display: none; } article { break-inside: avoid; } }
"""
_LINKS = ("https://", "http://", "mailto:")


def html_page(page: Page) -> str:
    """The page as HTML."""
    return "\n".join(_lines(page)) + "\n"


def _lines(page: Page) -> Iterator[str]:
    title = _text(page.title)
    yield "<!DOCTYPE html>"
    yield IGNORED
    yield '<html lang="en">'
    yield "<head>"
    yield '<meta charset="utf-8">'
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">'
    yield f"<title>{title}</title>"
    yield f"<style>\n{_STYLE}</style>"
    yield "</head>"
    yield "<body>"
    yield '<a class="skip" href="#rules">To the rules</a>'
    yield f"<header>\n<h1>{title}</h1>"
    yield f"<p>{counted(page.rules, 'rule')}. What is <mark>marked</mark> in an example is reported.</p>"
    yield "</header>"
    yield from _contents(page)
    yield '<main id="rules">'
    for pack in page.packs:
        yield f"<section aria-labelledby={_id(pack.name)}>"
        yield f"<h2 id={_id(pack.name)}>{_text(pack.name)}</h2>"
        for entry in pack.entries:
            yield from _article(entry)
        yield "</section>"
    yield "</main>"
    yield from _index(page)
    yield "</body>\n</html>"


def _contents(page: Page) -> Iterator[str]:
    yield '<nav aria-labelledby="contents">\n<h2 id="contents">Contents</h2>\n<ul>'
    for pack in page.packs:
        count = counted(len(pack.entries), "rule")
        yield f"<li><a href={_to(pack.name)}>{_text(pack.name)}</a> ({count})</li>"
    yield '<li><a href="#index">A to Z</a></li>\n</ul>\n</nav>'


def _index(page: Page) -> Iterator[str]:
    yield '<nav aria-labelledby="index">\n<h2 id="index">A to Z</h2>'
    letters = " ".join(f"<a href={_to(f'index-{c}')}>{_text(c)}</a>" for c in page.lines)
    yield f'<p class="letters">{letters}</p>'
    for letter, lines in page.lines.items():
        yield f"<h3 id={_id(f'index-{letter}')}>{_text(letter)}</h3>\n<ul>"
        for line in lines:
            yield f"<li><a href={_to(line.rule)}>{_text(line.text)}</a></li>"
        yield "</ul>"
    yield "</nav>"


def _article(entry: Entry) -> Iterator[str]:
    rule = entry.rule
    yield f"<article id={_id(rule.name)}>"
    yield f"<h3>{_text(entry.title)}</h3>"
    if entry.disabled:
        yield f'<p class="note"><strong>Not in use:</strong> {_text(entry.disabled)}</p>'
    if entry.why:
        yield f"<p>{_text(entry.why)}</p>"
    if entry.examples:
        yield '<ul class="examples">'
        yield from map(_example, entry.examples)
        yield "</ul>"
    yield "<dl>"
    if rule.url:
        yield f"<dt>More</dt><dd>{_link(rule.url)}</dd>"
    for label, text in entry.facts:
        yield f"<dt>{_text(label)}</dt><dd>{_text(text)}</dd>"
    yield f"<dt>Rule</dt><dd><code>{_text(rule.name)}</code>{_where(rule.at)}</dd>"
    yield "</dl>\n</article>"


def _example(example: Example) -> str:
    label = "Reported:" if example.flagged else "Left alone:"
    text = "".join(f"<mark>{_text(p.text)}</mark>" if p.marked else _text(p.text) for p in example.pieces)
    fixed = f' <span class="label">Better:</span> {_text(example.fixed)}' if example.fixed else ""
    return f'<li><span class="label">{label}</span> {text}{fixed}</li>'


def _where(at: str) -> str:
    return f", {_text(at)}" if at else ""


def _link(url: str) -> str:
    """A link to a web page or a mail address; any other URL as text."""
    if not url.lower().startswith(_LINKS):
        return _text(url)
    return f"<a href={xml_attribute(address(url))}>{_text(url)}</a>"


def _text(text: str) -> str:
    return xml_text(encodable(text))


def _id(name: str) -> str:
    return xml_attribute(encodable(name).replace(" ", "-"))


def _to(name: str) -> str:
    return xml_attribute("#" + quote(encodable(name).replace(" ", "-"), safe="/.-"))
