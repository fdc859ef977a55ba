"""Proposals: what an archive has decided, or nearly, and what a style pack would say of it."""

from __future__ import annotations

from functools import cached_property
from typing import NamedTuple

from articlelint.archive.decisions import propose
from articlelint.archive.forms import Example, Form
from articlelint.archive.model import Model
from articlelint.errors import PluginError
from articlelint.plugins.archive_kinds import StyleEntry
from articlelint.plugins.guard import FailedError, call
from articlelint.plugins.loading import load_archive_kinds


class Proposal(NamedTuple):
    """One form to write, and those not to write."""

    kind: str
    key: str
    use: str
    """The form that is proposed."""
    decided: bool
    """Whether the archive decides on it; if not, it nearly does."""
    forms: tuple[Form, ...]
    """All forms that articles write, the most frequent first."""
    entry: StyleEntry

    @property
    def name(self) -> str:
        """What people call it by: ``word:color/colour``."""
        return f"{self.kind}:{self.key}"

    @property
    def articles(self) -> int:
        """How many articles have one of the forms."""
        return sum(form.articles for form in self.forms)

    @property
    def others(self) -> int:
        """How many articles have another form than the one that is proposed."""
        return sum(form.articles for form in self.forms if form.form != self.use)

    @property
    def avoid(self) -> list[str]:
        """The forms not to write."""
        return [form.form for form in self.forms if form.form != self.use]

    @property
    def why(self) -> str:
        """The reason, as it stands in the style pack."""
        return f"{self.articles - self.others:,} of {self.articles:,} articles write it so"

    @property
    def years(self) -> list[str]:
        """The years of which articles have one of the forms."""
        return sorted({year for form in self.forms for year in form.years})


class Proposals:
    """The proposals of a model, those first that concern most articles."""

    def __init__(self, model: Model) -> None:
        """Take a model, which stays open. Raises PluginError if the plugin of a kind fails."""
        self._model = model

    @cached_property
    def all(self) -> list[Proposal]:
        """Every proposal. Raises PluginError."""
        last_year = self._model.about["last"][:4]
        found = [self._proposal(kind, key, last_year) for kind, key in self._model.proposed()]
        ranked = [proposal for proposal in found if proposal is not None]
        return sorted(ranked, key=lambda each: (-each.others, -each.articles, each.kind, each.key))

    @cached_property
    def by_name(self) -> dict[str, Proposal]:
        """Every proposal by its name."""
        return {proposal.name: proposal for proposal in self.all}

    def examples(self, proposal: Proposal) -> list[Example]:
        """Up to three sentences of each form, the forms in the order of the proposal."""
        order = {form.form: number for number, form in enumerate(proposal.forms)}
        found = self._model.examples(proposal.kind, proposal.key)
        return sorted(found, key=lambda example: (order[example.form], example.number))

    def _proposal(self, kind: str, key: str, last_year: str) -> Proposal | None:
        """Return what is proposed of a key; None if no entry can be made of it."""
        entries = [entry for entry in self._model.forms(kind, key) if entry.form.articles]
        forms = tuple(entry.form for entry in entries)
        use = propose(forms, last_year)
        plugin, about = load_archive_kinds().get(kind, (None, None))
        if use is None or about is None or about.style is None:
            return None
        avoid = [form.form for form in forms if form.form != use]
        try:
            entry = call(about.style, key, use, avoid)
        except FailedError as error:
            raise PluginError(f"{plugin}: kind '{kind}' failed to say its style: {error}") from error
        if entry is None:
            return None
        if not isinstance(entry, StyleEntry):
            raise PluginError(
                f"{plugin}: kind '{kind}': 'style' must return an articlelint.StyleEntry or None"
            )
        decided = any(each.decided for each in entries)
        return Proposal(kind, key, use, decided, forms, entry)
