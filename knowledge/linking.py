"""What a question names, section by section: the products, needs, codes and article classes it links to."""

from collections import Counter, defaultdict
from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from knowledge.lexicon import ARTICLE_TARGETS, Lexicon
from knowledge.model import SectionVersion
from knowledge.text import iso_codes_in

#: The signals, in the order of the columns.
SIGNALS = ("product", "need", "article", "code", "aside")
_PRODUCT, _NEED, _ARTICLE, _CODE, _ASIDE = range(len(SIGNALS))
_NEEDS = frozenset(("need", "situation", "diagnosis", "body"))
#: A word that was corrected or found in a compound counts less, and so does the mere group of a code.
_GUESSED = 0.5
_SAME_GROUP = 0.4
_MOST = 2.0
# Where the handbook speaks of a device that has no section of its own.
_PAYERS = "kostnadsansvar"
_BY_CLASS = {"ansvar-3": "rekvisitionsartiklar"}
_PAYERS_SHARE = 0.5


class Links:
    """Links questions to the sections of one handbook. Safe to use from several threads."""

    def __init__(self, versions: Sequence[SectionVersion], lexicon: Lexicon) -> None:
        """Row number = position of the version in `versions`."""
        self._lexicon = lexicon
        self._rows: dict[str, list[int]] = defaultdict(list)
        self._codes: dict[str, list[int]] = defaultdict(list)
        rules = np.ones(len(versions), dtype=np.float32)
        for row, version in enumerate(versions):
            self._rows[version.section_id].append(row)
            for code in version.iso_codes:
                self._codes[code].append(row)
                self._codes[code[:5]].append(row)
                rules[row] = 0.0
        #: 1 for versions without a code: they hold rules, not products.
        self._rules = rules

    def signals(self, query: str) -> npt.NDArray[np.float32]:
        """One row per version, one column per signal; "aside" marks rules when a product is named."""
        found = np.zeros((len(self._rules), len(SIGNALS)), dtype=np.float32)
        mentions = self._lexicon.mentions(query)
        meanings = Counter((mention.start, mention.end) for mention in mentions)
        for mention in mentions:
            weight = 1.0 if mention.exact else _GUESSED
            weight /= meanings[mention.start, mention.end] ** 0.5
            if mention.target in ARTICLE_TARGETS:
                self._add(found, _PAYERS, _ARTICLE, weight * _PAYERS_SHARE)
                self._add(found, _BY_CLASS.get(mention.target, ""), _ARTICLE, weight)
            elif mention.kind in _NEEDS:
                self._add(found, mention.target, _NEED, weight)
            elif mention.kind != "topic" and not self._is_rule(mention.target):
                # Rule topics gave nothing beyond what the lexical leg makes of them.
                self._add(found, mention.target, _PRODUCT, weight)
        np.minimum(found, _MOST, out=found)
        for code in iso_codes_in(query):
            found[self._codes.get(code[:5], []), _CODE] = _SAME_GROUP
        for code in iso_codes_in(query):
            found[self._codes.get(code, []), _CODE] = 1.0
        named = found[:, (_PRODUCT, _CODE)].max(initial=0.0)
        found[:, _ASIDE] = self._rules * min(1.0, float(named))
        return found

    def _add(self, found: npt.NDArray[np.float32], section_id: str, column: int, weight: float) -> None:
        found[self._rows.get(section_id, []), column] += weight

    def _is_rule(self, section_id: str) -> bool:
        rows = self._rows.get(section_id)
        return rows is not None and bool(self._rules[rows[0]])
