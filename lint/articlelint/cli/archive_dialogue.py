"""The review in the terminal: one proposal after the other, and one key for each."""

from __future__ import annotations

from collections.abc import Callable, Collection

from articlelint.archive.forms import Form
from articlelint.archive.proposals import Proposal
from articlelint.archive.review import Review, place_of
from articlelint.archive.style_file import OPEN, Decision, Kept
from articlelint.errors import UsageError
from articlelint.report.escape import line_of
from articlelint.report.wording import numbered

_KEYS = {"a": Decision.ACCEPTED, "r": Decision.REJECTED, "l": Decision.LATER}
_BACK, _QUIT = "b", frozenset("q\x03\x04")
_HELP = "a accept   r reject   l later   b back   q quit"


def run(
    review: Review,
    kinds: Collection[str],
    base: str,
    read_key: Callable[[], str],
    write: Callable[[str], object],
) -> None:
    """
    Ask about each proposal that nobody has decided on, and then about those that were put off.

    Each decision is kept at once, so that a review that is stopped goes on where it was.
    """
    to_ask = review.listed(kinds, (Decision.OPEN, Decision.LATER))
    if not to_ask:
        write("Everything is decided on. --list shows it.")
        return
    at = 0
    while at < len(to_ask):
        proposal = to_ask[at][0]
        kept = review.file.read().get(proposal.name, OPEN)  # it was decided on already where people go back
        write("\n".join(_shown(review, proposal, kept, base)))
        write(f"\n{at + 1} of {len(to_ask)}.  {_HELP}")
        key = _read(read_key)
        if key in _QUIT:
            return
        if key == _BACK:
            at = max(at - 1, 0)
        elif key in _KEYS:
            try:
                review.decide(proposal, _KEYS[key])
            except UsageError as error:
                write(f"{line_of(str(error))}\n")
                continue
            write(f"{_KEYS[key].value}: {line_of(proposal.name)}\n")
            at += 1
    write(f"That was all. {line_of(str(review.file.path))} has what is decided on.")


def _read(read_key: Callable[[], str]) -> str:
    """The key that is pressed; Ctrl-C and Ctrl-D quit."""
    try:
        return read_key().lower()
    except (KeyboardInterrupt, EOFError):
        return "q"


def _shown(review: Review, proposal: Proposal, kept: Kept, base: str) -> list[str]:
    """The lines about a proposal: its forms with their years, and their sentences."""
    state = "" if proposal.decided else "nearly decided"
    if kept.decision is not Decision.OPEN:
        said = "put off" if kept.decision is Decision.LATER else kept.decision.value
        state = f"{said}{' by ' + kept.by if kept.by else ''}"
    lines = [f"{line_of(proposal.name)}{f'  ({line_of(state)})' if state else ''}"]
    for form in proposal.forms:
        what = "write" if form.form == proposal.use else "not"
        lines.append(f"  {what:5} {line_of(form.form)}: {_counts(form)}")
    lines.append("")
    for example in review.proposals.examples(proposal):
        lines.append(f"  {line_of(example.sentence)}")
        where = ", ".join(filter(None, (example.date, example.desk, place_of(example, base))))
        lines.append(f"    {line_of(where)}")
    return lines


def _counts(form: Form) -> str:
    years = ", ".join(f"{year} {number:,}" for year, number in form.years.items())
    return numbered(form.articles, "article") + (f" ({years})" if years else "")
