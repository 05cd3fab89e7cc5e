"""Large handbooks for measuring: the published one, other facts if there are any, and variants up to a size.

A variant is a published section under another name: a made-up maker's word before its title and in its text,
codes of its own, some of its words exchanged for others (known and made-up ones), some statements another
section's. Everything follows from a seed.
"""

import hashlib
import random
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import yaml

from knowledge.fields import field_anchor
from knowledge.model import Field, Handbook, Section, SectionVersion, Source, Statement, Status

_SYLLABLES = [consonant + vowel for consonant in "bdfgklmnprstv" for vowel in "aeio"]
_ENDINGS = ("d", "l", "m", "n", "r", "rt", "st", "x", "")
_EXCHANGED = 0.12
_FROM_ANOTHER = 0.2
_FIELDS = {"forskrivare": "förskrivare", "krit": "kriterier"}


class _Variants:
    """Makes variants of the given sections, each in turn."""

    def __init__(self, sections: list[Section], seed: int) -> None:
        self._sections = sections
        self._chance = random.Random(seed)  # noqa: S311 - a measure repeats itself
        self._words = sorted(
            {w for s in self._statements() for w in s.text.split() if w.isalpha() and len(w) > 4}
        )
        self._others = list(self._statements())

    def _statements(self) -> Iterator[Statement]:
        for section in self._sections:
            for version in section.versions:
                for _, statement in version.statements():
                    yield statement

    def _made_up(self) -> str:
        syllables = self._chance.choices(_SYLLABLES, k=self._chance.randint(2, 3))
        return "".join(syllables) + self._chance.choice(_ENDINGS)

    def _exchanged(self, text: str, maker: str) -> str:
        said = text.split()
        for at, word in enumerate(said):
            if len(word) > 4 and word.isalpha() and self._chance.random() < _EXCHANGED:
                known = self._chance.random() < 0.7
                said[at] = (
                    self._chance.choice(self._words)
                    if known
                    else self._chance.choice((maker, self._made_up()))
                )
        return " ".join(said)

    def _field(self, field: Field, maker: str) -> Field:
        statements = []
        for statement in field.statements:
            other = self._chance.random() < _FROM_ANOTHER
            text = self._chance.choice(self._others).text if other else statement.text
            statements.append(replace(statement, text=self._exchanged(text, maker)))
        return replace(field, statements=tuple(statements))

    def make(self, number: int) -> Section:
        """The variant called by `number`."""
        base = self._sections[number % len(self._sections)]
        name = f"variant-{number}"
        maker = self._made_up()
        codes = tuple(
            f"{code[:2]} {self._chance.randint(3, 99):02} {self._chance.randint(3, 99):02}"
            for code in base.versions[-1].iso_codes
        )
        versions = [
            replace(
                version,
                section_id=name,
                title=f"{maker.capitalize()}{version.title[:1].lower()}{version.title[1:]}",
                iso_codes=codes,
                fields=tuple(self._field(field, maker) for field in version.fields),
                conflicts=(),
                see_also=(),
            )
            for version in base.versions
        ]
        return Section(name, tuple(versions))


def sections_of_facts(path: Path) -> list[Section]:
    """Other regions' facts (`regioner:` → `produkter:` with `produkt`, `iso` and lists) as sections."""
    given = yaml.safe_load(path.read_text(encoding="utf-8"))
    found: list[Section] = []
    for region in given["regioner"]:
        for product in region.get("produkter") or ():
            found.append(_of_product(f"annan-{len(found)}", str(region["region"]), product))
    return found


def _of_product(name: str, region: str, product: dict[str, Any]) -> Section:
    fields = []
    for key, value in product.items():
        if key in ("produkt", "iso") or not value:
            continue
        heading = _FIELDS.get(key, "övrigt")
        anchor = field_anchor(heading)
        texts = [str(one) for one in (value if isinstance(value, list) else [value])]
        statements = (Statement(f"{anchor}-{at}", text) for at, text in enumerate(texts, start=1))
        fields.append(Field(heading, anchor, tuple(statements)))
    codes = product.get("iso") or []
    version = SectionVersion(
        section_id=name,
        title=str(product["produkt"]),
        area="annan-region",
        iso_codes=tuple(str(code) for code in (codes if isinstance(codes, list) else [codes])),
        valid_from=None,
        valid_to=None,
        status=Status.IN_FORCE,
        source=Source(region),
        fields=tuple(fields),
    )
    return Section(name, (version,))


def enlarged(handbook: Handbook, size: int, facts: Path | None = None, seed: int = 20261121) -> Handbook:
    """`handbook` with other facts and variants until it has `size` sections (never fewer than it had)."""
    sections = dict(handbook.sections)
    if facts:
        sections |= {section.id: section for section in sections_of_facts(facts)}
    variants = _Variants(list(sections.values()), seed)
    for number in range(size - len(sections)):
        section = variants.make(number)
        sections[section.id] = section
    name = f"{handbook.content_hash} {facts} {size} {seed}"
    return Handbook(sections, hashlib.sha256(name.encode()).hexdigest())
