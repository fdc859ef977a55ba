"""One kind of dash, one kind of ellipsis."""

from __future__ import annotations

from articlelint.testing import find
from articlelint_rules.typography.mixed_dashes import MixedDashes
from articlelint_rules.typography.mixed_ellipsis import MixedEllipsis


def test_the_message_counts_the_usual_kind() -> None:
    (finding,) = find(MixedDashes, "Old – slow – late – full. The crew — all nine.")
    assert (
        finding.message
        == "Em dash (—) with spaces, but the article has en dash (–) with spaces 3 times: use one kind"
    )


def test_ranges_lists_and_minus_signs_are_no_dashes() -> None:
    assert (
        find(
            MixedDashes, "In 2019–21 it fell to -4. The crew — all nine — left. Ship-owners’ well-known way."
        )
        == []
    )
    assert find(MixedDashes, "- One\n- Two\n\nThe crew – all nine – left.", suffix=".md") == []


def test_an_ellipsis_with_a_full_stop_is_another_thing() -> None:
    assert find(MixedEllipsis, "Well… So it goes....") == []
    assert len(find(MixedEllipsis, "Well… no… but . . . yes")) == 1


def test_both_run_only_by_name() -> None:
    assert not MixedDashes.meta.default
    assert not MixedEllipsis.meta.default
