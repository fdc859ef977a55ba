"""Titles that stand before the name of a person: Mr, Senator, Prime Minister."""

from __future__ import annotations

from articlelint.text.words.word_set import word_set

SHORT_COURTESY_TITLES = frozenset({"Mr", "Mrs", "Ms", "Dr"})
"""Abbreviations that are a title wherever they stand."""

COMMON_SHORT_TITLES = SHORT_COURTESY_TITLES | word_set("Prof Gen Sen Rep Gov Col Lt Maj Capt Sgt Rev")
"""Abbreviated titles that every newspaper uses, with and without a full stop."""

SHORT_TITLES = COMMON_SHORT_TITLES | word_set(
    """
    Mx Messrs Mme Mlle Mlles Drs Profs Revd Fr Msgr Hon Govs Sens Reps Cpt Cdr Cmdr Cmdt Comdr Cpl Pte Pvt
    Pfc Adm Brig Supt Insp Det Ald Pres Amb Atty Esq Bp Abp Ven Asst Assoc Mgr
    """
)
"""Abbreviated titles, without their full stop, with their capital."""

COURTESY_TITLES = word_set("mr mrs ms miss mx dr prof professor sir dame lord lady")
"""Titles that say nothing of an office."""

TITLES = (
    COURTESY_TITLES
    | {title.lower() for title in COMMON_SHORT_TITLES}
    | word_set(
        """
        adm cmdr cpl baroness baron count countess senator congressman congresswoman governor president
        premier chancellor minister secretary ambassador envoy mayor king queen prince princess emperor sultan
        emir sheikh sheik ayatollah pope cardinal archbishop bishop reverend father sister brother rabbi imam
        general colonel lieutenant major captain sergeant corporal admiral commander marshal inspector
        detective superintendent constable officer judge justice attorney councillor councilor councilman
        councilwoman alderman speaker chairman chairwoman chairperson director chief coach spokesman
        spokeswoman spokesperson mp msp mep td don doctor monsieur madame herr frau señor señora
        """
    )
)
"""
Words before a name that are not part of it. Of a title of several words, such as "Prime Minister", the last
one is here.
"""
