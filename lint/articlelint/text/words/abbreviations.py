"""Abbreviations that need no explanation."""

from __future__ import annotations

from articlelint.text.words.word_set import word_set

WELL_KNOWN = word_set(
    """
    US UK EU UN USA UAE TV DVD CD PC ID OK CEO CFO CTO COO PhD MBA BA MA BSc MSc DNA RNA HIV AIDS NASA NATO
    BBC ITV CNN ABC NBC CBS FBI CIA PDF HTML CSS URL FAQ GPS USB AM PM GMT BST UTC EST EDT CST CDT PST PDT
    MST MDT
    DIY VIP ATM SUV RSVP IQ SOS SMS LED WWI WWII AD BC CE BCE MP MPS NHS UFO CCTV WIFI LLC LLP PLC INC LTD
    USD GBP EUR PIN JPEG JPG PNG GIF XML JSON CSV SQL API HTTP HTTPS WWW ISBN MRI CT PR HR IT AI VAT GDP
    ZIP ISO FIFA UEFA
    NFL NBA MLB NHL NCAA IBM BMW KFC
    """
)
"""Abbreviations that every reader of a newspaper knows."""
