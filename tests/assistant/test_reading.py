"""What is understood of a question: asked things, kinds of a device, people, doubtful links."""

from datetime import date

import pytest

from assistant.ask import Assistant
from assistant.aspects import ROUTES, Aspect
from assistant.cues import read_cues
from assistant.groups import groups_of, named_groups
from assistant.people import profession_of
from assistant.synonyms import synonyms
from assistant.texts import ASPECT_NAMES
from assistant.understanding import Reader, Understanding
from assistant.words import clean, key, nearly, plain, same_word, split
from knowledge.library import Library
from knowledge.model import SectionVersion
from knowledge.payer import Housing

DAY = date(2026, 11, 21)


@pytest.fixture(scope="module")
def reader(library: Library) -> Reader:
    return Reader(library.handbook, library.lexicon, library.scope)


def read(reader: Reader, question: str) -> Understanding:
    return reader.read(question, DAY)


@pytest.mark.parametrize(
    ("question", "asked"),
    [
        ("Vilka kriterier gäller för gåbord?", (Aspect.CRITERIA,)),
        ("Vem får förskriva gåbord?", (Aspect.PRESCRIBER,)),
        ("Vem får med en vanlig remiss förskriva gåbord?", (Aspect.PRESCRIBER,)),
        ("Får sjuksköterska skriva ut gåbord?", (Aspect.PRESCRIBER,)),
        ("Vem betalar och vem förskriver gåbord?", (Aspect.PAYER, Aspect.PRESCRIBER)),
        ("Hur mycket kostar det att hyra gåbord?", (Aspect.RENT,)),
        ("Vad betalar jag om gåbordet är stulet?", (Aspect.LOSS,)),
        ("vilka kritterier gåbord", (Aspect.CRITERIA,)),
        ("Gåbord på äldreboende", (Aspect.PAYER,)),
        ("gåbord", ()),
    ],
)
def test_what_is_asked(reader: Reader, question: str, asked: tuple[Aspect, ...]) -> None:
    assert read(reader, question).aspects == asked


@pytest.mark.parametrize("question", ["förskrivarrådet", "personalen säger", "frågor om förskrivning"])
def test_a_known_word_is_not_mistaken_for_a_misspelt_cue(reader: Reader, question: str) -> None:
    assert read(reader, question).aspects == ()


def test_every_aspect_has_a_route_and_a_name() -> None:
    assert set(ROUTES) == set(Aspect) == set(ASPECT_NAMES)


def test_every_section_that_a_route_names_exists(library: Library) -> None:
    named = {one for route in ROUTES.values() for one in (*route.rules, *route.alone)}

    assert named <= set(library.handbook.sections)


def test_the_tables_of_words_can_be_read() -> None:
    assert read_cues().find(split("vem betalar"))
    assert synonyms()


@pytest.mark.parametrize(
    ("words", "kinds"),
    [
        ("med ögonstyrning", {"Avancerade samtalsapparater med ögonstyrning"}),
        ("ögonstyrd", {"Avancerade samtalsapparater med ögonstyrning"}),
        ("avancerad", {"Avancerade samtalsapparater"}),
        ("enkel", {"Enkla samtalsapparater"}),
        ("enkelt", {"Enkla samtalsapparater"}),
        ("med tangentbord", {"Samtalsapparater med tangentbord"}),
        ("till min pappa", set()),
    ],
)
def test_words_single_out_a_kind(library: Library, words: str, kinds: set[str]) -> None:
    assert named_groups(_version(library, "samtalsapparater"), split(words)) == kinds


def test_two_kinds_can_be_asked_for_at_once(library: Library) -> None:
    found = named_groups(
        _version(library, "manuella-rullstolar"), split("aktivrullstol eller komfortrullstol")
    )

    assert found == {"Aktivrullstol", "Komfortrullstol 24 tum"}


def test_a_longer_kind_hides_the_shorter_one(library: Library) -> None:
    found = named_groups(_version(library, "manuella-rullstolar"), split("aktivrullstol lätt"))

    assert found == {"Aktivrullstol lätt"}


def test_headings_that_hold_for_all_are_no_kinds(library: Library) -> None:
    assert "Alla villkor ska vara uppfyllda" not in groups_of(_version(library, "elrullstolar"))


def _version(library: Library, section_id: str) -> SectionVersion:
    version = library.handbook.sections[section_id].version_on(DAY)
    assert version is not None
    return version


