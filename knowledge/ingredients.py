"""What the lexical leg is made of: the weights of a section's parts and of what a question says."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Ingredients:
    """Weights by repetition, fitted on the development questions; 0 or nothing leaves an ingredient out.

    On those questions 4-grams alone did better than 3- and 4-grams together. In a question, a word that is
    met whole says more than any one n-gram, and a known device, need or topic more still.
    """

    title: int = 4
    iso: int = 3
    lexicon: int = 1
    heading: int = 1
    asked_word: int = 4
    asked_entity: int = 6
    words: bool = True
    gram_sizes: tuple[int, ...] = (4,)
    #: Whether n-grams are taken without accents, so that "gåbord" and "gabord" share them all.
    grams_folded: bool = True
    compounds: bool = True
    # BM25: how soon a repeated feature stops to count, and how much long sections are held back.
    k1: float = 1.2
    b: float = 0.5


FITTED = Ingredients()
