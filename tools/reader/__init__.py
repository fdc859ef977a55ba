"""
The steps that make the reader's weights, which ``tools/train_reader.py`` runs.

``vocabulary`` picks the words that have a row, ``text`` collects articles, ``annotate`` has a parser say what
their words are, ``examples`` damages sentences as real text is damaged, ``network`` is the network as PyTorch
trains it, ``training`` trains it, ``export`` writes the weights and ``report`` says what they reach.
"""
