"""The roles somebody can have while signed in, and the professions of those who prescribe."""

from enum import StrEnum


class Role(StrEnum):
    """What somebody is signed in as; one session has one role."""

    RESIDENT = "invånare"
    PRESCRIBER = "förskrivare"
    STAFF = "kundtjänst"
    STAFF_ADMIN = "administratör"


class Profession(StrEnum):
    """The professions that the handbook lets prescribe something."""

    OCCUPATIONAL_THERAPIST = "arbetsterapeut"
    PHYSIOTHERAPIST = "fysioterapeut"
    SPEECH_THERAPIST = "logoped"
    NURSE = "sjuksköterska"
    DISTRICT_NURSE = "distriktssköterska"
    MIDWIFE = "barnmorska"
    DOCTOR = "läkare"
    DIETITIAN = "dietist"


AT_HMC = frozenset({Role.STAFF, Role.STAFF_ADMIN})
AT_WORK = AT_HMC | {Role.PRESCRIBER}
