"""The labels that content management systems print before a link to another story."""

from __future__ import annotations

# Followed by a mark or a gap, these begin nothing but a link.
PLAIN = (
    "see also", "also see", "read also", "also read", "read more", "read next", "must read", "see more",
    "related", "related story", "related article", "related news", "related video", "related coverage",
    "related post", "related stories", "related articles", "related content", "related topics",
    "related posts", "related videos", "related links", "related reading", "more on this",
    "more on this story", "more on this topic", "more news", "more stories", "more coverage",
    "more like this", "recommended reading", "recommended for you", "you may also like",
    "you might also like", "you may like", "you might like", "you may have missed", "editor's pick",
    "editor's picks", "editors' picks", "read the full story", "read the full article",
    "also in the news", "other stories", "photo gallery", "icymi",
)  # fmt: skip

# A sentence, a credit or an entry in a list may begin with these as well.
COMMON = (
    "watch", "watch more", "watch now", "watch live", "listen", "listen now", "listen here", "read",
    "read now", "read here", "video", "photos", "gallery", "view gallery", "in pictures", "in photos",
    "more on", "more from", "live updates", "live blog", "full story", "full coverage", "trending",
    "trending now", "recommended", "further reading", "also on", "click here", "up next", "next up",
    "don't miss", "in case you missed it", "most read", "most popular", "top stories", "from the archive",
    "from the archives", "dig deeper", "go deeper", "our picks", "other news", "more", "what to read next",
)  # fmt: skip

# A headline may follow these after a single space.
HEADLINE_FOLLOWS = frozenset(
    {"see also", "also see", "read also", "also read", "must read", "read next", "icymi"}
)

# Lines that announce links below them, as templates for ``PhraseBook``.
ALONE = (
    "related [(story|stories|article|articles|content|coverage|topics|posts|news|links|reading)]",
    "related (video|videos)",
    "related (stories|articles|content|coverage|posts|news|videos) (on|from|in) ~",
    "(read|see|watch|view) more [(here|stories|news)]",
    "read more (about|on|at|from) ~",
    "(see|read) also",
    "also (read|see)",
    "more (on this [(story|topic|subject)]|news|stories [~]|coverage|like this)",
    "more (on|from) ~",
    "(you|readers) (may|might) [also] (like|enjoy|be interested in|have missed)",
    "recommended [(for you|story|stories|article|articles|videos|by ~)]",
    "what to read next",
    "most (read|popular|viewed|shared|commented) [(stories|articles|news|on ~|in ~|today)]",
    "(trending|popular) (now|stories|news|today|on ~)",
    "trending",
    "(other|latest|today's top) (stories|headlines)",
    "(editor's|editors') (picks|pick|choice)",
    "(don't miss|in case you missed it|icymi|read next|must read|must reads)",
    "(from around|around) the web",
    "(from our (partners|sponsors|network)|promoted stories|elsewhere on the web)",
    "read (the|this|our) (full|whole|original) (story|article|report|post|interview|piece) [~]",
    "read the rest of (the|this) (story|article|report|post) [~]",
    "(get|see) the full (story|article|report|interview) [(here|below|at ~|on ~|in ~)]",
    "also on (huffpost|our site|this site|~)",
    "also in the news",
)
