"""Entries of the kind ``number``: one decision each."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("decision", "marked", "fixed"),
    [
        ("words-below = 10", "They built [[3]] schools and [[7]] new ferries.", "They built three schools and seven new ferries."),
        ("words-below = 10", "It took him [[eleven]] weeks.", "It took him 11 weeks."),
        ("words-below = 11", "They built [[10]] schools.", "They built ten schools."),
        ("words-below = 10", "Step 3 schools, 3 per cent, 5 km, 3-4 weeks, 2 to 3 weeks, a score of 3 points.", ""),
        ("words-below = 10", "They built 3 schools and 12 ferries. Twelve men came. She is 3 years old.", ""),
        ("words-below = 10", "Two out of 3 taxpayers and three in ten adults came.", ""),
        ('percent = "5 per cent"', "It rose [[5%]], [[5 percent]], about [[five percent]].", "It rose 5 per cent, 5 per cent, about five per cent."),
        ('percent = "5%"', "It rose [[5 per cent]] and 6%, five per cent.", "It rose 5% and 6%, five per cent."),
        ('day = "25 December 2026"', "On [[December 25, 2026]] and [[May 3rd]].", "On 25 December 2026 and 3 May."),
        ('day = "25 December 2026"', "May 2026, May 5 and 6, the September 11 attacks, 3 May.", ""),
        ('day = "December 25, 2026"', "On [[25 December 2026]] and [[the 3rd of May]].", "On December 25, 2026 and May 3."),
        ('day = "December 25, 2026"', "From 5 to 7 May, on December 25, at 10 May Street.", ""),
        ('ordinal-day = "never"', "On [[May 3rd]] and [[3rd May]] 2020, on the 3rd.", "On May 3 and 3 May 2020, on the 3rd."),
        ('ordinal-day = "never"', "On [[the 3rd of May]] it rained. [[The 4th of May]] was dry.", "On 3 May it rained. 4 May was dry."),
        ('month = "Dec."', "On [[December]] 25 and in December, on May 5.", "On Dec. 25 and in December, on May 5."),
        ('month = "December"', "On [[Dec.]] 25, on 5 [[Sept]] 2026.", "On December 25, on 5 September 2026."),
        ('time = "10:30 a.m."', "At [[10am]], [[10:30 PM]], at [[22:30]], 5 p.m.", "At 10 a.m., 10:30 p.m., at 10:30 p.m., 5 p.m."),
        ('time = "10.30am"', "At [[10 a.m.]], [[10:30 p.m.]] and 5pm.", "At 10am, 10.30pm and 5pm."),
        ('time = "22:30"', "At [[10pm]] and [[12.15 a.m.]] and 08:00.", "At 22:00 and 00:15 and 08:00."),
        ('time = "10:30am"', "It was over at [[6 p.m.]]", "It was over at 6pm."),
        ('time = "10:30 a.m."', "The film has run 14:54; it costs 14.50.", ""),
        ('currency = "$5 million"', "It cost [[$5m]], [[£3.4bn]], [[$2 million dollars]].", "It cost $5 million, £3.4 billion, $2 million."),
        ('currency = "$5m"', "It cost [[$5 million]] and [[3 billion euros]].", "It cost $5m and €3bn."),
        ('decade = "1990s"', "In the [[1990's]] and the 1980s.", "In the 1990s and the 1980s."),
        ('currency = "$5m"', "It cost [[$9.8 billion dollars]].", "It cost $9.8bn."),
        ('thousands = "10,000"', "Executive Order 13571 requires it. It rained. [[14000]] people left Oslo.", "Executive Order 13571 requires it. It rained. 14,000 people left Oslo."),
        ('thousands = "10,000"', "Some [[12000]] people; part 12000 is; 1200 people.", "Some 12,000 people; part 12000 is; 1200 people."),
    ],
)  # fmt: skip
def test_decisions(report, decision: str, marked: str, fixed: str) -> None:
    plain = marked.replace("[[", "").replace("]]", "")
    found = report(f"[[number]]\n{decision}\n", plain)
    assert (found.marked, found.fixed) == (marked, fixed or plain)


def test_the_message_says_what_to_write(report) -> None:
    found = report('[[number]]\npercent = "5%"\nwhy = "Space"\n', "It rose 5 per cent.")
    assert found.messages == ["“5 per cent”: write “5%” (Space)"]
