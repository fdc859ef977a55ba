"""
What the commands of plugins need: plugins, configuration, linting and output.

This is part of the public API, for plugins that implement ``articlelint_commands``. It is a module of its own
because rules do not need it, and importing it takes longer.
"""

from articlelint.cli.check_runner import files_to_read, linted, no_articles
from articlelint.cli.options import config_options, split_names
from articlelint.cli.output import Tally
from articlelint.cli.setup import current_configuration
from articlelint.config.configuration import Configuration
from articlelint.config.file_rules import FileRules, read_file_rules
from articlelint.config.selection import named_rules, rules_together
from articlelint.config.settings import FILE_NAME, Settings
from articlelint.engine import Engine
from articlelint.errors import UsageError, nearest, shown_value
from articlelint.findings.fixes import apply_edits
from articlelint.plugins.loading import load as load_plugins
from articlelint.plugins.registry import Registry
from articlelint.plugins.time_limit import TimeLimit, TooSlowError
from articlelint.report.escape import (
    address,
    encodable,
    line_of,
    to_json,
    visible,
    xml_attribute,
    xml_text,
)
from articlelint.report.wording import counted
from articlelint.source import replace_file

__all__ = [
    "FILE_NAME",
    "Configuration",
    "Engine",
    "FileRules",
    "Registry",
    "Settings",
    "Tally",
    "TimeLimit",
    "TooSlowError",
    "UsageError",
    "address",
    "apply_edits",
    "config_options",
    "counted",
    "current_configuration",
    "encodable",
    "files_to_read",
    "line_of",
    "linted",
    "load_plugins",
    "named_rules",
    "nearest",
    "no_articles",
    "read_file_rules",
    "replace_file",
    "rules_together",
    "shown_value",
    "split_names",
    "to_json",
    "visible",
    "xml_attribute",
    "xml_text",
]
