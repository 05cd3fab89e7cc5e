"""What providers call their claims: names differ between profiles, so they are settings with defaults."""

from pydantic import BaseModel, ConfigDict


class ClaimNames(BaseModel):
    """The claims that the portal reads. Of several names the first that is present counts."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    identity_number: tuple[str, ...]
    previous_number: str | None = None
    name: tuple[str, ...] = ("name",)
    given_name: str = "given_name"
    family_name: str = "family_name"
    protected: str | None = None
    employee_hsa_id: str = "employeeHsaId"
    licences: str = "healthcareProfessionalLicense"
    commissions: str = "allCommissions"
    commission_hsa_id: str = "commissionHsaId"
    commission_name: str = "commissionName"
    unit_hsa_id: str = "healthCareUnitHsaId"
    unit_name: str = "healthCareUnitName"


# Claims and Scopes Specification for the Swedish OpenID Connect Profile (oidc.se).
SWEDEN_CONNECT = ClaimNames(
    identity_number=(
        "https://id.oidc.se/claim/personalIdentityNumber",
        "https://id.oidc.se/claim/coordinationNumber",
    ),
    previous_number="https://id.oidc.se/claim/previousCoordinationNumber",
)
# Inera IdP 2.0, attributlista.
INERA = ClaimNames(
    identity_number=("personalIdentityNumber", "credentialPersonalIdentityNumber"),
    name=("name", "credentialDisplayName"),
)
# Freja's own OpenID Connect, and `nin` where a broker stands between.
FREJA = ClaimNames(identity_number=("https://frejaeid.com/oidc/claims/personalIdentityNumber", "nin"))

PROFILES = {"sweden-connect": SWEDEN_CONNECT, "inera": INERA, "freja": FREJA}
