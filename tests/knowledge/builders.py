"""Small handbooks written to a temporary directory, sound unless a test breaks them."""

from pathlib import Path

FRONT = """\
title: {title}
area: {area}
iso_codes: {iso}
valid_from: {valid_from}
valid_to: {valid_to}
status: {status}
audience: [förskrivare, invånare]
source:
  document: Provhandboken
  diary_number: {diary}
  page: null
  url: https://example.se/prov
{extra}"""

BODY = """\
## Beskrivning
{title} är ett prov.

## Kriterier
- {title} kan förskrivas vid nedsatt gångförmåga.
- {title} kan förskrivas till den som bor ensam.
### Särskilda
- {title} med motor kräver körprov.

## Förskrivare
- Arbetsterapeut får förskriva {title}.
"""


def version(
    title: str = "Gåbord",
    *,
    area: str = "rorelse",
    iso: str = '["12 06 12"]',
    valid_from: str = "null",
    valid_to: str = "null",
    status: str = "gällande",
    diary: str = "null",
    extra: str = "",
    body: str | None = None,
) -> str:
    """One version as file text."""
    front = FRONT.format(
        title=title,
        area=area,
        iso=iso,
        valid_from=valid_from,
        valid_to=valid_to,
        status=status,
        diary=diary,
        extra=extra,
    )
    return f"---\n{front}---\n{BODY.format(title=title) if body is None else body}"


def write(root: Path, section_id: str, *versions: str, area: str = "rorelse") -> Path:
    """Write a section file and say where it stands."""
    path = root / area / f"{section_id}.md"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("\n".join(versions), encoding="utf-8")
    return path


def small_handbook(root: Path) -> Path:
    """Four sections in two areas, one of them with a change on 2026-02-01."""
    write(root, "gabord", version("Gåbord", extra="see_also: [rollatorer]\n"))
    write(root, "rollatorer", version("Rollatorer", iso='["12 06 06"]', extra='article_class: "2"\n'))
    speech = {"area": "kommunikation", "iso": '["22 21 09"]'}
    write(
        root,
        "samtalsapparater",
        version("Samtalsapparater", valid_to="2026-02-01", body=SPEECH_OLD, **speech),
        version(
            "Samtalsapparater",
            valid_from="2026-02-01",
            status="föreslagen",
            diary="PROV1",
            body=SPEECH_NEW,
            **speech,
        ),
        area="kommunikation",
    )
    write(
        root,
        "kontakt",
        version("Kontakt", area="bestammelser", iso="[]", body=CONTACT),
        area="bestammelser",
    )
    return root


SPEECH_OLD = """\
## Beskrivning
En samtalsapparat ersätter eller stöder talet.

## Kriterier
- Avancerad samtalsapparat kan förskrivas till den som saknar tal.
"""

SPEECH_NEW = """\
## Beskrivning
En samtalsapparat ersätter eller stöder talet.

## Kriterier
### Avancerade samtalsapparater med ögonstyrning
- Ögonstyrning kan förskrivas till den som inte kan styra med händerna.
"""

CONTACT = """\
## Kontakt
- Kundtjänst svarar på telefon 000-00 00 00.

## Öppettider
- Kundtjänst har öppet vardagar 8–12.
"""
