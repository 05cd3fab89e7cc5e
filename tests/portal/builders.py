"""A small made-up handbook and answers from it, for tests that need no index."""

from datetime import date

from assistant.answer import Answer, AnswerItem, AnswerStatus, Citation, Nearest, Upcoming
from knowledge.model import Field, Handbook, Section, SectionVersion, Source, Statement, Status

DAY = date(2026, 11, 21)
CHANGE = date(2026, 2, 1)

OLD_KRITERIER = Field(
    "kriterier",
    "kriterier",
    (
        Statement("kriterier-1", "En lampa kan förskrivas till den som ser dåligt."),
        Statement("kriterier-2", "En enkel lampa kräver ingen utprovning.", "Enkla lampor"),
    ),
)
NEW_KRITERIER = Field(
    "kriterier",
    "kriterier",
    (
        Statement("kriterier-1", "En lampa ska förskrivas till den som ser mycket dåligt."),
        Statement("kriterier-2", "En enkel lampa kräver ingen utprovning.", "Enkla lampor"),
        Statement("kriterier-3", "Läs om [avgifter](/handbok/avgifter) först.", "Enkla lampor"),
    ),
)


def version(**changes: object) -> SectionVersion:
    """A version of the section about lamps, changed as told."""
    values: dict[str, object] = {
        "section_id": "lampor",
        "title": "Lampor",
        "area": "i-hemmet",
        "iso_codes": ("22 03 06",),
        "valid_from": CHANGE,
        "valid_to": None,
        "status": Status.PROPOSED,
        "source": Source("Nämndens handling om lampor", "HMC000001", "bilaga 1"),
        "fields": (NEW_KRITERIER,),
    }
    return SectionVersion(**{**values, **changes})  # type: ignore[arg-type]


def old_version() -> SectionVersion:
    """The version before the change."""
    return version(
        valid_from=None,
        valid_to=CHANGE,
        status=Status.IN_FORCE,
        source=Source("Handboken"),
        fields=(OLD_KRITERIER,),
    )


def handbook() -> Handbook:
    """Two sections: lamps in two versions, and ramps in one that is incomplete."""
    ramps = version(
        section_id="ramper", title="Ramper", area="rorelse", iso_codes=("18 30 15",), valid_from=None,
        status=Status.INCOMPLETE, missing=("Kriterierna syns inte.",),
        fields=(Field("beskrivning", "beskrivning", (Statement("beskrivning-1", "Ramper."),)),),
    )  # fmt: skip
    return Handbook(
        {"lampor": Section("lampor", (old_version(), version())), "ramper": Section("ramper", (ramps,))}
    )


def citation(number: int, anchor: str = "kriterier-1", **changes: object) -> Citation:
    """A citation of the new version of the lamps."""
    shown = version()
    statement = shown.statement(anchor)
    assert statement is not None
    values: dict[str, object] = {
        "number": number, "section_id": "lampor", "field": "kriterier", "title": "Lampor",
        "iso_codes": shown.iso_codes, "valid_from": CHANGE, "valid_to": None,
        "section_status": Status.PROPOSED, "source": shown.source,
        "quote": statement.text, "anchor": anchor, "group": statement.group,
        "url": f"/handbok/lampor?per=2026-11-21#{anchor}",
    }  # fmt: skip
    return Citation(**{**values, **changes})  # type: ignore[arg-type]


def answered(question: str = "Vem får en lampa?", **changes: object) -> Answer:
    """An answer with two items of one section, one of them a proposal of its own."""
    values: dict[str, object] = {
        "question": question, "as_of": DAY, "status": AnswerStatus.ANSWERED,
        "answer": (
            AnswerItem("En lampa ska förskrivas till den som ser mycket dåligt.", (1,), "Lampor – kriterier"),
            AnswerItem("Läs om [avgifter](/handbok/avgifter) först.", (2,), "Lampor – kriterier"),
        ),
        "citations": (citation(1, proposed=True), citation(2, "kriterier-3")),
        "upcoming": (Upcoming("lampor", date(2027, 1, 1), "Lampor blir ljusare."),),
        "focus": ("lampor",),
    }  # fmt: skip
    return Answer(**{**values, **changes})  # type: ignore[arg-type]


def refused(question: str = "Vad kostar en bilbesiktning?") -> Answer:
    """A refusal with something near."""
    return Answer(
        question, DAY, AnswerStatus.NOT_FOUND, message="Det står inte i handboken.",
        nearest=(Nearest("ramper", "Ramper", "/handbok/ramper"),),
    )  # fmt: skip
