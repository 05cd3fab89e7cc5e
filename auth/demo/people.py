"""The fictional people of the demonstration. Their numbers are Skatteverket's published test numbers."""

from dataclasses import dataclass, field
from typing import Any

from auth.roles import Role

UNIT_NORTH = {"hsa": "SEDEMO-ENHET-1", "name": "Rehab Norra Exempelstad"}
UNIT_SOUTH = {"hsa": "SEDEMO-ENHET-2", "name": "Rehab Södra Exempelstad"}
HMC_DESK = {"hsa": "SEDEMO-HMC-1", "name": "Hjälpmedelscentrum, kundtjänst"}
HMC_WORKSHOP = {"hsa": "SEDEMO-HMC-2", "name": "Hjälpmedelscentrum, verkstad"}

NUMBER = "https://id.oidc.se/claim/personalIdentityNumber"
COORDINATION_NUMBER = "https://id.oidc.se/claim/coordinationNumber"
PROTECTED = "protected_identity"
SYSTEM_ROLE = "systemRole"
LICENCE = "healthcareProfessionalLicense"
DESK = "hmc-kundtjänst"
ADMIN = "hmc-administratör"


@dataclass(frozen=True)
class DemoPerson:
    """Somebody to choose: `about` tells on the page who it is, `claims` is what UserInfo answers."""

    id: str
    role: Role
    name: str
    about: str
    claims: dict[str, Any] = field(default_factory=dict, repr=False)

    def get_user_id(self) -> str:
        """The subject, as Authlib asks for it."""
        return self.id


def _at_work(number: int, *units: dict[str, str], **claims: Any) -> dict[str, Any]:
    """Claims as Inera names them: one employment and one commission for each unit."""
    commissions = [
        {
            "commissionHsaId": f"{unit['hsa']}-U{number}",
            "commissionName": unit["name"],
            "healthCareUnitHsaId": unit["hsa"],
            "healthCareUnitName": unit["name"],
        }
        for unit in units
    ]
    return {"employeeHsaId": f"SEDEMO-PERSON-{number}", "allCommissions": commissions, **claims}


PEOPLE: tuple[DemoPerson, ...] = (
    DemoPerson("rut", Role.RESIDENT, "Rut Påhittad", "har personnummer", {NUMBER: "189001019802"}),
    DemoPerson("bo", Role.RESIDENT, "Bo Påhittad", "har personnummer", {NUMBER: "189001029819"}),
    DemoPerson(
        "siv",
        Role.RESIDENT,
        "Siv Påhittad",
        "har skyddade personuppgifter",
        {NUMBER: "189001039800", PROTECTED: True},
    ),
    DemoPerson(
        "sam",
        Role.RESIDENT,
        "Sam Påhittad",
        "har samordningsnummer",
        {COORDINATION_NUMBER: "191500722390"},
    ),
    DemoPerson(
        "ada",
        Role.PRESCRIBER,
        "Ada Påhittad",
        "arbetsterapeut på en enhet",
        _at_work(1, UNIT_NORTH, **{LICENCE: ["AT"]}),
    ),
    DemoPerson(
        "frej",
        Role.PRESCRIBER,
        "Frej Påhittad",
        "fysioterapeut på två enheter",
        _at_work(2, UNIT_NORTH, UNIT_SOUTH, **{LICENCE: ["FT"]}),
    ),
    DemoPerson(
        "kim",
        Role.STAFF,
        "Kim Påhittad",
        "arbetar i kundtjänsten",
        _at_work(3, HMC_DESK, **{SYSTEM_ROLE: [DESK]}),
    ),
    DemoPerson(
        "moa",
        Role.STAFF,
        "Moa Påhittad",
        "arbetar i kundtjänsten och verkstaden",
        _at_work(4, HMC_DESK, HMC_WORKSHOP, **{SYSTEM_ROLE: [DESK]}),
    ),
    DemoPerson(
        "ebbe",
        Role.STAFF_ADMIN,
        "Ebbe Påhittad",
        "administratör på Hjälpmedelscentrum",
        _at_work(5, HMC_DESK, **{SYSTEM_ROLE: [ADMIN]}),
    ),
)
BY_ID = {person.id: person for person in PEOPLE}
