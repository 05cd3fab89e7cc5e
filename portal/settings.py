"""The portal's settings: read once from the environment, frozen, and refused when they are unsafe.

Every setting is described in docs/settings.md. Nothing else in the portal reads environment variables.
"""

import json
from enum import StrEnum
from functools import lru_cache
from pathlib import Path
from typing import Annotated, Any, Literal, Self
from urllib.parse import urlsplit

from limits import parse_many
from pydantic import Field, SecretStr, ValidationError, field_validator, model_validator
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict

from auth.errors import KeyNotUsable
from auth.lifetimes import Lifetime, parse_lifetime
from auth.providers import Provider, SignInSettings
from auth.roles import Role
from auth.sealing import Sealer

EXAMPLE_SECRET = "example-secret-for-development-only"  # noqa: S105 - the one that production refuses
SHORTEST_SECRET = 32
EXAMPLE_IDENTITY_KEY = "ZXhhbXBsZS1pZGVudGl0eS1rZXktZGV2ZWxvcG1lbnQ="
EXAMPLE_IDENTITY_PEPPER = "example-pepper-for-development-only"


class Environment(StrEnum):
    """Where the portal runs: on a developer's machine, as a demonstration, or for real."""

    DEVELOPMENT = "development"
    DEMO = "demo"
    PRODUCTION = "production"


class SettingsError(Exception):
    """The environment cannot be used; str() is one line that names the variables and never their values."""


def _default_origin(data: dict[str, Any]) -> str:
    return f"http://localhost:{data.get('port', 3000)}"


def _default_database_url(data: dict[str, Any]) -> str:
    return f"sqlite:///{data.get('var_dir', Path('var'))}/portal.sqlite"


def _default_cache_dir(data: dict[str, Any]) -> Path:
    return Path(data.get("var_dir", "var")) / "cache"


