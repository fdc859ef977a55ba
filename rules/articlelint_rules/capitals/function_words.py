"""Words that are never names by themselves, in the classes that decide what their capital means."""

from __future__ import annotations

import articlelint as al


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


SUBJECTS = _words(
    "he she they we it you this these those that there here who what nobody everyone everybody someone"
)
"""Pronouns that open a sentence as its subject; a finite verb follows closely."""

ARTICLES = al.words.determiners.ARTICLES
QUANTIFIERS = _words(
    """
    many some most several each every both all few another other no any such these those one two three
    four five six seven eight nine ten hundreds thousands dozens various numerous
    """
)
POSSESSIVES = _words("his her its their our my your whose")
OBJECTS = _words("him them us me himself herself itself themselves ourselves")
PREPOSITIONS = _words(
    """
    in on at by for from with without of to into onto upon over under after before since until during
    between among amid against about above below across along around behind beside besides beyond
    despite except inside outside like near off out past per than through throughout toward towards up
    via within unlike as down across concerning regarding including following according
    """
)
PARTICLES = _words("in out up on off down over away back by through around")
"""Prepositions that end the name of a button, a film, a shop: Sign In, Get Out, Push Back."""
SUBORDINATORS = _words(
    """
    when while whilst although though because if unless whereas since until after before as once
    whenever wherever whether that
    """
)
LINKS = _words("and or but nor yet so that which who whom whose where when why how whether what because than")
AUXILIARIES = _words(
    """
    is are was were be been being am will may has have had having do does did can could would should
    might must isn't aren't wasn't weren't hasn't haven't hadn't don't doesn't didn't can't couldn't
    wouldn't shouldn't
    """
)
ADVERBS = _words(
    """
    however meanwhile also then thus therefore moreover furthermore nevertheless nonetheless instead
    otherwise afterwards eventually initially originally similarly additionally consequently hence
    indeed perhaps maybe often sometimes usually generally previously recently currently already still
    even only just again later earlier soon fortunately unfortunately finally today yesterday tomorrow
    always never there not very too overall either neither thirdly lastly due ever whatever whoever
    """
)
FUNCTION = (
    SUBJECTS
    | ARTICLES
    | QUANTIFIERS
    | POSSESSIVES
    | OBJECTS
    | PREPOSITIONS
    | SUBORDINATORS
    | LINKS
    | AUXILIARIES
    | ADVERBS
)
OPENERS = (SUBJECTS | ARTICLES | QUANTIFIERS | POSSESSIVES | PREPOSITIONS | SUBORDINATORS | ADVERBS) - _words(
    "of than off out past down whether"
)
"""Those that can be the first word of a sentence."""

SAYING = _words(
    """
    question questions
    say says said saying tell tells told think thinks thought believe believes believed know knows knew
    hope hopes hoped feel feels felt claim claims claimed insist insists insisted suggest suggests
    suggested mean means meant show shows showed shown find finds found argue argues argued warn warns
    warned announce announces announced report reports reported note notes noted add adds added admit
    admits admitted deny denies denied see sees saw wish wishes wished ensure ensures ensured assume
    assumes assumed fear fears feared sure confident glad afraid worried concerned certain aware
    surprised sorry so convince convinced realise realised realize realized state states stated wrote
    write writes confirm confirms confirmed reveal reveals revealed learn learned hear heard remember
    recall estimate estimates estimated predict predicts predicted expect expects expected stress
    stressed accusation accusations allegation allegations assertion assertions belief beliefs doubt
    doubts evidence fact feeling idea impression notion possibility proof rumour rumours rumor rumors
    sign signs speculation suggestion suggestions suspicion suspicions theory view warning warnings
    chance chances odds concern concerns conclude concluded acknowledge acknowledged imply implies
    implied indicate indicates indicated
    """
)
"""Words whose object may be a clause without "that"."""
