"""
English text: tokens, sentences, quotations, names, attributions, parts of speech, the lexicon.

Everything here is computed from a text and its blocks. Files and markup are in ``articlelint.source`` and
``articlelint.markup``; the document that offers these views to rules is ``articlelint.document``.
"""
