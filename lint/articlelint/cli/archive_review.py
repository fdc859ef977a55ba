"""``articlelint archive review``: people decide on what an archive proposes."""

from __future__ import annotations

import sys
from datetime import date, datetime
from pathlib import Path

import click

from articlelint.archive.model import Model
from articlelint.archive.proposals import Proposals
from articlelint.archive.review import Review
from articlelint.archive.reviewer import reviewer
from articlelint.archive.style_file import Decision, StyleFile
from articlelint.cli import archive_dialogue, archive_review_output
from articlelint.cli.archive_options import ARCHIVE_ARGUMENT, KIND, style_option
from articlelint.cli.extras import needs_extra
from articlelint.errors import UsageError, nearest
from articlelint.report.escape import line_of
from articlelint.report.wording import numbered

PORT = 8082


@click.command("review")
@ARCHIVE_ARGUMENT
@style_option("The style pack that keeps what is decided on.")
@click.option("--by", metavar="NAME", help="Who decides.  [default: git's user.name, or the login name]")
@KIND
@click.option(
    "--articles",
    "base",
    default="",
    metavar="PLACE",
    help="The folder or address that links to articles begin with.",
)
@click.option("--list", "listed", is_flag=True, help="List the proposals and what was decided.")
@click.option(
    "--output-format",
    type=click.Choice(["table", "csv", "json"]),
    help="The format of the list.  [default: table]",
)
@click.option("--accept", multiple=True, metavar="KEY", help="Accept this proposal. May be repeated.")
@click.option("--reject", multiple=True, metavar="KEY", help="Reject this proposal. May be repeated.")
@click.option("--later", multiple=True, metavar="KEY", help="Put this proposal off. May be repeated.")
@click.option("--write-all", is_flag=True, help="Write all other proposals to the style pack, off.")
@click.option("--page", is_flag=True, help="Decide on a page in the browser.")
@click.option(
    "--port", type=click.IntRange(0, 65535), default=PORT, show_default=True, help="The port of the page."
)
@click.option("--no-browser", is_flag=True, help="Do not open the page.")
def command(
    file: Path,
    *,
    style: Path,
    by: str | None,
    kinds: tuple[str, ...],
    base: str,
    listed: bool,
    output_format: str | None,
    accept: tuple[str, ...],
    reject: tuple[str, ...],
    later: tuple[str, ...],
    write_all: bool,
    page: bool,
    port: int,
    no_browser: bool,
) -> int:
    """
    Decide which of the forms that the archive has are the style of the house.

    Each proposal is shown with its articles by year and with sentences that have it, and you accept it,
    reject it or put it off. ARCHIVE is the file that archive learn has written (archive.articlelint). The
    style pack has what was decided, by whom and when. Only what is accepted is on: name the file in
    "packs" of [house]. Stop at any time, and begin again.

    In a terminal, one key decides. --list, --accept, --reject and --later work without one.
    """
    if style.is_dir():
        raise UsageError(f"--style: {style}: this is a folder; name a file")
    decisions = {
        Decision.ACCEPTED: accept, Decision.REJECTED: reject, Decision.LATER: later
    }  # fmt: skip
    scripted = listed or write_all or output_format is not None or any(decisions.values())
    if page and scripted:
        raise UsageError(
            "--page cannot be used together with --list, --write-all, --accept, --reject, --later"
        )
    with Model(file) as model:
        review = Review(Proposals(model), StyleFile(style), _name(by), _today)
        _check_kinds(kinds, review)
        review.file.read()  # a file that cannot be read is reported before anything is shown
        if page:
            return _open_page(review, base, port, open_browser=not no_browser)
        if not scripted and sys.stdin.isatty() and sys.stdout.isatty():
            archive_dialogue.run(review, kinds, base, click.getchar, click.echo)
            return 0
        _decide(review, decisions)
        if write_all:
            added = review.file.add(each for each in review.proposals.all if not kinds or each.kind in kinds)
            click.echo(f"{line_of(str(style))}: {numbered(added, 'proposal')} added, all off.")
        if listed or output_format is not None or not scripted:
            found = review.listed(kinds)
            archive_review_output.write(output_format or "table", review, found, base, sys.stdout.write)
    return 0


def _name(by: str | None) -> str:
    """Who decides. Raises UsageError for an empty name."""
    name = " ".join((reviewer() if by is None else by).split())
    if not name:
        raise UsageError("--by: the name is empty")
    return name


def _today() -> date:
    return datetime.now().astimezone().date()


def _check_kinds(kinds: tuple[str, ...], review: Review) -> None:
    known = {proposal.kind for proposal in review.proposals.all}
    for kind in kinds:
        if kind not in known:
            there = sorted(known)
            raise UsageError(
                f"--kind: no proposal is of the kind '{kind}'{nearest(kind, there)} "
                f"(there are: {', '.join(there) or 'none'})"
            )


def _decide(review: Review, decisions: dict[Decision, tuple[str, ...]]) -> None:
    """Keep the decisions of the command line; none if one of the keys is wrong."""
    wanted = [(review.proposal(name), decision) for decision, names in decisions.items() for name in names]
    seen: set[str] = set()
    for proposal, _ in wanted:
        if proposal.name in seen:
            raise UsageError(f"'{proposal.name}' is named twice: decide on it once")
        seen.add(proposal.name)
    for proposal, decision in wanted:
        review.decide(proposal, decision)
        click.echo(f"{decision.value}: {line_of(proposal.name)}: write “{line_of(proposal.use)}”")


def _open_page(review: Review, base: str, port: int, *, open_browser: bool) -> int:
    with needs_extra("archive review --page", "server"):
        from articlelint.desk.server.review import serve_review
    return serve_review(review, base, port, open_browser=open_browser)
