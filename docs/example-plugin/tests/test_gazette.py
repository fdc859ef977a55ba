"""Tests of the plugin: the rule and its examples."""

from __future__ import annotations

import pytest
from articlelint_gazette.embargo_notice import EmbargoNotice

import articlelint as al
from articlelint.testing import check_example, examples_of


@pytest.mark.parametrize("example", examples_of(EmbargoNotice))
def test_embargo_notice(example: al.Flagged | al.Clean) -> None:
    """The rule finds the marked spans and nothing else, and its fixes give the fixed text."""
    check_example(EmbargoNotice, example)
