"""Training: from annotated articles to the weights of the network, resumable after each pass."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional

from reader.annotate import AnnotatedArticle
from reader.encoding import BATCH_PIECES, ENTITIES, IGNORED, TAGS, Batch, Encoded, Labels, batches, encode
from reader.examples import LAST_SHARES, Damage, Shares
from reader.network import Network
from reader.splitting import count_pieces

RATE = 2e-3
LAST_PASS_RATE = 6e-4
LAST_PASS_GROWTH = 1.35
"""How many more batches the last pass has, because it repeats short sentences."""
WARM_UP = 300
LAST_RATE = 0.02
DECAY = 0.01
LARGEST_GRADIENT = 5.0
RARE_RELATION = 50
PLAIN_SHARES = 5
"""Into so many shares the articles without annotation are divided."""
EXAMPLES_PER_SENTENCE = 1.05
PIECES_PER_BATCH = 0.93 * BATCH_PIECES
"""Both measured: they say how many steps there will be, along which the learning rate falls."""
WEIGHTS = {
    "tag": 1.0,
    "arc": 0.8,
    "relation": 0.4,
    "entity": 0.7,
    "case": 1.3,
    "begins": 3.0,
    "incomplete": 1.5,
}
"""How much each question counts in the loss."""
SEED = 20261130


def labels_of(articles: Sequence[AnnotatedArticle]) -> Labels:
    """The tags and entities that there are, and the relations that are not rare."""
    counts: Counter[str] = Counter()
    for article in articles:
        for paragraph in article.paragraphs:
            for sentence in paragraph:
                if sentence.parse is not None:
                    counts.update(sentence.parse.relations)
    relations = sorted(relation for relation, count in counts.items() if count >= RARE_RELATION)
    return Labels(tuple(map(str, TAGS)), ENTITIES, tuple(relations))


def _count_steps(parts: Sequence[Sequence[AnnotatedArticle]]) -> float:
    """About how many batches passes over these articles take."""
    return sum(map(count_pieces, parts)) * EXAMPLES_PER_SENTENCE / PIECES_PER_BATCH


def encoded(
    articles: Sequence[AnnotatedArticle], labels: Labels, seed: int, shares: Shares
) -> Iterator[Encoded]:
    """The examples of articles in a mixed order of the articles."""
    damage = Damage(seed, shares)
    for number in np.random.default_rng(seed).permutation(len(articles)):
        for example in damage.examples(articles[number]):
            yield encode(example, labels)


def loss_of(network: Network, batch: Batch) -> Tensor:
    """
    The loss of a batch: the questions' losses, weighted. A question that no example asks counts nothing.
    """
    tensors = {name: torch.from_numpy(array) for name, array in batch._asdict().items()}
    answers = network(tensors["features"])
    losses: dict[str, Tensor] = {}
    if (tensors["heads"] != IGNORED).any():
        relations = network.relations(answers.states, tensors["heads"])
        losses["tag"] = _classification(answers.tag, tensors["tags"])
        losses["arc"] = _classification(answers.arc, tensors["heads"])
        losses["relation"] = _classification(relations, tensors["relations"])
        losses["entity"] = _classification(answers.entity, tensors["entities"])
    if (tensors["case"] != IGNORED).any():
        losses["case"] = _classification(answers.capital, tensors["case"])
    for name, scores in (("begins", answers.begins), ("incomplete", answers.complete)):
        asked = tensors[name] >= 0
        if asked.any():
            losses[name] = functional.binary_cross_entropy_with_logits(scores[asked], tensors[name][asked])
    return torch.stack([WEIGHTS[name] * loss for name, loss in losses.items()]).sum()


def _classification(scores: Tensor, classes: Tensor) -> Tensor:
    return functional.cross_entropy(scores.flatten(0, 1), classes.flatten(), ignore_index=IGNORED)


class Trainer:
    """
    Trains a network for a number of passes over the articles; ``state`` keeps what a later run goes on from.
    """

    def __init__(self, vectors: np.ndarray, labels: Labels, *, passes: int, state: Path) -> None:
        torch.manual_seed(SEED)
        torch.use_deterministic_algorithms(mode=True)
        self.labels = labels
        self.passes = passes
        self.state = state
        self.network = Network(
            torch.from_numpy(vectors),
            tags=len(labels.tags),
            entities=len(labels.entities),
            relations=len(labels.relations),
        )
        self.optimizer = torch.optim.AdamW(self.network.parameters(), lr=RATE, weight_decay=DECAY, fused=True)
        self.done = 0
        self.step = 0
        if state.is_file():
            saved: dict[str, Any] = torch.load(state, weights_only=True)
            self.network.load_state_dict(saved["network"])
            self.optimizer.load_state_dict(saved["optimizer"])
            self.done, self.step = saved["done"], saved["step"]

    def train(
        self, annotated: Sequence[AnnotatedArticle], plain: Sequence[AnnotatedArticle], shares: Shares
    ) -> None:
        """
        Train the passes that are left, and keep the state after each.

        Each pass goes over all annotated articles and over its own share of the others. The learning rate
        falls along the passes but the last, which begins again at ``LAST_PASS_RATE`` and has the damage of
        ``LAST_SHARES``.
        """
        parts = [[*annotated, *plain[number::PLAIN_SHARES]] for number in range(self.passes - 1)]
        last = [*annotated, *plain[self.passes - 1 :: 2 * PLAIN_SHARES]]
        steps = _count_steps(parts)
        while self.done < self.passes - 1:
            self._train_pass(parts[self.done], shares, RATE, steps)
            self._keep_state()
        if self.done < self.passes:
            self.step = 0
            self._train_pass(last, LAST_SHARES, LAST_PASS_RATE, _count_steps([last]) * LAST_PASS_GROWTH)
            self._keep_state()

    def _keep_state(self) -> None:
        """Write what a later run goes on from, after a pass."""
        self.done += 1
        saved = {
            "network": self.network.state_dict(),
            "optimizer": self.optimizer.state_dict(),
            "done": self.done,
            "step": self.step,
        }
        torch.save(saved, self.state)

    def _train_pass(
        self, articles: Sequence[AnnotatedArticle], shares: Shares, highest: float, steps: float
    ) -> None:
        """One pass over the articles, each time with other damage."""
        self.network.train()
        began, total = time.monotonic(), 0.0
        seed = SEED + self.done
        torch.manual_seed(seed)
        for number, batch in enumerate(batches(encoded(articles, self.labels, seed, shares), seed), 1):
            rate = highest * min(1, (self.step + 1) / WARM_UP) * max(LAST_RATE, 1 - self.step / steps)
            for group in self.optimizer.param_groups:
                group["lr"] = rate
            loss = loss_of(self.network, batch)
            self.optimizer.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(self.network.parameters(), LARGEST_GRADIENT)
            self.optimizer.step()
            self.step += 1
            total += loss.item()
            if number % 200 == 0:
                seconds = time.monotonic() - began
                print(
                    f"pass {self.done + 1} batch {number} loss {total / 200:.3f} {seconds:.0f} s", flush=True
                )
                total = 0.0
