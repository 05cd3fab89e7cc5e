"""Trains the shipped model: every question against every section, from the handbook and the lexicon alone.

The loss is a multiple-negatives ranking loss whose negatives are all the other sections (there are few), each
speaking through its best-fitting passage. Seeded and single-threaded, so that two runs on one kind of machine
give the same bytes.
"""

import random
from collections.abc import Callable
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import torch
from torch.nn.functional import cross_entropy, normalize

from knowledge.embedding.hashed_ngrams import HashedNgrams
from knowledge.embedding.pairs import pairs
from knowledge.embedding.passages import passages_of
from knowledge.lexicon import Lexicon
from knowledge.model import Handbook

Features = dict[str, torch.Tensor]


@dataclass(frozen=True, slots=True)
class Recipe:
    """What training depends on besides the texts."""

    buckets: int = 2**15
    dimensions: int = 128
    epochs: int = 2
    pairs_per_section: int = 500
    batch: int = 256
    learning_rate: float = 0.02
    scale: float = 12.0
    seed: int = 20261121


@dataclass(frozen=True, slots=True)
class Trained:
    """What came out: how much was learnt from, and the mean loss of the first and the last epoch."""

    sections: int
    passages: int
    pairs: int
    first_loss: float
    last_loss: float


class _Scorer:
    """Scores questions against sections by their passages."""

    def __init__(self, module: HashedNgrams, passages: list[str], owners: list[int], sections: int) -> None:
        self.module = module
        self.passages = module.preprocess(passages)
        self.owners = torch.tensor(owners)
        self.sections = sections

    def vectors(self, features: Features) -> torch.Tensor:
        """Unit vectors of preprocessed texts."""
        return normalize(self.module(dict(features))["sentence_embedding"], dim=-1)

    def __call__(self, questions: Features, scale: float) -> torch.Tensor:
        """Shape (questions, sections): the scaled cosine of each section's best passage to each question."""
        asked = self.vectors(questions)
        cosines = asked @ self.vectors(self.passages).T
        best = torch.full((len(asked), self.sections), -1.0)
        owners = self.owners.expand(len(asked), -1)
        return best.scatter_reduce(1, owners, cosines, reduce="amax") * scale


def train(
    handbook: Handbook,
    lexicon: Lexicon,
    directory: Path,
    recipe: Recipe | None = None,
    tell: Callable[[str], None] = lambda line: None,
) -> Trained:
    """Train on `handbook` and `lexicon`; save the model and its card in `directory` (made when missing)."""
    recipe = recipe or Recipe()
    torch.manual_seed(recipe.seed)
    threads = torch.get_num_threads()
    torch.set_num_threads(1)
    torch.use_deterministic_algorithms(True)
    try:
        module, trained = _fit(handbook, lexicon, recipe, tell)
    finally:
        torch.use_deterministic_algorithms(False)
        torch.set_num_threads(threads)
    _save(module, directory)
    from knowledge.embedding.card import model_card

    (directory / "README.md").write_text(model_card(asdict(recipe), trained), encoding="utf-8")
    return trained


def _fit(
    handbook: Handbook, lexicon: Lexicon, recipe: Recipe, tell: Callable[[str], None]
) -> tuple[HashedNgrams, Trained]:
    ids = sorted(handbook.sections)
    passages, owners = _passages(handbook, lexicon, ids)
    module = HashedNgrams(recipe.buckets, recipe.dimensions)
    scorer = _Scorer(module, passages, owners, len(ids))
    optimiser = torch.optim.Adam(module.parameters(), lr=recipe.learning_rate)
    losses: list[float] = []
    seen = _Seen(recipe.buckets)
    seen.add(scorer.passages)
    for epoch in range(recipe.epochs):
        made = pairs(handbook, lexicon, recipe.pairs_per_section, recipe.seed + epoch)
        total = 0.0
        for start in range(0, len(made), recipe.batch):
            batch = made[start : start + recipe.batch]
            optimiser.zero_grad()
            asked = module.preprocess([text for text, _ in batch])
            seen.add(asked)
            logits = scorer(asked, recipe.scale)
            loss = cross_entropy(logits, torch.tensor([ids.index(section) for _, section in batch]))
            loss.backward()  # type: ignore[no-untyped-call]
            optimiser.step()
            total += loss.item() * len(batch)
        losses.append(total / len(made))
        tell(f"epoch {epoch + 1} of {recipe.epochs}: {len(made)} pairs, mean loss {losses[-1]:.3f}")
    # Buckets that no text fell into keep nothing of their random start, so unknown words add nothing.
    module.embedding.weight.data[~seen.mask] = 0.0
    trained = Trained(len(ids), len(passages), len(made), losses[0], losses[-1])
    return module, trained


class _Seen:
    """The buckets that some training text fell into."""

    def __init__(self, buckets: int) -> None:
        self.mask = torch.zeros(buckets, dtype=torch.bool)

    def add(self, features: Features) -> None:
        """Note the buckets of preprocessed texts."""
        self.mask[features["input_ids"]] = True


def _passages(handbook: Handbook, lexicon: Lexicon, ids: list[str]) -> tuple[list[str], list[int]]:
    """Each distinct passage of each section, versions taken together, and the section's number."""
    passages: list[str] = []
    owners: list[int] = []
    for number, section_id in enumerate(ids):
        own: dict[str, None] = {}
        for version in handbook.sections[section_id].versions:
            own.update(dict.fromkeys(passages_of(version, lexicon)))
        passages += own
        owners += [number] * len(own)
    return passages, owners


def _save(module: HashedNgrams, directory: Path) -> None:
    """Save as a sentence-transformers model: the module, then scaling to unit length."""
    from sentence_transformers import SentenceTransformer
    from sentence_transformers.base.modules import Normalize

    model: Any = SentenceTransformer(modules=[module, Normalize()], device="cpu", similarity_fn_name="cosine")
    # Saving draws nothing at random, but the library may; keep the caller's streams apart.
    state = random.getstate()
    model.save(str(directory), create_model_card=False)
    random.setstate(state)
