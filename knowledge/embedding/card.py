"""The model card that is saved beside the shipped model."""

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from knowledge.embedding.train import Trained

_TEMPLATE = Path(__file__).with_name("model_card_template.md")


def model_card(recipe: dict[str, object], trained: "Trained") -> str:
    """The card's Markdown, with the figures of this training."""
    return _TEMPLATE.read_text(encoding="utf-8").format(
        **recipe,
        sections=trained.sections,
        passages=trained.passages,
        pairs=trained.pairs,
        first_loss=trained.first_loss,
        last_loss=trained.last_loss,
    )
