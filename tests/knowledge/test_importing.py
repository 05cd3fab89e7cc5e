"""Documents of every kind become drafts that pass the check and say that nobody has reviewed them."""

from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from knowledge.files import check_handbook, read_handbook
from knowledge.importing.blocks import Block, ImportFailedError, read_blocks
from knowledge.importing.draft import draft, one_line
from knowledge.model import Status

HTML = """<html><head><title>x</title><style>p {}</style></head><body><nav><p>Meny</p></nav><main>
<h1>Gåstöd</h1><p>Ett gåstöd (ISO 12 06 09) är
ett <b>stöd</b>.</p><h2>Kriterier</h2><ul><li>Nedsatt balans</li><li>Har *provat* annat</li></ul>
<h3>Barn</h3><p>Från 3 år.</p><h2>Pris</h2><table><tr><td>Avgift</td><td>100 kr</td></tr></table>
</main><script>alert(1)</script></body></html>"""
MARKDOWN = (
    "# Gåstöd\n\nEtt gåstöd (ISO 12 06 09) är\nett **stöd**.\n\n## Kriterier\n- Nedsatt balans\n1. Provat\n"
)
TEXT = "Ett gåstöd (ISO 12 06 09) är\nett stöd. Dnr HMC250099.\n\n- Nedsatt balans\n- Har provat annat\n"


def _docx(path: Path) -> None:
    from docx import Document

    document = Document()
    document.add_heading("Gåstöd", level=1)
    document.add_paragraph("Ett gåstöd (ISO 12 06 09) är ett stöd.")
    document.add_heading("Kriterier", level=2)
    document.add_paragraph("Nedsatt balans", style="List Bullet")
    table = document.add_table(rows=1, cols=2)
    table.rows[0].cells[0].text, table.rows[0].cells[1].text = "Avgift", "100 kr"
    document.save(str(path))


def _pdf(path: Path) -> None:
    """A one-page PDF written by hand: the smallest that holds text."""
    stream = b"BT /F1 12 Tf 50 700 Td (Ett stod, ISO 12 06 09.) Tj ET"
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents 4 0 R "
        b"/Resources << /Font << /F1 5 0 R >> >> >>",
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    data = b"%PDF-1.4\n"
    places = []
    for number, one in enumerate(objects, start=1):
        places.append(len(data))
        data += b"%d 0 obj\n%s\nendobj\n" % (number, one)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    end = b"trailer << /Size 6 /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF" % len(data)
    path.write_bytes(data + b"xref\n0 6\n0000000000 65535 f \n" + table + end)


def _document(directory: Path, kind: str) -> Path:
    path = directory / f"gastod.{kind}"
    writers = {"docx": _docx, "pdf": _pdf}
    texts = {"html": HTML, "md": MARKDOWN, "txt": TEXT}
    if kind in writers:
        writers[kind](path)
    else:
        path.write_text(texts[kind], encoding="utf-8")
    return path


@pytest.mark.parametrize("kind", ["html", "md", "txt", "docx", "pdf"])
def test_a_draft_passes_the_check_and_says_it_is_unreviewed(tmp_path: Path, kind: str) -> None:
    path = _document(tmp_path, kind)

    section_id, text = draft(path, read_blocks(path), "granskning")

    target = tmp_path / "out" / "granskning" / f"{section_id}.md"
    target.parent.mkdir(parents=True)
    target.write_text(text, encoding="utf-8")
    assert check_handbook(tmp_path / "out") == []
    version = read_handbook(tmp_path / "out").sections[section_id].versions[0]
    assert version.status is Status.INCOMPLETE
    assert version.source.document == path.name
    assert path.name in version.missing[0]
    assert version.iso_codes == ("12 06 09",)


def test_headings_become_fields_and_the_others_groups(tmp_path: Path) -> None:
    path = _document(tmp_path, "html")

    _, text = draft(path, read_blocks(path), "granskning")

    assert "title: Gåstöd" in text
    body = text.split("---\n")[2]
    assert body.index("## Kriterier") < body.index("- Nedsatt balans") < body.index("### Barn")
    assert "- Har provat annat" in body
    assert "### Pris\n- Avgift" in body
    assert "Meny" not in body and "alert" not in body


def test_a_diary_number_in_the_text_is_kept(tmp_path: Path) -> None:
    path = _document(tmp_path, "txt")

    assert "diary_number: HMC250099" in draft(path, read_blocks(path), "granskning")[1]


def test_windows_letters_are_read(tmp_path: Path) -> None:
    path = tmp_path / "gammal.txt"
    path.write_bytes("Gåbord är höga.".encode("cp1252"))

    assert read_blocks(path) == [Block("Gåbord är höga.")]


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.pdf", b"not a pdf"),
        ("a.docx", b"not a docx"),
        ("a.txt", b"  \n"),
        ("a.html", b""),
        ("a.xyz", b"x"),
        ("a.pdf", b"%PDF-1.4\n%%EOF"),
    ],
)
def test_a_document_that_cannot_be_read_is_one_clear_error(tmp_path: Path, name: str, data: bytes) -> None:
    (tmp_path / name).write_bytes(data)

    with pytest.raises(ImportFailedError) as caught:
        read_blocks(tmp_path / name)

    assert "\n" not in str(caught.value)


@example([("0)", 0)])
@given(st.lists(st.tuples(st.text(min_size=1, max_size=60), st.integers(0, 3)), min_size=1, max_size=6))
def test_any_text_becomes_a_draft_that_parses(parts: list[tuple[str, int]]) -> None:
    from knowledge.body import read_body
    from knowledge.problems import Report

    blocks = [*(Block(text, level) for text, level in parts), Block("Sist.")]
    _, text = draft(Path("x.txt"), blocks, "granskning")
    report = Report("x")

    read_body(text.split("---\n", 2)[2], 1, report)

    faults = [problem.message for problem in report.problems if "is empty" not in problem.message]
    assert faults == []


def test_a_statement_keeps_its_words_but_no_markup() -> None:
    assert one_line("- **Viktigt**:  [se](x)\n<b>här</b> ") == "Viktigt: (se)(x) ‹b›här‹/b›"
