"""The OpenID Connect providers that people sign in through, as settings: frozen, and refused when unsafe."""

from enum import StrEnum
from typing import Annotated, Any, Self
from urllib.parse import urlsplit

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, SecretStr, model_validator

from auth.claims import PROFILES, SWEDEN_CONNECT, ClaimNames
from auth.roles import Profession, Role

LOOPBACK = ("localhost", "127.0.0.1", "::1")


DEMO_NAME = "demo"
# What the sign-in itself sets in its request to a provider.
_OWN_PARAMS = frozenset(
    (
        *("acr_values", "client_id", "code_challenge", "code_challenge_method", "nonce", "redirect_uri"),
        *("request", "request_uri", "response_mode", "response_type", "scope", "state"),
    )
)


class UserInfoKind(StrEnum):
    """How the provider answers at its UserInfo endpoint. The Swedish profile asks for a signed answer."""

    SIGNED = "signed"
    PLAIN = "plain"
    NONE = "none"


def _profile(value: Any) -> Any:
    """A profile's name stands for its claim names."""
    return PROFILES.get(value, value) if isinstance(value, str) else value


def is_safe_address(value: str) -> bool:
    """True for an address over TLS or on this machine: others would carry codes and tokens in the open."""
    try:
        parts = urlsplit(value)
    except ValueError:
        return False
    return bool(parts.hostname) and (
        parts.scheme == "https" or (parts.scheme == "http" and parts.hostname in LOOPBACK)
    )


def _address(value: str) -> str:
    if not is_safe_address(value) or "?" in value or "#" in value:
        raise ValueError("must be an https:// address without query")
    return value


class RoleRule(BaseModel):
    """Who gets a role: whoever has one of the values listed in each claim, signed in at one of the levels."""

    model_config = ConfigDict(frozen=True, extra="forbid", hide_input_in_errors=True)

    role: Role
    acr: tuple[str, ...] = Field(min_length=1)
    claims: dict[str, tuple[str, ...]] = Field(default_factory=dict)


class Provider(BaseModel):
    """One provider. `rules` are tried in order: for each commission the first whose claims match decides."""

    model_config = ConfigDict(frozen=True, extra="forbid", hide_input_in_errors=True)

    name: str = Field(pattern=r"^[a-z][a-z0-9-]{0,30}$")
    label: str = Field(min_length=1, max_length=80)
    issuer: Annotated[str, AfterValidator(_address)]
    client_id: str = Field(min_length=1)
    client_secret: SecretStr | None = None
    private_key: SecretStr | None = None
    private_key_algorithm: str = Field("ES256", pattern=r"^(RS|PS|ES)(256|384|512)$")
    scopes: tuple[str, ...] = ("openid",)
    claims: Annotated[ClaimNames, BeforeValidator(_profile)] = SWEDEN_CONNECT
    userinfo: UserInfoKind = UserInfoKind.SIGNED
    rules: tuple[RoleRule, ...] = Field(min_length=1)
    professions: dict[str, Profession] = Field(default_factory=dict)
    prompt: str | None = "login"
    authorize_params: dict[str, str] = Field(default_factory=dict)
    timeout_seconds: float = Field(5.0, gt=0, le=30)

    @model_validator(mode="after")
    def _client_proves_itself(self) -> Self:
        if (self.client_secret is None) == (self.private_key is None):
            raise ValueError("needs either client_secret or private_key")
        if "openid" not in self.scopes:
            raise ValueError("scopes must hold openid")
        if _OWN_PARAMS & self.authorize_params.keys():
            raise ValueError(f"authorize_params must not hold {', '.join(sorted(_OWN_PARAMS))}")
        return self

    @property
    def discovery(self) -> str:
        """The address of the provider's metadata."""
        return self.issuer.rstrip("/") + "/.well-known/openid-configuration"

    @property
    def levels(self) -> tuple[str, ...]:
        """Every level that some role accepts, in the order of the rules: what is asked for."""
        return tuple(dict.fromkeys(level for rule in self.rules for level in rule.acr))

    @property
    def roles(self) -> tuple[Role, ...]:
        """The roles that it may sign in."""
        return tuple(dict.fromkeys(rule.role for rule in self.rules))


class SignInSettings(BaseModel):
    """Everything that sign-in needs to know of the portal it belongs to."""

    model_config = ConfigDict(frozen=True, extra="forbid", hide_input_in_errors=True)

    origin: str
    production: bool
    secret_key: SecretStr
    providers: tuple[Provider, ...] = ()
    demo: bool = False
    signed_out_address: str = "/"
    choose_unit_address: str | None = None

    @model_validator(mode="after")
    def _is_safe(self) -> Self:
        names = [provider.name for provider in self.providers]
        if len(set(names)) != len(names):
            raise ValueError("two providers have the same name")
        if DEMO_NAME in names:
            raise ValueError(f"{DEMO_NAME} is the name of the built-in provider")
        if self.production and self.demo:
            raise ValueError("the built-in provider of fictional people must not run in production")
        if self.demo and not is_safe_address(self.origin):
            raise ValueError("the built-in provider needs an origin with https:// or on localhost")
        if self.production and any(urlsplit(each.issuer).hostname in LOOPBACK for each in self.providers):
            raise ValueError("providers must not be on this machine in production")
        return self

    @property
    def is_https(self) -> bool:
        """True when readers reach the portal over TLS."""
        return self.origin.startswith("https://")
