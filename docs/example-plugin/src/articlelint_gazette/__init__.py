"""The Gazette's plugin for articlelint: one rule, one output format."""

from __future__ import annotations

from typing import Any

import articlelint as al


@al.hookimpl
def articlelint_rules() -> list[type[al.Rule[Any]]]:
    """The rules. They are imported here, so that ``articlelint --version`` does not load them."""
    from articlelint_gazette.embargo_notice import EmbargoNotice

    return [EmbargoNotice]


@al.hookimpl
def articlelint_reporters() -> list[al.Reporter]:
    """The output formats."""
    from articlelint_gazette.tsv import TsvReporter

    return [TsvReporter()]
