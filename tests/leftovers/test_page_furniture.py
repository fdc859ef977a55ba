"""Page furniture: what the sites of the world print around an article, and what only looks like it."""

from __future__ import annotations

import pytest

from articlelint.errors import SettingsError
from articlelint.testing import find
from articlelint_rules.leftovers.furniture_phrases import BUTTONS, STRONG, WEAK
from articlelint_rules.leftovers.page_furniture import PageFurniture

STORY = "The ferry sailed at noon on Tuesday, eleven weeks late, the council said."

FURNITURE = """
Leave a Reply
Leave a Reply Cancel reply
Leave a comment
Your email address will not be published.
Required fields are marked *
Save my name, email, and website in this browser for the next time I comment.
Name *
3 Comments
Comments (12)
No comments yet
View all comments
Comments are closed.
Comments Off on Ferry sails again
Be the first to comment
Your comment is awaiting moderation.
Listen to article 3 min
You have reached your free article limit for this month
Start your free trial today
Turn on desktop notifications for breaking news
Click to enlarge
Swipe left to see more photos
Post navigation
Previous post: The bridge
This page was last edited on 3 May 2024, at 10:15
Join the conversation
You must be logged in to post a comment.
Share this:
Share this article
Share on Facebook
Click to share on WhatsApp (Opens in new window)
Like this: Like Loading...
Print this page
Email this article to a friend
Copy link to clipboard
Facebook | Twitter | LinkedIn | Email
Skip to content
Skip to main content
Skip to navigation
Back to top
Load more
Older posts
Next article
Scroll to continue
Continue reading below
Page 2 of 4
Home > News > Islands
Click here for more news
Advertisement
ADVERTISEMENT
Advertisement - scroll to continue
Story continues below
Article continues after advertisement
Sponsored content
Report this ad
Image source, Getty Images
Image caption, The ferry in dock
Media playback is not supported on this device
This video can not be played
Please enable JavaScript to view the comments
Listen to this article
4 min read
Estimated reading time: 4 minutes
Enlarge this image
Sign up for our newsletter
Sign up to our daily newsletter
Sign up for The Tide newsletter and get the island's news in your inbox.
Subscribe to our newsletter for the latest news
Get the best of the Post delivered to your inbox
Enter your email address
By signing up, you agree to our terms and privacy policy
Already a subscriber? Log in
To continue reading, subscribe
You have 3 free articles left
Support our journalism
Follow us on Twitter
Follow us on Facebook, Instagram and YouTube
Follow @harbourpost on X
Join our WhatsApp channel
Download our app
Report a typo
Have a news tip? Write to us.
We use cookies to improve your visit.
This website uses cookies. By continuing to browse, you agree to our use of cookies.
Accept all cookies
© 2024 The Harbour Post
Copyright © 2024 The Harbour Post. All rights reserved.
All rights reserved. This material may not be published, broadcast, rewritten or redistributed.
The post Ferry sails again appeared first on The Harbour Post.
Posted in News, Islands
Filed under: Islands
Tags: ferry, islands
Tagged with ferry
Last updated 3 hours ago
Privacy Policy
Log in
skip past newsletter promotion
after newsletter promotion
Acquire Licensing Rights, opens new tab
CLICK HERE TO GET THE HARBOUR APP
Scroll down for video
View this post on Instagram
A post shared by The Harbour Post (@harbourpost)
Submitted by admin on Tue, 01/02/2024 - 10:00
Log in or register to post comments
Read all the latest news here
1,204 views
""".strip().splitlines()

PROSE = """
Leave a reply for the captain at the harbour office before noon.
The form says required fields are marked with a star.
Subscribe to the theory or not, the numbers are the numbers.
Sign up for the harbour swim before Friday.
Follow the path along the quay to the old lighthouse.
Posted in Tarn as a young officer, she learnt to sail.
Tagged as a troublemaker at school, he became a captain.
Advertisement spending fell by a tenth, the station said.
Advertising on ferries is banned from May.
Print this week was dominated by the strike.
Load more than nine tonnes and the ramp closes.
We use nets, he said.
Copyright law changed in 1988.
Share prices fell.
Comments from passengers were mixed.
Skip to the loo was the first song they played.
“Follow us on Twitter,” the sign says.
The council will follow us on Facebook, the crew joked.
She had 3 comments on the draft, all of them kind.
Back to top form, the crew won by a length.
Home is where the ferry is.
Share
prices
""".strip().splitlines()


def found(text: str, suffix: str = ".txt") -> list[str]:
    return [f.message for f in find(PageFurniture, text, suffix=suffix)]


@pytest.mark.parametrize("line", FURNITURE)
@pytest.mark.parametrize("suffix", [".txt", ".md", ".html"])
def test_a_line_of_furniture_is_reported(line: str, suffix: str) -> None:
    body = line.replace("*", r"\*").replace(" > ", r" \> ") if suffix == ".md" else line.replace(">", "&gt;")
    shown = line if suffix == ".txt" else body
    joined = f"<p>{STORY}</p><p>{shown}</p>" if suffix == ".html" else f"{STORY}\n\n{shown}\n\n{STORY}\n"
    assert len(found(joined, suffix)) == 1


@pytest.mark.parametrize("line", [line for line in PROSE if len(line.split()) > 1])
def test_a_sentence_is_left_alone(line: str) -> None:
    assert found(f"{STORY}\n\n{line}\n\n{STORY}\n") == []


def test_a_button_is_a_leftover_in_a_paragraph_but_not_as_a_heading_or_in_a_list() -> None:
    assert len(found(f"{STORY}\n\nSubscribe\n\n{STORY}", ".md")) == 1
    assert found(f"{STORY}\n\n## Subscribe\n\n{STORY}", ".md") == []
    assert found(f"{STORY}\n\n- Subscribe\n- Print\n", ".md") == []


def test_two_names_of_networks_may_be_a_list_three_are_buttons() -> None:
    assert found(f"{STORY}\n\nFacebook, Twitter") == []
    assert len(found(f"{STORY}\n\nFacebook Twitter Email")) == 1


def test_neighbouring_blocks_are_reported_one_by_one() -> None:
    findings = find(PageFurniture, f"{STORY}\n\nLeave a Reply\n\nRequired fields are marked *\n")
    assert [f.span.end - f.span.start for f in findings] == [13, 28]


def test_templates_are_lower_case_and_begin_with_a_word() -> None:
    for template in (*STRONG, *WEAK, *BUTTONS):
        assert template == template.lower()
        assert not template.startswith((" ", "["))


@pytest.mark.parametrize("phrase", ["", " "])
def test_an_empty_phrase_is_refused(phrase: str) -> None:
    with pytest.raises(SettingsError, match="remove it"):
        find(PageFurniture, STORY, options={"phrases": ["give now", phrase]})
