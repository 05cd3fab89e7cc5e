"""Section versions cut into the passages that the embedding leg compares: names, words, each field."""

from collections.abc import Iterator

from knowledge.lexicon import Lexicon
from knowledge.links import plain
from knowledge.model import SectionVersion

_WORDS_PER_CARD = 12
_LETTERS_PER_PASSAGE = 700


def _cards(version: SectionVersion, lexicon: Lexicon) -> Iterator[str]:
    """Title, codes and a handful of everyday words each, so that no word drowns among the others."""
    said = [entry.word for entry in lexicon.words_for.get(version.section_id, ())]
    yield " ".join((version.title, *version.iso_codes))
    for start in range(0, len(said), _WORDS_PER_CARD):
        yield f"{version.title}. {', '.join(said[start : start + _WORDS_PER_CARD])}"


def _fields(version: SectionVersion) -> Iterator[str]:
    """Each field, long ones in pieces, every piece under its title, heading and sub-heading."""
    for field in version.fields:
        heading: str | None = None
        piece = ""
        for statement in field.statements:
            here = f"{version.title}. {field.name}. {statement.group or ''}".rstrip()
            text = plain(statement.text)
            if here != heading or len(piece) + len(text) > _LETTERS_PER_PASSAGE:
                if piece:
                    yield piece
                heading, piece = here, here
            piece = f"{piece} {text}"
        yield piece


def passages_of(version: SectionVersion, lexicon: Lexicon) -> list[str]:
    """The passages of one version; at least one."""
    return [*_cards(version, lexicon), *_fields(version)]
