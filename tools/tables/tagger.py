"""The part-of-speech tagger's model, which ``tools/train_tagger.py`` trains; it takes a few minutes."""

from __future__ import annotations

from train_tagger import Trainer, free, read

from tables.inputs import Inputs


def build(inputs: Inputs, *, epochs: int) -> bytes:
    """The file's bytes."""
    treebanks = [inputs.path("ewt"), inputs.path("gum")]
    trainer = Trainer([document for path in treebanks for document in read(path) if free(document)])
    trainer.run(epochs)
    return trainer.model()