@pytest.mark.parametrize(
    ("word", "profession"),
    [
        ("sjukskoterskor", "sjuksköterska"),
        ("arbetsterapeuten", "arbetsterapeut"),
        ("sjukgymnast", "fysioterapeut"),
        ("lakare", "läkare"),
        ("underskoterska", "undersköterska"),
        ("rullstol", None),
    ],
)
def test_professions_in_any_form(word: str, profession: str | None) -> None:
    assert profession_of(word) == profession


def test_housing_and_habilitation_are_read(reader: Reader) -> None:
    question = read(reader, "Vem betalar rullstol på gruppboende med insats från habiliteringen?")

    assert question.housing is Housing.SPECIAL
    assert question.habilitation


def test_a_stem_alone_does_not_make_a_device(reader: Reader) -> None:
    question = read(reader, "Personalen säger att hon borde ha rullstol och försäkringen täcker det")

    assert question.device_ids == ("manuella-rullstolar",)
    assert question.absent == ()


def test_a_device_inside_a_rule_phrase_is_seen(reader: Reader) -> None:
    assert read(reader, "Kan man hyra en elrullstol privat?").device_ids == ("elrullstolar",)


@pytest.mark.parametrize(
    "spelling", ["222109", "22 21 09", "22-21-09", "22.21.09", "ISO 22 21 09", "iso222109"]
)
def test_iso_codes_in_any_spelling(reader: Reader, spelling: str) -> None:
    assert read(reader, f"{spelling} kriterier").device_ids == ("samtalsapparater",)


def test_an_unknown_code_is_kept_as_such(reader: Reader) -> None:
    assert read(reader, "12 06 06").unknown_codes == ("12 06 06",)


def test_words_are_cleaned_and_compared() -> None:
    assert clean(" Vem\u200b <b>får</b>\n\u202eha? ") == "Vem får ha?"
    assert plain("Åäö É") == "aao e"
    assert key("enkel") == key("enkla") == key("enkelt")
    assert key("skolan") == key("skola")
    assert same_word(key("ögonstyrd"), key("ögonstyrning"))
    assert nearly("rullstol", "rulstol")
    assert not nearly("bad", "bal")


def test_focus_names_the_device_for_the_next_question(assistant: Assistant) -> None:
    first = assistant.ask("Vem får förskriva gåbord?", as_of=DAY)
    second = assistant.ask("När har ni öppet?", as_of=DAY, focus=first.focus)
    third = assistant.ask("och vem betalar?", as_of=DAY, focus=second.focus)

    assert first.focus[0] == second.focus[0] == third.focus[0] == "gabord"
    assert {one.section_id for one in second.citations} == {"kontakt"}
    assert "gabord" in {one.section_id for one in third.citations}


def test_a_mere_and_the_other_kind_asks_the_same_again(assistant: Assistant) -> None:
    first = assistant.ask("Får samtalsapparat med tangentbord dubbelförskrivas?", as_of=DAY)
    second = assistant.ask("Och enkla?", as_of=DAY, focus=first.focus)

    assert [one.quote for one in second.citations] == ["Enkla samtalsapparater får dubbelförskrivas."]


def test_another_day_alone_asks_the_same_for_that_day(assistant: Assistant) -> None:
    first = assistant.ask("Vem betalar badbräda?", as_of=DAY)
    second = assistant.ask("Nästa år?", as_of=DAY, focus=first.focus)

    assert second.as_of == date(2027, 1, 1)
    assert "Ansvar 3 upphör" in second.answer[0].text


def test_thanks_are_no_question(assistant: Assistant) -> None:
    first = assistant.ask("Kan jag hyra en rollator?", as_of=DAY)
    thanks = assistant.ask("tack så mycket", as_of=DAY, focus=first.focus)
    more = assistant.ask("hur länge måste jag ha den som minst?", as_of=DAY, focus=thanks.focus)

    assert thanks.citations == ()
    assert "kortaste tiden" in more.answer[0].text


def test_a_rule_stays_in_focus_when_no_device_was_named(assistant: Assistant) -> None:
    first = assistant.ask("Kan man hyra något privat?", as_of=DAY)
    second = assistant.ask("hur länge måste jag ha det som minst?", as_of=DAY, focus=first.focus)

    assert "kortaste tiden" in second.answer[0].text


def test_unknown_focus_is_ignored(assistant: Assistant) -> None:
    answer = assistant.ask("och vem betalar?", as_of=DAY, focus=("finns-inte", "ansvar-9", ""))

    assert answer.citations
