"""A portal of nothing but sign-in, and a browser before it."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from urllib.parse import parse_qs, urlsplit

import httpx2
import sqlalchemy as sa
from cryptography.fernet import Fernet
from pydantic import SecretStr
from sqlmodel import Session, SQLModel, create_engine, select
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.testclient import TestClient

from auth import models
from auth.errors import SignInFault
from auth.guard import SignedIn, read_cookie
from auth.lifetimes import parse_lifetime
from auth.providers import Provider, SignInSettings
from auth.roles import Role
from auth.routes import routes
from auth.sealing import Sealer
from auth.sessions import look_up
from auth.wiring import Wiring

ORIGIN = "http://localhost:3000"
SECURE_ORIGIN = "https://portal.example"
SECRET = "a secret that only these tests know about"
SAME_ORIGIN = {"Sec-Fetch-Site": "same-origin"}


class PlainPages:
    """Pages that say the code and nothing else."""

    def refused(self, request: Request, fault: SignInFault) -> Response:
        return PlainTextResponse(fault.value, 400)

    def leaving(self, request: Request, address: str) -> Response:
        return PlainTextResponse(address, headers={"Refresh": f"0; url={address}"})

    def foreign(self, request: Request) -> Response:
        return PlainTextResponse("foreign", 403)


@dataclass
class Portal:
    """The app with what stands behind it; `late` moves its clock, `waits` says who must wait."""

    engine: sa.Engine
    settings: SignInSettings
    transports: Mapping[str, httpx2.AsyncBaseTransport]
    late: timedelta = timedelta()
    waits: dict[str, int] = field(default_factory=dict)
    tried: list[tuple[str, str]] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.sealer = Sealer(keys=[Fernet.generate_key().decode()], peppers=["p" * 40])
        wiring = Wiring(
            settings=self.settings,
            open_session=self.session,
            sealer=self.sealer,
            lifetimes={role: parse_lifetime("30/480") for role in Role},
            pages=PlainPages(),
            clock=self.now,
            client_of=lambda request: str(request.client),
            wait=self.wait,
            transports=self.transports,
        )
        self.app = Starlette(routes=routes(wiring))

    def now(self) -> datetime:
        return datetime.now(UTC) + self.late

    def wait(self, kind: str, key: str) -> int:
        self.tried.append((kind, key))
        return self.waits.get(kind, 0)

    @contextmanager
    def session(self) -> Iterator[Session]:
        with Session(self.engine, expire_on_commit=False) as session, session.begin():
            yield session

    def browser(self) -> TestClient:
        return TestClient(self.app, base_url=self.settings.origin, follow_redirects=False)

    def signed_in(self, browser: TestClient) -> SignedIn | None:
        """Who the browser's cookie stands for."""
        header = "; ".join(f"{cookie.name}={cookie.value}" for cookie in browser.cookies.jar)
        with self.session() as session:
            token = read_cookie(header, https=self.settings.is_https)
            return look_up(session, token=token, now=self.now(), touch=False)

    def sessions(self) -> int:
        """How many sessions have ever been opened."""
        with self.session() as session:
            return len(session.exec(select(models.LoginSession)).all())


def make_portal(
    *providers: Provider,
    demo: bool = False,
    origin: str = ORIGIN,
    transports: Mapping[str, httpx2.AsyncBaseTransport] | None = None,
    choose_unit_address: str | None = None,
) -> Portal:
    """A portal with a database of its own."""
    engine = create_engine("sqlite://", poolclass=sa.StaticPool, connect_args={"check_same_thread": False})
    SQLModel.metadata.create_all(engine)
    settings = SignInSettings(
        origin=origin,
        production=False,
        secret_key=SecretStr(SECRET),
        providers=providers,
        demo=demo,
        choose_unit_address=choose_unit_address,
    )
    return Portal(engine, settings, transports or {})


def local(address: str) -> str:
    """The path and query of an address, for a browser that knows the rest."""
    parts = urlsplit(address)
    return f"{parts.path}?{parts.query}" if parts.query else parts.path


def query_of(address: str) -> dict[str, str]:
    """The query of an address; every name once."""
    return {name: values[0] for name, values in parse_qs(urlsplit(address).query).items()}
