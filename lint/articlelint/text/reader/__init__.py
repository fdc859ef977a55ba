"""
The reader: a small trained network that says what the words of a sentence are.

``reading`` has its answers, ``network`` the arithmetic, ``features`` what it is told about each word,
``pieces`` the division of tokens, ``usage`` how the article itself writes a word. ``tools/train_reader.py``
makes the weights. numpy is imported when the first sentence is read.
"""
