"""
The network as PyTorch trains it. ``articlelint.text.reader.network`` computes the same with numpy.

A piece's features pick rows of tables; the rows, side by side, are projected to ``WIDTH`` numbers. Gated
convolutions over neighbouring pieces follow (Dauphin et al., "Language Modeling with Gated Convolutional
Networks", ICML 2017), and self-attention over the sentence (Vaswani et al., "Attention Is All You Need",
NeurIPS 2017). Heads and relations are found by the biaffine scores of Dozat and Manning, "Deep Biaffine
Attention for Neural Dependency Parsing", ICLR 2017.
"""

from __future__ import annotations

from typing import NamedTuple

import torch
from torch import Tensor, nn
from torch.nn import functional

from articlelint.text.reader.features import AFFIX_ROWS, NAME_KINDS, SHAPES, SIZES
from articlelint.text.reader.usage import STATES

WIDTH = 160
LAYERS = ("conv1", "conv2", "conv4", "attention", "conv1", "conv2", "attention", "conv1")
"""The kinds of the layers; the number of a convolution is its dilation."""
ATTENTION_HEADS = 4
ARC_WIDTH = 64
RELATION_WIDTH = 48
COMPLETE_WIDTH = 64
TABLE_WIDTHS = {
    "word": 48,
    "prefix": 20,
    "suffix": 28,
    "short_suffix": 16,
    "shape": 12,
    "size": 8,
    "name_size": 8,
    "names": 16,
    "usage": 8,
}
"""The width of each table of rows. ``word`` comes first, because its rows begin with given vectors."""
TABLE_ROWS = {
    "prefix": AFFIX_ROWS + 1,
    "suffix": AFFIX_ROWS + 1,
    "short_suffix": AFFIX_ROWS + 1,
    "shape": SHAPES,
    "size": SIZES,
    "name_size": SIZES,
    "names": NAME_KINDS,
    "usage": STATES,
}
FAR = -1e4
"""The score of what is no piece."""


class Answers(NamedTuple):
    """
    The scores for a batch of B sentences of at most T pieces.

    ``states`` (B, T, WIDTH) are the pieces as the last layer has them. ``tag`` (B, T, tags), ``entity`` (B,
    T, entities) and ``capital`` (B, T, 3) are scores of classes; ``begins`` (B, T) and ``complete`` (B) are
    log-odds; ``arc`` (B, T, T + 1) scores each head of a piece, 0 being the root.
    """

    states: Tensor
    tag: Tensor
    entity: Tensor
    capital: Tensor
    begins: Tensor
    complete: Tensor
    arc: Tensor


class Convolution(nn.Module):
    """A gated convolution over three pieces, added to its input."""

    def __init__(self, dilation: int) -> None:
        super().__init__()
        self.dilation = dilation
        self.conv = nn.Linear(3 * WIDTH, 2 * WIDTH)
        self.norm = nn.LayerNorm(WIDTH)
        self.drop = nn.Dropout(0.12)

    def forward(self, states: Tensor, mask: Tensor) -> Tensor:
        """Shapes (B, T, WIDTH) and (B, T, 1)."""
        length = states.shape[1]
        padded = functional.pad(states, (0, 0, self.dilation, self.dilation))
        neighbours = [padded[:, place * self.dilation : place * self.dilation + length] for place in range(3)]
        value, gate = self.conv(torch.cat(neighbours, -1)).chunk(2, -1)
        return (states + self.norm(self.drop(value * torch.sigmoid(gate)))) * mask


class Attention(nn.Module):
    """Self-attention over the sentence, added to its input."""

    def __init__(self) -> None:
        super().__init__()
        self.project = nn.Linear(WIDTH, 3 * WIDTH)
        self.out = nn.Linear(WIDTH, WIDTH)
        self.norm = nn.LayerNorm(WIDTH)
        self.drop = nn.Dropout(0.12)

    def forward(self, states: Tensor, mask: Tensor) -> Tensor:
        """Shapes (B, T, WIDTH) and (B, T, 1)."""
        batch, length, _ = states.shape
        query, key, value = (
            part.view(batch, length, ATTENTION_HEADS, -1).transpose(1, 2)
            for part in self.project(states).chunk(3, -1)
        )
        mixed = functional.scaled_dot_product_attention(
            query, key, value, attn_mask=(mask[:, None, None, :, 0] > 0)
        )
        mixed = self.out(mixed.transpose(1, 2).reshape(batch, length, WIDTH))
        return (states + self.norm(self.drop(mixed))) * mask


