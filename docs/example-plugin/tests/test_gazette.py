"""The plugin's tests: the rule against its own examples."""

from __future__ import annotations

import pytest
from articlelint_gazette.embargo_notice import EmbargoNotice

import articlelint as al
from articlelint.testing import check_example, examples_of


@pytest.mark.parametrize("example", examples_of(EmbargoNotice))
def test_embargo_notice(example: al.Flagged | al.Clean) -> None:
    """The exact spans, the fixed text, and nothing where nothing is wrong."""
    check_example(EmbargoNotice, example)
