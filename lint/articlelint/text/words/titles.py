"""
Titles that stand before the name of a person: Mr, Senator, Prime Minister.

Every title is in ``TABLE``, and the sets of words below are made from it. To add a title, add a row.
"""

from __future__ import annotations

from enum import IntEnum
from typing import NamedTuple

from articlelint.text.words.word_set import word_set


class Use(IntEnum):
    """What an abbreviation is recognised as. Each value includes those before it."""

    STOP = 1
    """A word whose full stop does not end a sentence."""
    JOINED = 2
    """A word that its full stop joins to the name."""
    TITLE = 3
    """A title that is not part of the name."""
    COMMON = 4
    """A title that every newspaper uses, with and without a full stop."""
    ALWAYS = 5
    """A title wherever it stands."""


class Title(NamedTuple):
    """A title in full and abbreviated. Either may be missing."""

    full: str = ""
    """The word in full, in lower case; of several words, such as "Prime Minister", the last one."""
    short: str = ""
    """The abbreviation with its capital and without its full stop."""
    use: Use = Use.STOP
    """What ``short`` is recognised as."""
    rarer: str = ""
    """Further abbreviations and plurals, separated by spaces, whose ``use`` is ``STOP``."""
    courtesy: bool = False
    """Whether the title says nothing of an office."""
    lower: bool = False
    """Whether ``short`` is also an abbreviation in lower case."""


TABLE = (
    # The abbreviations of courtesy. "Doctor" in full is not among them.
    Title(short="Mr", use=Use.ALWAYS, rarer="Messrs", courtesy=True, lower=True),
    Title(short="Mrs", use=Use.ALWAYS, courtesy=True, lower=True),
    Title(short="Ms", use=Use.ALWAYS, courtesy=True, lower=True),
    Title(short="Dr", use=Use.ALWAYS, rarer="Drs", courtesy=True, lower=True),
    Title(short="Mx", courtesy=True),
    Title("professor", "Prof", Use.COMMON, rarer="Profs", courtesy=True, lower=True),
    # Public office
    Title("senator", "Sen", Use.COMMON, rarer="Sens", lower=True),
    Title("governor", "Gov", Use.COMMON, rarer="Govs", lower=True),
    Title("representative", "Rep", Use.COMMON, rarer="Reps"),
    Title("president", "Pres"),
    Title("ambassador", "Amb"),
    Title("councillor", "Cllr", Use.COMMON, rarer="Cllrs"),
    Title("attorney", "Atty"),
    Title("alderman", "Ald"),
    # The forces and the police
    Title("general", "Gen", Use.COMMON),
    Title("colonel", "Col", Use.COMMON),
    Title("major", "Maj", Use.COMMON),
    Title("captain", "Capt", Use.COMMON, rarer="Cpt", lower=True),
    Title("lieutenant", "Lt", Use.COMMON, lower=True),
    Title("sergeant", "Sgt", Use.COMMON, lower=True),
    Title("corporal", "Cpl", Use.TITLE, lower=True),
    Title("admiral", "Adm", Use.TITLE),
    Title("commander", "Cmdr", Use.TITLE, rarer="Cdr Comdr"),
    Title(short="Cmdt"),
    Title(short="Brig"),
    Title(short="Pte", rarer="Pvt Pfc"),
    Title("superintendent", "Supt", Use.TITLE, lower=True),
    Title("inspector", "Insp"),
    Title("detective", "Det"),
    # The churches
    Title("reverend", "Rev", Use.COMMON, rarer="Revd"),
    Title("father", "Fr", Use.JOINED),
    Title("bishop", "Bp"),
    Title("archbishop", "Abp"),
    Title(short="Msgr", rarer="Mgr"),
    Title(short="Ven"),
    # Others
    Title(short="Hon", use=Use.JOINED),
    Title("madame", "Mme"),
    Title(short="Mlle", rarer="Mlles"),
    Title(short="Esq"),
    Title(short="Asst", lower=True),
    Title(short="Assoc", lower=True),
    # Titles that are not abbreviated
    *(Title(full, courtesy=True) for full in ("miss", "sir", "dame", "lord", "lady")),
    *(
        Title(full)
        for full in """
        baroness baron count countess congressman congresswoman premier chancellor minister secretary envoy
        mayor king queen prince princess emperor sultan emir sheikh sheik ayatollah pope cardinal sister
        brother rabbi imam marshal constable officer judge justice councilor councilman
        councilwoman assemblyman assemblywoman assemblymember speaker chairman chairwoman chairperson director
        chief coach spokesman spokeswoman spokesperson mp msp mep td don doctor monsieur herr frau señor
        señora
        """.split()
    ),
)
"""Every title, once."""


def _short(least: Use) -> frozenset[str]:
    """Return the abbreviations that are recognised as ``least`` or more."""
    return frozenset(title.short for title in TABLE if title.short and title.use >= least)


def _lower(words: frozenset[str]) -> frozenset[str]:
    """Return the words in lower case."""
    return frozenset(word.lower() for word in words)


SHORT_COURTESY_TITLES = _short(Use.ALWAYS)
"""Abbreviations that are a title wherever they stand."""

COMMON_SHORT_TITLES = _short(Use.COMMON)
"""Abbreviated titles that every newspaper uses, with and without a full stop."""

SHORT_TITLES = _short(Use.STOP) | word_set(" ".join(title.rarer for title in TABLE))
"""Abbreviated titles, without their full stop, with their capital."""

JOINED_TITLES = _lower(_short(Use.JOINED))
"""Abbreviated titles that a full stop joins to the name: "Fr.Murphy"."""

LOWER_SHORT_TITLES = frozenset(title.short.lower() for title in TABLE if title.lower)
"""Abbreviated titles that are also abbreviations in lower case."""

COURTESY_TITLES = frozenset(
    form for title in TABLE if title.courtesy for form in (title.full, title.short.lower()) if form
)
"""Titles that say nothing of an office."""

TITLES = COURTESY_TITLES | _lower(_short(Use.TITLE)) | frozenset(title.full for title in TABLE if title.full)
"""
Words before a name that are not part of it. Of a title of several words, such as "Prime Minister", the last
one is here.
"""