class Network(nn.Module):
    """The reader's network."""

    def __init__(self, vectors: Tensor, *, tags: int, entities: int, relations: int) -> None:
        super().__init__()
        self.tables = nn.ModuleDict(
            {
                name: nn.Embedding(TABLE_ROWS.get(name, len(vectors)), width, padding_idx=0)
                for name, width in TABLE_WIDTHS.items()
            }
        )
        for name, table in self.tables.items():
            nn.init.normal_(table.weight, std=0.5)
            if name == "word":
                table.weight.data.copy_(vectors)
            table.weight.data[0] = 0
        self.input = nn.Linear(sum(TABLE_WIDTHS.values()), WIDTH)
        self.input_norm = nn.LayerNorm(WIDTH)
        self.drop = nn.Dropout(0.12)
        self.layers = nn.ModuleList(
            Attention() if kind == "attention" else Convolution(int(kind.removeprefix("conv")))
            for kind in LAYERS
        )
        self.tag = nn.Linear(WIDTH, tags)
        self.entity = nn.Linear(WIDTH, entities)
        self.capital = nn.Linear(WIDTH, 3)
        self.begins = nn.Linear(WIDTH, 1)
        self.complete_hidden = nn.Linear(2 * WIDTH, COMPLETE_WIDTH)
        self.complete = nn.Linear(COMPLETE_WIDTH, 1)
        self.arc_dependent = nn.Linear(WIDTH, ARC_WIDTH)
        self.arc_head = nn.Linear(WIDTH, ARC_WIDTH)
        self.arc_root = nn.Parameter(torch.zeros(ARC_WIDTH))
        self.arc = nn.Parameter(torch.randn(ARC_WIDTH, ARC_WIDTH + 1) * 0.05)
        self.relation_dependent = nn.Linear(WIDTH, RELATION_WIDTH)
        self.relation_head = nn.Linear(WIDTH, RELATION_WIDTH)
        self.relation = nn.Linear(2 * RELATION_WIDTH, relations)

    def forward(self, features: Tensor) -> Answers:
        """``features`` (B, T, tables) are rows of the tables, 0 where there is no piece."""
        mask = (features[..., :1] > 0).float()
        rows = [table(features[..., i]) for i, table in enumerate(self.tables.values())]
        states = self.input_norm(self.input(self.drop(torch.cat(rows, -1)))) * mask
        for layer in self.layers:
            states = layer(states, mask)
        largest = (states + (1 - mask) * FAR).max(1).values
        mean = states.sum(1) / mask.sum(1)
        hidden = functional.relu(self.complete_hidden(torch.cat([largest, mean], -1)))
        return Answers(
            states=states,
            tag=self.tag(states),
            entity=self.entity(states),
            capital=self.capital(states),
            begins=self.begins(states)[..., 0],
            complete=self.complete(hidden)[..., 0],
            arc=self._arcs(states, mask),
        )

    def _arcs(self, states: Tensor, mask: Tensor) -> Tensor:
        """The scores of heads."""
        batch, length, _ = states.shape
        dependents = functional.relu(self.arc_dependent(states))
        dependents = torch.cat([dependents, torch.ones(batch, length, 1)], -1)
        heads = functional.relu(self.arc_head(states))
        heads = torch.cat([self.arc_root.expand(batch, 1, ARC_WIDTH), heads], 1)
        scores = torch.einsum("btd,fd,bsf->bts", dependents, self.arc, heads)
        is_head = torch.cat([torch.ones(batch, 1), mask[..., 0]], 1)
        return scores + (1 - is_head).unsqueeze(1) * FAR

    def relations(self, states: Tensor, heads: Tensor) -> Tensor:
        """The scores of the relations (B, T, relations) of pieces to the heads (B, T), 0 being the root."""
        batch, _, width = states.shape
        with_root = torch.cat([torch.zeros(batch, 1, width), states], 1)
        of_heads = with_root.gather(1, heads.clamp(min=0).unsqueeze(-1).expand(-1, -1, width))
        pair = [
            functional.relu(self.relation_dependent(states)),
            functional.relu(self.relation_head(of_heads)),
        ]
        return self.relation(torch.cat(pair, -1))
