"""Formats that no parser reads: a file of such a format must not be taken for plain text."""

from __future__ import annotations

from pathlib import Path

_DOCUMENTS = {
    "templates and old documents of Word": ".doc .dot .dotm .dotx",
    "templates and flat files of OpenDocument": ".fodt .ott",
    "Pages documents": ".pages",
    "RTF documents": ".rtf .rtfd",
    "PDF files": ".pdf",
    "e-books": ".azw3 .epub .mobi",
    "TeX": ".latex .ltx .tex",
    "Org files": ".org",
    "wiki markup": ".creole .mediawiki .textile .wiki",
    "page layouts": ".icml .idml .indd .qxp",
    "subtitles": ".srt .vtt",
    "mail": ".eml .mbox .msg",
    "slides": ".key .odp .ppt .pptx",
    "XML": ".dita .docbook .xhtml .xml",
}
_OTHERS = {
    "spreadsheets": ".numbers .ods .xls .xlsx",
    "data": ".cfg .csv .ini .json .jsonl .ndjson .sql .toml .tsv .yaml .yml",
    "programs": (
        ".bash .bat .c .cc .cpp .cs .css .go .h .hpp .java .js .jsx .kt .less .lua .mjs .php .pl .ps1 "
        ".py .pyi .rb .rs .sass .scala .scss .sh .swift .ts .tsx .vue .zsh"
    ),
    "templates": ".ejs .erb .hbs .j2 .jinja .jinja2 .liquid .mustache .njk",
    "images": ".ai .avif .bmp .eps .gif .heic .ico .jpeg .jpg .png .psd .svg .tif .tiff .webp",
    "sound and film": ".aac .avi .flac .m4a .mkv .mov .mp3 .mp4 .ogg .wav .webm",
    "archives": ".7z .bz2 .gz .rar .tar .tgz .xz .zip",
}

DOCUMENTS = {suffix: name for name, suffixes in _DOCUMENTS.items() for suffix in suffixes.split()}
"""Formats of articles and other texts, by suffix; a folder may well hold articles in them."""
NOT_READ = {
    **DOCUMENTS,
    **{suffix: name for name, suffixes in _OTHERS.items() for suffix in suffixes.split()},
}
"""All formats that are known and not read, by suffix."""


def why_not_read(path: str, parsed: frozenset[str]) -> str:
    """
    Return the error for a file whose suffix says that it is no plain text; "" for a file that can be read.

    ``parsed`` are the suffixes that have a parser. A file with an unknown suffix, or none, is plain text.
    """
    suffix = Path(path).suffix.lower()
    if suffix in parsed or suffix not in NOT_READ:
        return ""
    what = NOT_READ[suffix]
    return f"{path}: articlelint does not read {what}; save the article as .docx, text, Markdown or HTML"