class Settings(BaseSettings):
    """Every setting with its default; the defaults run a demonstration on this machine."""

    model_config = SettingsConfigDict(
        env_prefix="PORTAL_", frozen=True, extra="ignore", populate_by_name=True, env_ignore_empty=True
    )

    environment: Environment = Environment.DEVELOPMENT
    port: int = Field(3000, ge=1, le=65535, validation_alias="PORT")
    origin: str = Field(default_factory=_default_origin)
    proxy_hops: int = Field(0, ge=0, le=10)
    var_dir: Path = Path("var")
    database_url: str = Field(default_factory=_default_database_url)
    cache_dir: Path = Field(default_factory=_default_cache_dir)
    site_dir: Path = Path(".web/build/client")
    secret_key: SecretStr = SecretStr(EXAMPLE_SECRET)
    identity_keys: SecretStr = SecretStr(EXAMPLE_IDENTITY_KEY)
    identity_pepper: SecretStr = SecretStr(EXAMPLE_IDENTITY_PEPPER)
    session_resident: str = "30/480"
    session_prescriber: str = "30/480"
    session_staff: str = "60/600"
    session_staff_admin: str = "30/480"
    providers: Annotated[tuple[Provider, ...], NoDecode] = ()
    demo_sign_in: bool | None = None
    rate_sign_in: str = "30/minute;300/hour"
    rate_ask: str = "240/minute;6000/hour"
    rate_api: str = "300/minute"
    rate_sockets: str = "600/minute;6000/hour"
    max_sockets: int = Field(200, ge=1)
    rate_feedback: str = "600/hour"
    max_body_bytes: int = Field(64 * 1024, ge=8 * 1024)
    log_level: Literal["DEBUG", "INFO", "WARNING", "ERROR"] = "INFO"
    knowledge_model: str | None = Field(None, validation_alias="KNOWLEDGE_MODEL")

    @field_validator("origin")
    @classmethod
    def _origin_is_bare(cls, value: str) -> str:
        parts = urlsplit(value)
        if (
            parts.scheme not in ("http", "https")
            or not parts.hostname
            or value != f"{parts.scheme}://{parts.netloc}"
        ):
            raise ValueError("must be scheme and host only, like https://hjalpmedel.example.se")
        if parts.username or parts.password:
            raise ValueError("must not hold a user name")
        return value

    @field_validator("rate_ask", "rate_api", "rate_sockets", "rate_feedback", "rate_sign_in")
    @classmethod
    def _rate_is_readable(cls, value: str) -> str:
        try:
            parse_many(value)
        except ValueError:
            raise ValueError("must be written like 60/minute or 60/minute;1000/hour") from None
        return value

    @field_validator("session_resident", "session_prescriber", "session_staff", "session_staff_admin")
    @classmethod
    def _lifetime_is_readable(cls, value: str) -> str:
        parse_lifetime(value)
        return value

    @field_validator("providers", mode="before")
    @classmethod
    def _providers_are_json(cls, value: Any) -> Any:
        try:
            return json.loads(value) if isinstance(value, str) else value
        except ValueError:
            raise ValueError("must be a JSON list of providers") from None

    @field_validator("database_url")
    @classmethod
    def _database_is_known(cls, value: str) -> str:
        if value.split(":", 1)[0] not in ("sqlite", "postgresql", "postgresql+psycopg"):
            raise ValueError("must begin with sqlite:/// or postgresql://")
        return value

    @model_validator(mode="after")
    def _identities_can_be_sealed(self) -> Self:
        try:
            self.sealer()
        except KeyNotUsable as error:
            raise ValueError(f"PORTAL_IDENTITY_KEYS, PORTAL_IDENTITY_PEPPER: {error}") from None
        return self

    @model_validator(mode="after")
    def _sign_in_is_safe(self) -> Self:
        try:
            self.sign_in()
        except ValidationError as error:
            raise ValueError(f"PORTAL_PROVIDERS, PORTAL_DEMO_SIGN_IN: {_line(error.errors()[0])}") from None
        return self

    @model_validator(mode="after")
    def _production_is_safe(self) -> Self:
        if self.environment is not Environment.PRODUCTION:
            return self
        secret = self.secret_key.get_secret_value()
        if secret == EXAMPLE_SECRET or len(secret) < SHORTEST_SECRET:
            raise ValueError(
                "PORTAL_SECRET_KEY must be a secret of its own in production,"
                f" at least {SHORTEST_SECRET} characters long"
            )
        if not self.is_https:
            raise ValueError("PORTAL_ORIGIN must begin with https:// in production")
        if EXAMPLE_IDENTITY_KEY in _listed(self.identity_keys):
            raise ValueError("PORTAL_IDENTITY_KEYS must hold keys of its own in production")
        if EXAMPLE_IDENTITY_PEPPER in _listed(self.identity_pepper):
            raise ValueError("PORTAL_IDENTITY_PEPPER must be of its own in production")
        return self

    @property
    def is_https(self) -> bool:
        """True when readers reach the portal over TLS."""
        return self.origin.startswith("https://")

    @property
    def session_lifetimes(self) -> dict[Role, Lifetime]:
        """How long a session of each role lives."""
        return {
            Role.RESIDENT: parse_lifetime(self.session_resident),
            Role.PRESCRIBER: parse_lifetime(self.session_prescriber),
            Role.STAFF: parse_lifetime(self.session_staff),
            Role.STAFF_ADMIN: parse_lifetime(self.session_staff_admin),
        }

    def sign_in(self) -> SignInSettings:
        """What sign-in needs to know; the built-in provider is on outside production unless turned off."""
        production = self.environment is Environment.PRODUCTION
        return SignInSettings(
            origin=self.origin,
            production=production,
            secret_key=self.secret_key,
            providers=self.providers,
            demo=not production if self.demo_sign_in is None else self.demo_sign_in,
        )

    def sealer(self) -> Sealer:
        """What seals identity numbers, with the newest key first."""
        return Sealer(keys=_listed(self.identity_keys), peppers=_listed(self.identity_pepper))


def _listed(secret: SecretStr) -> list[str]:
    return [part.strip() for part in secret.get_secret_value().split(",") if part.strip()]


def variable(name: str) -> str:
    """The environment variable that sets the field called `name`."""
    alias = Settings.model_fields[name].validation_alias
    return alias if isinstance(alias, str) else f"PORTAL_{name.upper()}"


def read_settings() -> Settings:
    """The settings in the environment; raises SettingsError with one line when they cannot be used."""
    try:
        return Settings()
    except ValidationError as error:
        raise SettingsError("; ".join(_line(one) for one in error.errors())) from None


@lru_cache(maxsize=1)
def settings() -> Settings:
    """The settings, read at the first call."""
    return read_settings()


def _line(error: Any) -> str:
    """One problem in words; pydantic's own text shows the offending value, which may be a secret."""
    message = str(error["msg"]).removeprefix("Value error, ")
    if not error["loc"]:
        return message
    name = str(error["loc"][0])
    return f"{variable(name) if name in Settings.model_fields else name}: {message}"
