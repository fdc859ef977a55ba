"""
The ``html`` format: one page to read in a browser, with every article, its findings and an index.

The page needs no other file, asks for nothing on the network and can be read without its script, which only
filters and steps. A content security policy forbids everything but the style and the script in it, so even a
fault in the escaping could not run a script of an article.
"""

from __future__ import annotations

import base64
import hashlib
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from importlib.resources import files
from pathlib import PurePath
from tempfile import SpooledTemporaryFile

from articlelint.model import Severity
from articlelint.report.base import FileResult, Terminal
from articlelint.report.escape import web_page
from articlelint.report.html_article import article, rule_link
from articlelint.report.totals import Totals, most_frequent
from articlelint.report.wording import counted, relative_path

OPEN = 50
"""How many findings are unfolded. The articles after these are folded, so that a large page opens quickly."""

BEGINNING = """<!doctype html>
<html lang="en" class="articlelint-report">
"""
"""How every page begins, by which a later run knows that the file may be replaced."""

_IN_MEMORY = 1_000_000
"""How many characters of articles are kept in memory. More of them wait in a temporary file."""
_CHUNK = 65_536


class HtmlReporter:
    """Writes a page when all results have arrived, because its index counts them."""

    name = "html"

    def report(
        self, results: Iterable[FileResult], write: Callable[[str], object], terminal: Terminal
    ) -> None:
        """Write the page."""
        del terminal
        index = _Index()
        with SpooledTemporaryFile(_IN_MEMORY, "w+", encoding="utf-8", newline="") as articles:
            for result in results:
                for part in index.add(result):
                    articles.write(part)
            write(page_head(index.totals.headline(), _file("style.css"), _file("script.js")))
            for part in index.parts():
                write(part)
            articles.seek(0)
            while chunk := articles.read(_CHUNK):
                write(chunk)
        write(f"</main>\n<script>{_file('script.js')}</script>\n</body>\n</html>\n")


@dataclass(slots=True)
class _Index:
    """The index so far: what the page counts, and the numbers by which its elements know each other."""

    totals: Totals = field(default_factory=Totals)
    shown: int = 0
    """How many articles have a section: those with findings or errors."""
    has_guesses: bool = False
    """Whether a finding has a confidence."""
    with_errors: int = 0
    first_with_errors: int = 0
    rules: dict[str, int] = field(default_factory=dict[str, int])
    folders: dict[str, int] = field(default_factory=dict[str, int])
    in_folder: Counter[str] = field(default_factory=Counter[str])
    """How many findings the articles in each folder have."""
    first_in_folder: dict[str, int] = field(default_factory=dict[str, int])

    def add(self, result: FileResult) -> Iterator[str]:
        """Count an article, and yield the parts of its section, if it has one."""
        before = self.totals.rules.total()
        self.totals.add(result)
        if not (result.diagnostics or result.errors):
            return
        self.shown += 1
        if result.errors:
            self.with_errors += 1
            self.first_with_errors = self.first_with_errors or self.shown
        self.has_guesses = self.has_guesses or any(d.confidence is not None for d in result.diagnostics)
        folder = PurePath(relative_path(result.path)).parent.as_posix()
        number = self.folders.setdefault(folder, len(self.folders))
        if result.diagnostics:
            self.in_folder[folder] += len(result.diagnostics)
            self.first_in_folder.setdefault(folder, self.shown)
        yield from article(result, self.shown, number, self._rule_number, is_open=before < OPEN)

    def _rule_number(self, rule: str) -> int:
        return self.rules.setdefault(rule, len(self.rules))

    def parts(self) -> Iterator[str]:
        """The heading of the page, its tables and its filters."""
        yield f"<header>\n<h1>articlelint: {self.totals.headline()}</h1>\n"
        if self.with_errors:
            where = f'<a href="#a{self.first_with_errors}">{counted(self.with_errors, "article")}</a>'
            yield f'<p class="errors">Not everything was checked: see {where}.</p>\n'
        if self.totals.rules:
            # A page in a folder with articles is linted as one.
            yield "<!-- articlelint: ignore-file -->\n"
            yield '<p><a href="#articles">To the articles</a></p>\n'
        yield "</header>\n"
        if self.totals.rules:
            yield '<nav class="index" aria-label="Index">\n'
            yield from self._rule_table()
            yield from self._folder_table()
            yield "</nav>\n"
            yield from self._filters()
        yield '<main id="articles">\n'

    def _rule_table(self) -> Iterator[str]:
        rows = [
            (rule_link(rule, self.totals.links[rule]), count, self.totals.articles[rule])
            for rule, count in most_frequent(self.totals.rules)
        ]
        yield from _table("Rules", ("Rule", "Findings", "Articles"), rows)

    def _folder_table(self) -> Iterator[str]:
        rows = [
            (f'<a href="#a{self.first_in_folder[folder]}"><bdi>{_folder_name(folder)}</bdi></a>', count)
            for folder, count in sorted(self.in_folder.items())
        ]
        yield from _table("Folders", ("Folder", "Findings"), rows)

    def _filters(self) -> Iterator[str]:
        """The controls of the script, which shows them: without it they would do nothing."""
        yield '<form id="filters" aria-label="Filters" autocomplete="off" hidden>\n'
        for severity in Severity:
            if self.totals.severities[severity]:
                box = f'<input type="checkbox" name="severity" value="{severity}" checked>'
                yield f"<label>{box} {severity}</label>\n"
        if self.has_guesses:
            yield '<label><input type="checkbox" id="guesses" checked> guesses</label>\n'
        rules = {rule: web_page(rule) for rule in self.rules}
        folders = {folder: _folder_name(folder) for folder in self.in_folder}
        yield from _select("rule", "All rules", self.rules, rules)
        yield from _select("folder", "All folders", self.folders, folders)
        yield '<button type="button" id="open">Unfold all</button>\n'
        yield '<button type="button" id="close">Fold all</button>\n'
        keys = "<kbd>j</kbd> next finding, <kbd>k</kbd> previous"
        yield f'<label><input type="checkbox" id="keys" checked> {keys}</label>\n'
        yield f'<output id="count">{counted(self.totals.rules.total(), "finding")}</output>\n</form>\n'


