"""Whether an unlisted word is made of listed ones: "unfollow", "rollout", "swappable"."""

from __future__ import annotations

from unicodedata import normalize

import articlelint as al
from articlelint_rules import DATA

PREFIXES = frozenset(
    """
    anti auto bio co counter cyber de e electro extra fore geo hyper in inter intra macro mega meta
    micro mid mini mis multi nano neo neuro non out over paleo para photo poly post pre pro pseudo
    psycho re self semi socio sub super techno tele trans tri ultra un under up well
    """.split()
)
SUFFIXES = frozenset(
    """
    s es d ed ing er ers or ors ly ness less like wise able ible ist ists ism ity ization isation ize
    ise al ic y ish ment ful ship hood dom proof free friendly tech ware ops
    """.split()
)
PREFIX_LENGTHS = tuple(sorted({len(prefix) for prefix in PREFIXES}))
SUFFIX_LENGTHS = tuple(sorted({len(suffix) for suffix in SUFFIXES}))
NEW_WORDS = frozenset("app apps athon athons bot bots blog blogs dev hub lab vlog vlogs wiki wikis".split())
"""Second halves that are younger than the word lists: hackathon, chatbot."""
SHORTEST = 3


MODERN = frozenset(
    """
    admin admins airdrop anime app apps binge bio biodiesel bios bitcoin blockchain bokeh brexit clientele
    cosplay cosplayer cosplayers covid crowdfund crypto cryptocurrency cyber cyberattack darknet deepfake
    devops diem doppelganger doxxing ebook ebooks edamame email emails emoji emojis fintech fotonovela
    freemium gamification geocaching geotag gif gifs glamping gzip gzipped hackathon hashtag hashtags html
    http https hyperlink influencer influencers infographic internet intranet iphone json kanban kombucha
    latte listicle listicles listserv livestream livestreams malware manga matcha melee melees meme memes
    metadata metaverse microblog neoliberal neurodivergent nonbinary online paleo paywall phablet phablets
    phishing photobomb podcast podcasts quinoa ramen ransomware retweet retweets scrum selfie selfies
    sexting smartphone smartphones smartwatch smartwatches spyware sriracha startup startups staycation
    sudoku symposia tapas tech texting transgender unboxing upcycle upskill url urls username usernames
    vape vaping vegan vegans vlogger vloggers vodcast vodcasts webcam webinar webinars website websites
    wifi zouk
    """.split()
)
"""Words younger than the word lists, or borrowed, that nobody writes with a capital."""
RARE = al.WordTable(f"{DATA}/capitals_rare.bin")
LISTED = 0x5A
"""What the table of rare words gives for one."""


def is_derived(lower: str) -> bool:
    """Whether a word that is not in the lexicon is made of words that are, or is a rare or a new one."""
    return _DERIVED[lower]


def _is_derived(lower: str) -> bool:
    if not lower.isascii():
        bare = normalize("NFD", lower).encode("ascii", "ignore").decode()
        if bare != lower and (al.lexicon.is_common(bare) or is_derived(bare)):
            return True  # façades
    return lower in MODERN or RARE.get(lower) == LISTED or is_made(lower)


_DERIVED = al.PerWord(_is_derived)


def is_made(lower: str) -> bool:
    """Whether a word is made of words that the lexicon has."""
    if "-" in lower:
        return all(
            al.lexicon.is_word(part) or part in PREFIXES or is_derived(part)
            for part in lower.split("-")
            if part
        )
    known = al.lexicon.is_word
    if known(f"{lower[:-2]}'{lower[-2:]}") or known(f"{lower[:-1]}'{lower[-1:]}"):
        return True  # "youll", "didnt": an apostrophe is missing
    for length in PREFIX_LENGTHS:
        rest = lower[length:]
        if len(rest) < SHORTEST:
            break
        if lower[:length] in PREFIXES and (known(rest) or _has_suffix(rest)):
            return True
    return _has_suffix(lower) or _is_compound(lower)


def _has_suffix(lower: str) -> bool:
    """Whether a word is a common one with an ending."""
    common = al.lexicon.is_common
    for length in SUFFIX_LENGTHS:
        stem = lower[:-length]
        if not stem:
            break
        if lower[-length:] not in SUFFIXES:
            continue
        if len(stem) >= SHORTEST and any(common(stem + end) for end in ("", "e", "y", stem[-1])):
            return True
        if stem[-1:] == stem[-2:-1] and common(stem[:-1]):
            return True
    return False


def _is_compound(lower: str) -> bool:
    """Whether a word is two words written as one: rollout, caucusgoers."""
    for k in range(SHORTEST, len(lower) - SHORTEST + 1):
        first, second = lower[:k], lower[k:]
        if al.lexicon.is_common(first) and (al.lexicon.is_common(second) or second in NEW_WORDS):
            return True
        if min(k, len(second)) > SHORTEST and al.lexicon.is_word(first) and al.lexicon.is_word(second):
            return True
    return False
