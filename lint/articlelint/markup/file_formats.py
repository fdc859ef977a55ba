"""
The formats beside plain text, Markdown and HTML: what newsrooms keep articles in.

A new format is a module with a parser (see ``articlelint.markup.base``) and an entry in ``FORMATS``.
"""

from __future__ import annotations

from importlib.util import find_spec
from typing import NamedTuple


class Format(NamedTuple):
    """
    A format, and what ``articlelint formats`` says of it.

    ``parser`` is where the parser is, as ``MODULE:NAME``; NAME is called without arguments. ``reads`` says
    what of a file is read, and ``place`` how a place is told, in a few words. ``fixes`` says whether ``fix``
    can change such files. With ``only_named``, such files are not looked for in folders, because most are no
    articles. ``package`` is the module that the parser needs, and ``extra`` what installs it.
    """

    parser: str
    suffixes: tuple[str, ...]
    reads: str
    place: str = "line and column"
    fixes: bool = True
    only_named: bool = False
    package: str = ""
    extra: str = ""

    @property
    def missing_extra(self) -> str:
        """The extra that must be installed first; "" if nothing is missing."""
        return self.extra if self.package and find_spec(self.package) is None else ""


class MappedFormat(NamedTuple):
    """
    A format of the configuration: a table of ``[formats]`` that says which strings of JSON are prose.

    ``match`` are patterns of files. The others are JSON pointers (RFC 6901) in which ``*`` stands for any
    name or number. ``body`` is plain text and ``html`` the source of HTML. ``article`` leads to each article
    of a document that has several; the other pointers then begin there.
    """

    name: str
    match: tuple[str, ...] = ()
    article: tuple[str, ...] = ()
    headline: tuple[str, ...] = ()
    standfirst: tuple[str, ...] = ()
    body: tuple[str, ...] = ()
    html: tuple[str, ...] = ()


JSON_SUFFIXES = (".json", ".jsonl", ".ndjson")
_JSON = "articlelint.markup.json_files.parser"
_POINTER = "line and column, JSON pointer and character"
_XML = "articlelint.markup.xml_files.parser"
_XPATH = "line and column, XPath and character"

FORMATS = {
    "docx": Format(
        "articlelint.markup.word.parser:DocxParser",
        (".docx", ".docm"),
        "Word: headings, lists, tables, captions, quotations, text boxes, notes, alternative texts",
        "paragraph and character",
    ),
    "odt": Format(
        "articlelint.markup.open_document.parser:OdtParser",
        (".odt",),
        "OpenDocument (LibreOffice): headings, lists, tables, captions, quotations, text boxes, notes",
        "paragraph and character",
        fixes=False,
    ),
    "mdx": Format(
        "articlelint.markup.mdx:MdxParser",
        (".mdx",),
        "Markdown with JSX: the text, also inside components; not code, expressions, imports and exports",
    ),
    "quarto": Format(
        "articlelint.markup.quarto:QuartoParser",
        (".qmd", ".rmd"),
        "Quarto and R Markdown: the text; not chunks of code, formulas, citations, grid and simple tables",
    ),
    "rst": Format(
        "articlelint.markup.rst:RstParser",
        (".rst", ".rest"),
        "reStructuredText: headings, lists, quotations, tables, captions, notes; not code, comments, targets",
    ),
    "asciidoc": Format(
        "articlelint.markup.asciidoc:AsciiDocParser",
        (".adoc", ".asciidoc"),
        "AsciiDoc: headings, lists, quotations, tables, captions; not code, comments, attributes, macros",
    ),
    "archieml": Format(
        "articlelint.markup.archieml:ArchieMlParser",
        (".aml", ".archieml"),
        "ArchieML: values whose keys say that they are prose (headline, text, caption), and freeform text",
    ),
    "notebook": Format(
        "articlelint.markup.notebooks:NotebookParser",
        (".ipynb",),
        "notebooks: the Markdown cells; not code, nor what it prints",
        "line and column, cell, line in it and character",
    ),
    "json": Format(
        f"{_JSON}:any_schema",
        JSON_SUFFIXES,
        "any of the next six, one document or one in each line, and the formats of the configuration",
        _POINTER,
        only_named=True,
    ),
    "ans": Format(
        f"{_JSON}:ans",
        (),
        "Arc XP: headline, subheadline, text, headers, lists, quotations, tables, captions of a story",
        _POINTER,
    ),
    "ninjs": Format(
        f"{_JSON}:ninjs",
        (),
        "agencies (ninjs 1 to 3): headline, description, byline, body, captions of associated pictures",
        _POINTER,
    ),
    "ghost": Format(
        f"{_JSON}:ghost",
        (),
        "Ghost: title, excerpt, and the body in Lexical, Mobiledoc or HTML, with its cards",
        _POINTER,
    ),
    "contentful": Format(
        f"{_JSON}:contentful",
        (),
        "Contentful: title, summary and rich text of entries, in English where they have several languages",
        _POINTER,
    ),
    "sanity": Format(
        f"{_JSON}:sanity", (), "Sanity: title, summary and Portable Text of documents", _POINTER
    ),
    "wordpress-rest": Format(
        f"{_JSON}:wordpress",
        (),
        "posts as WordPress returns them (/wp-json/wp/v2/posts): title, excerpt, content, captions",
        _POINTER,
    ),
    "xml": Format(
        f"{_XML}:any_schema",
        (".xml",),
        "any of the next four",
        _XPATH,
        only_named=True,
    ),
    "nitf": Format(
        f"{_XML}:nitf",
        (".nitf",),
        "agencies (NITF): headlines, byline, dateline, abstract, body with lists, tables and captions",
        _XPATH,
    ),
    "newsml": Format(
        f"{_XML}:newsml",
        (".newsml",),
        "agencies (NewsML-G2): headline, description, byline, and content in NITF, XHTML or plain text",
        _XPATH,
    ),
    "wordpress": Format(
        f"{_XML}:wordpress",
        (".wxr",),
        "exports of WordPress: title, excerpt and content of each post and page, captions of attached files",
        "line and column, post, block and character",
    ),
    "feeds": Format(
        f"{_XML}:feeds",
        (".rss", ".atom"),
        "RSS and Atom: title, summary and content of each item",
        _XPATH,
    ),
}
"""The formats by the names that ``--format`` takes. A parser is imported when a file needs it."""

FILE_SUFFIXES = {
    suffix: name for name, each in FORMATS.items() if not each.only_named for suffix in each.suffixes
}
"""The names of the formats, by the suffixes of the files that are looked for in folders."""

NAMED_SUFFIXES = {
    suffix: name for name, each in FORMATS.items() if each.only_named for suffix in each.suffixes
}
"""The names of the formats, by the suffixes of the files that are read only where they are named."""
