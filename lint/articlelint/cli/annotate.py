"""``articlelint annotate``: a Word document with the findings as comments."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from articlelint.cli.options import lint_options
from articlelint.cli.output import complain, echo
from articlelint.cli.setup import make_engine
from articlelint.errors import ReadError, UsageError
from articlelint.markup.formats import NOT_READ
from articlelint.markup.word.annotate import annotate
from articlelint.markup.word.source import DocxSource
from articlelint.markup.zip_paths import is_zip
from articlelint.report.word_comments import comments_on
from articlelint.report.wording import counted
from articlelint.source import read_bytes, replace_file


@click.command("annotate")
@lint_options
@click.option(
    "-o",
    "--output-file",
    type=click.Path(path_type=Path),
    required=True,
    metavar="FILE",
    help="Write the document with its comments to this file.",
)
@click.option("--author", default="articlelint", help="Who the comments are from.  [default: articlelint]")
def command(paths: tuple[str, ...], *, output_file: Path, author: str, **options: Any) -> int:
    """
    Write a Word document with the findings as comments, each at its words.

    PATHS is one .docx file. All else in the document, and the comments that it has, stay as they are. The
    exit code is that of check.
    """
    if len(paths) != 1:
        raise UsageError("annotate: name one .docx file")
    file = Path(paths[0])
    if output_file.resolve() == file.resolve():
        raise UsageError(f"{output_file}: the comments would be written into the article; name another file")
    engine = make_engine(paths=paths, **options)
    if paths[0] == "-":
        raise UsageError("annotate: standard input is not read; name one .docx file")
    if is_zip(paths[0]) or (options["format_name"] is None and file.suffix.lower() in NOT_READ):
        raise ReadError(f"{paths[0]}: has no comments: only .docx files can be annotated")
    source = engine.decode(paths[0], read_bytes(file, paths[0]))
    if not isinstance(source, DocxSource):
        raise ReadError(f"{paths[0]}: has no comments: only .docx files can be annotated")
    result = engine.lint(source, file.absolute())
    for notice in result.notices:
        complain(f"articlelint: warning: {notice}")
    for error in result.errors:
        complain(f"articlelint: error: {error}")
    comments = comments_on(result.diagnostics, result.lines)
    annotated = annotate(source, comments, author)
    try:
        replace_file(output_file, annotated.data)
    except OSError as error:
        raise UsageError(f"{output_file}: cannot be written: {error.strerror or error}") from None
    for comment in annotated.left:
        d = comments[comment]
        echo(f"{d.path}: {d.location}: no comment can stand there: {d.message}")
    written = counted(len(comments) - len(annotated.left), "comment")
    echo(f"Wrote {output_file} with {written}.")
    return 2 if result.errors else int(result.failed)
