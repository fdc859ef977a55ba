"""Decisions: which form of something is the house's own, by what its articles write."""

from __future__ import annotations

from collections.abc import Sequence

from articlelint.archive.forms import Form
from articlelint.archived import ENOUGH, SHARE

NEARLY_ENOUGH, NEARLY = 10, 0.8
"""The same for what is worth a look: decided on, or nearly."""
RECENT = 2
"""The last so many years of the archive must not say otherwise."""


def decide(forms: Sequence[Form], last_year: str, enough: int = ENOUGH, share: float = SHARE) -> str | None:
    """
    Return the form that is decided on among all forms of a key; None if there is none.

    It is the form of 90 % or more of at least twenty articles, and of as large a share of those of the last
    two years, if there are any. ``last_year`` is that of the archive's last article, or "". ``enough`` and
    ``share`` stand for other figures than twenty articles and 90 %.
    """
    total = sum(form.articles for form in forms)
    if total < enough:
        return None
    winner = max(forms, key=lambda form: form.articles)
    if winner.articles < share * total:
        return None
    years = [str(int(last_year) - back) for back in range(RECENT)] if last_year else []
    recent = sum(_articles_of(form, years) for form in forms)
    return winner.form if _articles_of(winner, years) >= share * recent else None


def propose(forms: Sequence[Form], last_year: str) -> str | None:
    """
    Return the form of a key that people are asked about; None if there is none.

    It is decided on, or nearly: by 80 % of ten articles. There must be an article with another form.
    """
    if sum(form.articles > 0 for form in forms) < 2:  # noqa: PLR2004 - one form is no choice
        return None
    return decide(forms, last_year, NEARLY_ENOUGH, NEARLY)


def _articles_of(form: Form, years: Sequence[str]) -> int:
    return sum(form.years.get(year, 0) for year in years)