def _table(caption: str, columns: Iterable[str], rows: Iterable[tuple[str | int, ...]]) -> Iterator[str]:
    """A table. The cells are HTML, and the first of a row is its heading."""
    yield f"<table>\n<caption>{caption}</caption>\n<thead><tr>"
    yield from (f'<th scope="col">{column}</th>' for column in columns)
    yield "</tr></thead>\n<tbody>\n"
    for heading, *cells in rows:
        yield f'<tr><th scope="row">{heading}</th>{"".join(f"<td>{cell}</td>" for cell in cells)}</tr>\n'
    yield "</tbody>\n</table>\n"


def _select(
    name: str, everything: str, numbers: Mapping[str, int], labels: Mapping[str, str]
) -> Iterator[str]:
    """A list to choose one of some rules or folders from; the labels are HTML."""
    yield f'<label>{name.capitalize()} <select name="{name}"><option value="">{everything}</option>\n'
    for key in sorted(labels):
        yield f'<option value="{numbers[key]}">{labels[key]}</option>\n'
    yield "</select></label>\n"


def _folder_name(folder: str) -> str:
    return "the current folder" if folder == "." else web_page(folder)


def page_head(title: str, style: str, script: str = "") -> str:
    """
    Return the beginning of a page, until the body; ``title`` is HTML.

    A content security policy allows this style and script and nothing else.
    """
    scripts = _hash(script) if script else "'none'"
    policy = (
        f"default-src 'none'; style-src {_hash(style)}; script-src {scripts}; "
        "base-uri 'none'; form-action 'none'"
    )
    return (
        f'{BEGINNING}<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<meta name="referrer" content="no-referrer">\n'
        f"<title>articlelint: {title}</title>\n<style>{style}</style>\n</head>\n<body>\n"
    )


def _file(name: str) -> str:
    return files("articlelint.report").joinpath("html_files", name).read_text(encoding="utf-8")


def _hash(text: str) -> str:
    """The source expression of a content security policy that allows an inline style or script."""
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"
