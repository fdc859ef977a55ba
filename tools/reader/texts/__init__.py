"""
Texts: articles in plain paragraphs, out of snapshots of public repositories.

``catalogue`` says how the files of each source are read, ``snapshots`` reads them, ``formats``, ``wikipedia``
and ``textbooks`` make documents of them, and ``cleaning`` keeps what is prose. The texts themselves are in no
repository of ours.
"""
