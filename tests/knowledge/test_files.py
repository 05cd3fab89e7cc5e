"""A sound handbook read into the typed model."""

from datetime import date
from pathlib import Path

from knowledge.fields import FIELDS
from knowledge.files import read_handbook
from knowledge.links import Part, parts, plain
from knowledge.model import ArticleClass, Status
from tests.knowledge.builders import small_handbook, version, write


def test_fields_groups_and_anchors_follow_the_text(tmp_path: Path) -> None:
    handbook = read_handbook(small_handbook(tmp_path))

    found = [
        (one.anchor, s.anchor, s.group) for one, s in handbook.sections["gabord"].versions[0].statements()
    ]

    assert found == [
        ("beskrivning", "beskrivning-1", None),
        ("kriterier", "kriterier-1", None),
        ("kriterier", "kriterier-2", None),
        ("kriterier", "kriterier-3", "Särskilda"),
        ("forskrivare", "forskrivare-1", None),
    ]


def test_a_statement_knows_its_line_and_is_verbatim(tmp_path: Path) -> None:
    path = small_handbook(tmp_path) / "rorelse" / "gabord.md"
    lines = path.read_text(encoding="utf-8").split("\n")

    gabord = read_handbook(tmp_path).sections["gabord"].versions[0]

    for _, statement in gabord.statements():
        assert lines[statement.line - 1].removeprefix("- ") == statement.text


def test_versions_come_with_their_validity_status_and_source(tmp_path: Path) -> None:
    section = read_handbook(small_handbook(tmp_path)).sections["samtalsapparater"]

    before, after = section.versions

    assert section.version_on(date(2026, 1, 31)) is before
    assert section.version_on(date(2026, 2, 1)) is after
    assert after.status is Status.PROPOSED
    assert after.source.diary_number == "PROV1"
    assert after.path == "kommunikation/samtalsapparater.md"


def test_optional_keys_are_read(tmp_path: Path) -> None:
    extra = (
        'article_class: "klinik"\nmissing: [Priset saknas.]\nchange: Klass 2 blir 4.\n'
        "conflicts:\n  - anchors: [kriterier-1, kriterier-2]\n    about: Två källor.\n"
    )
    write(tmp_path, "gabord", version(extra=extra))

    one = read_handbook(tmp_path).sections["gabord"].versions[0]

    assert one.article_class is ArticleClass.CLINIC
    assert one.missing == ("Priset saknas.",)
    assert one.change == "Klass 2 blir 4."
    assert one.conflicts[0].anchors == ("kriterier-1", "kriterier-2")


def test_the_content_hash_changes_with_any_text_and_place(tmp_path: Path) -> None:
    first = read_handbook(small_handbook(tmp_path / "a")).content_hash

    assert read_handbook(small_handbook(tmp_path / "b")).content_hash == first
    path = tmp_path / "b" / "rorelse" / "gabord.md"
    path.write_text(path.read_text(encoding="utf-8").replace("ensam", "själv"), encoding="utf-8")
    assert read_handbook(tmp_path / "b").content_hash != first


def test_windows_line_ends_read_the_same(tmp_path: Path) -> None:
    path = write(tmp_path, "gabord", version())
    path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))

    one = read_handbook(tmp_path).sections["gabord"].versions[0]

    assert one.title == "Gåbord"
    assert all("\r" not in statement.text for _, statement in one.statements())


def test_anchors_of_fields_are_ascii_and_unlike() -> None:
    assert FIELDS["patientens ansvar"] == "patientens-ansvar"
    assert FIELDS["dubbelförskrivning"] == "dubbelforskrivning"
    assert FIELDS["mål"] == "mal"
    assert len(set(FIELDS.values())) == len(FIELDS)


def test_links_are_cut_from_the_words_around_them() -> None:
    text = "Se [kostnad](/handbok/kostnadsansvar#a-1) först."

    assert parts(text) == [Part("Se "), Part("kostnad", "/handbok/kostnadsansvar#a-1"), Part(" först.")]
    assert plain(text) == "Se kostnad först."
