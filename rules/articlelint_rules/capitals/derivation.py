"""Whether an unlisted word is made of listed ones: "unfollow", "rollout", "swappable"."""

from __future__ import annotations

from functools import lru_cache
from unicodedata import normalize

import articlelint as al

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
SUFFIX_LENGTHS = tuple(sorted({len(suffix) for suffix in SUFFIXES}, reverse=True))
"""The longest first: of "fearless" rather "fear" is a word than "fearles"."""
NEW_WORDS = frozenset("app apps athon athons bot bots blog blogs dev hub lab vlog vlogs wiki wikis".split())
"""Second halves that are younger than the word lists: hackathon, chatbot."""
ENDINGS = {1: ("d", "m", "n", "s", "t", "a", "i", "y"), 2: tuple("ll re ve ns er am an en in le".split())}
"""What words have behind an apostrophe, by its length."""
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


@lru_cache(maxsize=2048)
def is_derived(lower: str) -> bool:
    """Whether a word that is not in the lexicon is made of words that are, or is a rare or a new one."""
    if not lower.isascii():
        bare = normalize("NFD", lower).encode("ascii", "ignore").decode()
        if bare != lower and (al.lexicon.is_common(bare) or is_derived(bare)):
            return True  # façades
    return lower in MODERN or al.lexicon.is_rare(lower) or is_made(lower)


def is_made(lower: str) -> bool:
    """Whether a word is made of words that the lexicon has."""
    if "-" in lower:
        return all(
            al.lexicon.is_word(part) or part in PREFIXES or is_derived(part)
            for part in lower.split("-")
            if part
        )
    # Prefixes are seen without the lexicon, so that they come first.
    return _has_prefix(lower) or _has_suffix(lower) or _is_compound(lower) or _lacks_apostrophe(lower)


def _has_prefix(lower: str) -> bool:
    """Whether a word is one that the lexicon has, or a common one with an ending, behind a prefix."""
    longest = len(lower) - SHORTEST
    for length in PREFIX_LENGTHS:
        if lower[:length] in PREFIXES and length <= longest:
            rest = lower[length:]
            if al.lexicon.size_of_piece(rest) or _has_suffix(rest):
                return True
    return False


def _lacks_apostrophe(lower: str) -> bool:
    """Whether an apostrophe is missing: "youll", "didnt"."""
    return any(
        lower.endswith(ENDINGS[length]) and al.lexicon.is_word(f"{lower[:-length]}'{lower[-length:]}")
        for length in (2, 1)
    )


def _has_suffix(lower: str) -> bool:
    """Whether a word is a common one with an ending."""
    size, common, whole = al.lexicon.size_of_piece, al.lexicon.COMMON, len(lower)
    for length in SUFFIX_LENGTHS:
        if lower[-length:] not in SUFFIXES or length >= whole:
            continue
        stem = lower[:-length]
        last = stem[-1]
        if len(stem) >= SHORTEST and (
            0 < size(stem) <= common
            or 0 < size(stem + "e") <= common
            or 0 < size(stem + "y") <= common
            or 0 < size(stem + last) <= common
        ):
            return True
        if last == stem[-2:-1] and 0 < size(stem[:-1]) <= common:
            return True
    return False


def _is_compound(lower: str) -> bool:
    """Whether a word is two words written as one: rollout, caucusgoers."""
    size, common = al.lexicon.size_of_piece, al.lexicon.COMMON
    for k in range(SHORTEST, len(lower) - SHORTEST + 1):
        own = size(lower[:k])
        if own:
            second = lower[k:]
            other = size(second)
            if own <= common and (0 < other <= common or second in NEW_WORDS):
                return True
            if other and min(k, len(second)) > SHORTEST:
                return True
    return False
