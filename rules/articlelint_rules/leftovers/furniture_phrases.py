"""
What web pages say around an article, as templates for ``PhraseBook``.

Compiled from the visible strings of WordPress, Drupal, Disqus, Arc and newsroom sites; one group a source.
"""

from __future__ import annotations

_NETWORKS = (
    "(facebook|twitter|x|instagram|linkedin|youtube|whatsapp|tiktok|threads|bluesky|telegram|pinterest|reddit|"
    "google news|flipboard|email)"
)
_MAILINGS = "(newsletter|newsletters|email|emails|inbox|alerts|briefing|updates|digest|channel|podcast)"

COMMENTS = (
    "leave a (reply|comment) [to ~]",
    "(post|add|write) a (comment|reply)",
    "(leave|post|add|share) your (comment|comments|thoughts) [below]",
    "cancel reply",
    "your email address will not be published",
    "required fields are marked",
    "save my name ... (browser|comment)",
    "notify me of (followup|follow-up|follow up|new) (comments|posts) [(by|via) email]",
    "this site uses akismet ...",
    "learn how your comment data is processed",
    "(comments|comment) (are|is) (closed|disabled|off|turned off) [(for|on) ~]",
    "comments off [on ~]",
    "be the first to (comment|reply|like this|leave a comment) [...]",
    "you must be (logged in|registered) to (post|leave|add|reply) [~]",
    "(log in|login|sign in|register) to (reply|comment|leave a comment|post a comment) [~]",
    "# (comments|responses|replies|thoughts|comment|response|reply) [(on|to) ~]",
    "(join|start) the (conversation|discussion)",
    "(view|see|show|hide|read|load) [all] [more] [#] comments",
    "comments #",
    "(name|email|website|comment) *",
    "(comment on|discuss|rate) this (article|story)",
    "was this (article|story|page) (helpful|useful) [~]",
    "(tell us|let us know) [~] in the comments [...]",
    "sort by (newest|oldest|best) [first]",
    "report this comment",
)
SHARING = (
    "share (this|the) (article|story|post|page|news) [(on|via|with) ~]",
    "share this",
    "share this (on|via|with) ~",
    f"share (on|via|to) {_NETWORKS}",
    "click to (share|email|print|tweet) ~",
    "(tweet|pin) (this|it)",
    "copy (link|the link|this link|url) [to clipboard]",
    "link copied [to clipboard]",
    "(like|liked) loading",
    "print (this|the) (page|article|story|post)",
    "(print|printer) (article|page|story|friendly|friendly version)",
    "email (this|the) (page|article|story|post|link) [to a friend]",
    "(send|email) (this|it) to a friend",
    "(save|bookmark) (this|the) (article|story|post|page|item)",
    "save for later",
    "share full article",
    "gift (this|full) article",
    "(opens|open) in (new|a new) (window|tab)",
)
NAVIGATION = (
    "skip to (content|main content|main|navigation|main navigation|footer|search|sidebar|article)",
    "skip to (primary content|primary navigation|primary sidebar|site navigation|end of ~|next section)",
    "skip (navigation|links|ad|advertisement|next section) [~]",
    "(jump|go) to (content|main content|comments|navigation|top)",
    "(back|return) to (top|top of page|the top)",
    "(previous|next) (article|post|story|page)",
    "(load|show|view|see) more [(articles|stories|posts|comments|news|results)]",
    "(older|newer) (posts|articles|entries|comments)",
    "toggle (navigation|menu|search|sidebar)",
    "(main|open|close|site|primary) menu",
    "scroll (down|on) to (continue|read on|keep reading) [...]",
    "scroll to (continue|top) [...]",
    "scroll for more [...]",
    "page # of #",
    "home > ~",
    "add as a preferred source on google",
    "(continue|keep) reading [(below|here|the main story|this article|this story|the rest of ~)]",
    "click here (to|for) ~",
    "tap here (to|for) ~",
    "(tap|click) here",
)
ADVERTISING = (
    "(advertisement|advertisements|advert|advertising)",
    "(advertisement|ad) (feature|feedback|choices)",
    "(story|article|post|content) (continues|resumes) (below|after) [~]",
    "(continues|continue) below [(advertisement|this ad|the ad|ad|advert|video)]",
    "(sponsored|promoted|paid|partner) (content|post|stories|story|links|message|by ~)",
    "(remove|hide|report) (ads|this ad|ad|advertisement)",
    "(why|about) this ad",
    "taboola",
    "adchoices",
)
MEDIA = (
    "(image|media|video) (caption|source|copyright)",
    "(image|media|video) (caption|source|copyright),~",
    "image source ~ (getty|reuters|afp|epa|ap|pa|bbc|shutterstock|alamy) [images]",
    "media playback is (not supported|unsupported) on (this|your) device",
    "video (can not|cannot|can't|could not) be (played|loaded) [...]",
    "this video (can not|cannot|can't) be played [...]",
    "to play this video you need to enable javascript [...]",
    "video player is loading",
    "embedded content",
    "(hide|toggle|show) caption",
    "enlarge this image",
    "(play|watch) (video|now)",
    "listen # (min|mins|minutes)",
    "(last updated|updated|published) # (second|seconds|minute|minutes|min|mins|hour|hours|day|days) ago",
    "enable javascript [...]",
    "please enable javascript [...]",
    "javascript (is|must be) (disabled|required|enabled) [...]",
    "your browser does not support ...",
    "(listen to|hear) this (article|story) [...]",
    "# (min|mins|minute|minutes) (read|listen|reading time)",
    "estimated (reading|read) time # (min|mins|minute|minutes|m)",
    "(reading|read) time # (min|mins|minute|minutes|m)",
    "(open|view) (image|photo|gallery|picture) in (gallery|full screen|fullscreen|new window|lightbox)",
    "(view|show) (gallery|fullscreen|full screen|image in fullscreen)",
    "(image|photo) # of #",
)
SUBSCRIBING = (
    f"sign up (for|to) ~ {_MAILINGS} [...]",
    "sign up (for|to) (newsletter|newsletters|alerts|updates) [...]",
    f"subscribe to ~ {_MAILINGS} [...]",
    "subscribe to (newsletter|newsletters|alerts|updates|continue|read|unlock) [~]",
    "subscribe (now|today|here|for free|for full access|via email|by email) [~]",
    "get ~ (delivered|straight|direct|directly|sent) to your (inbox|phone|email) [...]",
    "get (the|our) ~ newsletter [...]",
    "(enter|type) your email [...]",
    "(thank you|thanks) for (subscribing|signing up) [...]",
    "by (signing up|subscribing|clicking|submitting|registering) [~] you (agree|accept|consent) [...]",
    "you (can|may) unsubscribe [...]",
    "unsubscribe (here|at any time|anytime|from ~)",
    "view this email in your browser",
    "(manage|update) [your] (preferences|email preferences|subscription|subscriptions|newsletters)",
    "forward to a friend",
    "already a (subscriber|member) [...]",
    "already have an account [...]",
    "don't have an account [...]",
    "create (a|your) [free] account [...]",
    "this (article|story|content) is (for|only for|available to|exclusive to) (subscribers|members) [~]",
    "(subscriber|subscribers) only [content]",
    "(support|help fund) (our|independent|local|quality) journalism [~]",
    "become a (member|subscriber|supporter) [(today|now)]",
    "you have # [free] (articles|stories) (left|remaining) [...]",
    "you've reached your [monthly] limit [...]",
    "to continue reading [...]",
)
FOLLOWING = (
    "follow (us|me) [on ~]",
    f"follow (us|me|~) on {_NETWORKS} [...]",
    f"(like|find|join|connect with) us on {_NETWORKS} [...]",
    "join (our|the) (whatsapp|telegram|facebook) (group|channel|community) [...]",
    "download (our|the) [~] app [~]",
    "get the app [~]",
    "(available|download) on the app store",
    "get it on google play",
    "(report|suggest|submit) a (correction|typo|error)",
    "(report|found) an error",
    "(have|got) a [news] tip [...]",
    "(do you have|got) a story [(for us|to share|to tell)] [...]",
)
COOKIES = (
    "we (use|value) (cookies|your privacy) ...",
    "(this|our) (site|website|web site|page) uses cookies [...]",
    "by (continuing|using) ~ (agree to|consent to|accept) ...",
    "(accept|reject|decline|allow|manage|deny) (all|cookies|all cookies|all and close)",
    "(manage|cookie) (policy|settings|preferences|notice|options|consent)",
)
LEGAL = (
    "©...",
    "copyright (#|©|by|notice) ...",
    "all rights reserved [...]",
    "this material may not be published broadcast ...",
    "the post ~ (appeared|first appeared) first on ...",
    "the post ~ first appeared on ...",
    "our standards the thomson reuters trust principles [...]",
    "powered by (wordpress|disqus|blogger|tumblr|substack|google)",
    "this site is protected by recaptcha ...",
    "this (story|article|report) has not been edited by ...",
)
FILING = (
    "(posted|filed) (in|under|on|by) ~",
    "(tagged|tags|tag|topics|filed under|categories|category): ~",
    "tagged (with|as|in|under) ~",
    "(entry|post) tags: ~",
)
# Buttons: leftovers where they make up a paragraph, but words that a heading or a list may well consist of.
BUTTONS = (
    "share", "tweet", "print", "subscribe", "log in", "login", "sign in", "sign up", "register now",
    "create an account", "loading", "sponsored", "promoted", "ad", "ads", "comments", "no comments yet",
    "post comment", "privacy policy", "terms of use", "terms of service", "terms and conditions", "like this",
    "cookie policy", "donate now", "share save", "please enter a valid email address", "something went wrong",
)  # fmt: skip
WEAK = (
    *BUTTONS,
    "pin", "facebook", "twitter", "x", "linkedin", "whatsapp", "pinterest", "reddit",
    "telegram", "messenger", "tumblr", "flipboard", "instagram", "email", "mail", "more",
    "bluesky", "threads", "sms", "name", "website", "comment", "reply", "save", "log in",
    "register", "donate", "menu", "search", "home", "contact us",
    "about us", "help",
    "contact", "about", "sitemap", "site map", "privacy", "terms", "terms of use",
    "faq", "advertise", "advertise with us",
    "careers", "rss", "newsletter", "newsletters", "follow", "submit", "close", "next",
    "previous",
)  # fmt: skip

STRONG = (
    *COMMENTS, *SHARING, *NAVIGATION, *ADVERTISING, *MEDIA, *SUBSCRIBING, *FOLLOWING, *COOKIES, *LEGAL,
    *FILING,
)  # fmt: skip
