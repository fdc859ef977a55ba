"""Requests: the parameters of ``/v2/check``, read as LanguageTool reads them."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import cast
from urllib.parse import parse_qsl

from articlelint.desk.languagetool.annotated_text import AnnotatedText
from articlelint.desk.languagetool.errors import RequestError
from articlelint.desk.languagetool.languages import DEFAULT, ENGLISH, Language
from articlelint.model import Diagnostic, Severity

_OLD_NAMES = frozenset({"enabled", "disabled", "autodetect"})
"""Parameters of the first version of the interface."""
_MODES = frozenset({"all", "textLevelOnly", "allButTextLevelOnly", "batch", ""})
_TRUE = frozenset({"true", "yes"})
_NOT_ENCODED = re.compile(r"[^!-~]")
"""A character that no form has that is encoded."""
_ESCAPE = re.compile(r"%[0-9A-Fa-f]{2}")
_NEXT_PARAMETER = re.compile(r"&(?=[A-Za-z]+=)")
AUTO = "auto"
"""What clients send that do not know the language."""
LONGEST = 1_000_000
"""Characters of a text that is checked."""


def read_parameters(query: str, body: bytes) -> dict[str, str]:
    """
    The parameters of a request: those of the body, and over them those of the query.

    A body that begins with ``{`` is JSON, any other is a form, whatever its content type: many clients name
    a wrong one. Raises RequestError for a body that is neither.
    """
    text = body.decode("utf-8", "replace").strip("\r\n\0")
    parameters = _from_json(text) if text.lstrip().startswith("{") else _from_form(text)
    parameters.update(_from_form(query))
    return parameters


def _from_form(text: str) -> dict[str, str]:
    if _NOT_ENCODED.search(text) and not _ESCAPE.search(text):
        # LibreOffice 7.4 sends the text as it is: a "+" is a plus, and an "&" can be a part of it.
        parts = (part.partition("=") for part in _NEXT_PARAMETER.split(text))
        return {name: value for name, _, value in parts}
    return dict(parse_qsl(text, keep_blank_values=True, errors="replace"))


def _from_json(text: str) -> dict[str, str]:
    try:
        value: object = json.loads(text)
    except (ValueError, RecursionError):
        raise RequestError("the body is neither a form nor JSON") from None
    fields = cast("dict[str, object]", value)
    return {name: _as_in_a_form(field) for name, field in fields.items() if field is not None}


def _as_in_a_form(value: object) -> str:
    """A value of JSON as a form has it: the names of a list are joined by commas."""
    if isinstance(value, list):
        return ",".join(map(_as_in_a_form, cast("list[object]", value)))
    return value if isinstance(value, str) else json.dumps(value)


@dataclass(frozen=True, slots=True)
class CheckRequest:
    """What a client asks for: the text, its language, and what it wants to know."""

    text: AnnotatedText
    language: Language
    detect: bool = False
    """Whether the client asks which language it is; ``language`` is then what English is taken for."""
    dialect: str = "auto"
    """The dialect that the client has named or, with ``detect``, prefers."""
    picky: bool = False
    enabled_rules: frozenset[str] = frozenset()
    disabled_rules: frozenset[str] = frozenset()
    enabled_categories: frozenset[str] = frozenset()
    disabled_categories: frozenset[str] = frozenset()
    enabled_only: bool = False
    text_level: bool = True
    """False where a client asks for a part of the findings, and will ask for ours in another request."""

    @classmethod
    def read(cls, parameters: Mapping[str, str]) -> CheckRequest:
        """Read the parameters. Raises RequestError, with the parameter and what is wrong with it."""
        old = sorted(_OLD_NAMES & parameters.keys())
        if old:
            raise RequestError(f"the parameter '{old[0]}' is of an old version of the interface")
        mode = parameters.get("mode", "")
        if mode not in _MODES:
            raise RequestError(f"the parameter 'mode' must be one of {', '.join(sorted(_MODES))}")
        language = _language(parameters)
        request = cls(
            text=_text(parameters),
            language=language or DEFAULT,
            detect=parameters["language"].lower() == AUTO,
            dialect=language.dialect if language is not None else "auto",
            picky=parameters.get("level") == "picky",
            enabled_rules=_names(parameters, "enabledRules"),
            disabled_rules=_names(parameters, "disabledRules"),
            enabled_categories=_names(parameters, "enabledCategories"),
            disabled_categories=_names(parameters, "disabledCategories"),
            enabled_only=parameters.get("enabledOnly", "") in _TRUE,
            text_level=mode != "allButTextLevelOnly",
        )
        if request.enabled_only and not request.enabled_rules | request.enabled_categories:
            raise RequestError("'enabledOnly' is set, but no rule or category is enabled")
        return request

    def wants(self, diagnostic: Diagnostic, category: str) -> bool:
        """Whether a diagnostic is asked for; ``category`` is the name that LanguageTool has for its kind."""
        names = {diagnostic.rule}
        categories = {category, diagnostic.category}
        if names & self.enabled_rules or categories & self.enabled_categories:
            return True
        if self.enabled_only or names & self.disabled_rules or categories & self.disabled_categories:
            return False
        return self.picky or diagnostic.severity is not Severity.INFO


def _text(parameters: Mapping[str, str]) -> AnnotatedText:
    if ("text" in parameters) == ("data" in parameters):
        raise RequestError("give the article either as 'text' or as 'data'")
    text = parameters.get("text")
    found = AnnotatedText.read(parameters["data"]) if text is None else AnnotatedText.plain(text)
    if len(found.text) > LONGEST:
        raise RequestError(f"the text is longer than {LONGEST} characters", status=413)
    return found


def _language(parameters: Mapping[str, str]) -> Language | None:
    """The language that the client names or, with ``auto``, prefers; None if it prefers none."""
    wanted = parameters.get("language", "")
    if not wanted:
        raise RequestError("the parameter 'language' is missing; give a code such as en-GB, or auto")
    named = _names(parameters, "preferredVariants") if wanted.lower() == AUTO else {wanted}
    codes = {code.lower() for code in named}
    for language in ENGLISH:
        if language.code.lower() in codes:
            return language
    if wanted.lower() == AUTO:
        return None
    known = ", ".join(language.code for language in ENGLISH)
    raise RequestError(f"'{wanted}' is not a language that articlelint checks; it knows {known}")


def _names(parameters: Mapping[str, str], name: str) -> frozenset[str]:
    return frozenset(part.strip() for part in parameters.get(name, "").split(",") if part.strip())
