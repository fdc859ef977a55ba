"""A review: people decide on the proposals of an archive, and the style pack keeps what they decide."""

from __future__ import annotations

from collections.abc import Callable, Collection
from datetime import date
from typing import Any

from articlelint.archive.forms import Example
from articlelint.archive.proposals import Proposal, Proposals
from articlelint.archive.style_file import OPEN, Decision, Kept, StyleFile
from articlelint.errors import UsageError, nearest


class Review:
    """The proposals, and the file with what is decided on. ``today`` gives the date of a decision."""

    def __init__(self, proposals: Proposals, file: StyleFile, by: str, today: Callable[[], date]) -> None:
        self.proposals = proposals
        self.file = file
        self.by = by
        self._today = today

    def listed(
        self, kinds: Collection[str] = (), decisions: Collection[Decision] = ()
    ) -> list[tuple[Proposal, Kept]]:
        """
        Return the proposals of some kinds on which some decisions were made; without any, all.

        Those that nobody has decided on come first, then those for later. Raises SettingsError.
        """
        kept = self.file.read()
        order = list(Decision)
        order.insert(1, order.pop(order.index(Decision.LATER)))
        found = [
            (proposal, kept.get(proposal.name, OPEN))
            for proposal in self.proposals.all
            if not kinds or proposal.kind in kinds
        ]
        wanted = [each for each in found if not decisions or each[1].decision in decisions]
        return sorted(wanted, key=lambda each: order.index(each[1].decision))

    def proposal(self, name: str) -> Proposal:
        """Return the proposal of a name. Raises UsageError if there is none."""
        found = self.proposals.by_name.get(name)
        if found is None:
            hint = nearest(name, self.proposals.by_name)
            raise UsageError(f"the archive does not propose '{name}' (--list shows the keys){hint}")
        return found

    def decide(self, proposal: Proposal, decision: Decision) -> None:
        """
        Keep what was decided. Raises SettingsError if the file cannot be changed.

        Raises UsageError if the entry of the file that would be accepted asks for something else.
        """
        kept = self.file.read().get(proposal.name, OPEN)
        if decision is Decision.ACCEPTED and kept.is_of_another_form(proposal):
            raise UsageError(
                f"{self.file.path}: the entry with learned = '{proposal.name}' asks for something else than "
                f"“{proposal.use}”: change it or delete it there first"
            )
        self.file.decide(proposal, decision, self.by, self._today())

    def as_dict(self, proposal: Proposal, kept: Kept, base: str) -> dict[str, Any]:
        """A proposal with all that is known of it, as JSON has it."""
        return {
            "key": proposal.name,
            "kind": proposal.kind,
            "use": proposal.use,
            "avoid": proposal.avoid,
            "decided": proposal.decided,
            "articles": proposal.articles,
            "others": proposal.others,
            "decision": kept.decision.value,
            "by": kept.by,
            "date": kept.date,
            "of_another_form": kept.is_of_another_form(proposal),
            "years": {form.form: dict(form.years) for form in proposal.forms},
            "examples": [
                {
                    "form": example.form,
                    "article": link_of(example, base),
                    "line": example.line,
                    "date": example.date,
                    "desk": example.desk,
                    "sentence": example.sentence,
                }
                for example in self.proposals.examples(proposal)
            ],
        }


def place_of(example: Example, base: str) -> str:
    """
    Return where a sentence is: the address or path of its article, and the line.

    ``base`` is the folder or the address that the paths of articles are below, or "".
    """
    if is_address(example.article):
        return f"{example.article}, line {example.line}"
    return f"{link_of(example, base)}:{example.line}"


def link_of(example: Example, base: str) -> str:
    """Return the address or path of the article of a sentence."""
    if is_address(example.article) or not base:
        return example.article
    return f"{base.rstrip('/')}/{example.article}"


def is_address(text: str) -> bool:
    """Whether a text is the address of a page on the web."""
    return text.startswith(("https://", "http://"))
