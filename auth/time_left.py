"""How long a session still lasts, told to the page that warns, and the press that keeps it going."""

from dataclasses import dataclass

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from auth import sessions
from auth.guard import SignedIn, read_cookie
from auth.same_origin import from_own_page
from auth.wiring import Wiring

_NO_STORE = {"Cache-Control": "no-store"}


@dataclass(frozen=True)
class TimeLeft:
    """The routes about the session's time; both answer {"signed_in": bool, "seconds_left": whole seconds}."""

    wiring: Wiring

    async def tell(self, request: Request) -> Response:
        """The seconds that are left. Asking is no sign of life: else an open page would keep its session."""
        return await run_in_threadpool(self._answer, request, False)

    async def stay(self, request: Request) -> Response:
        """A sign of life, and the seconds that are left then; 401 when the session is over already."""
        if not from_own_page(request, self.wiring.settings.origin):
            return self.wiring.pages.foreign(request)
        return await run_in_threadpool(self._answer, request, True)

    def _answer(self, request: Request, stay: bool) -> Response:
        wiring, now = self.wiring, self.wiring.clock()
        token = read_cookie(request.headers.get("cookie", ""), https=wiring.settings.is_https)
        if token is None:
            return _told(None, 0, stay)
        with wiring.open_session() as session:
            signed_in = sessions.look_up(session, token=token, now=now, touch=False)
            if signed_in and stay:
                sessions.touch_session(session, session_id=signed_in.session_id, now=now, at_once=True)
                session.expire_all()
                signed_in = sessions.look_up(session, token=token, now=now, touch=False)
        return _told(signed_in, signed_in.seconds_left(now) if signed_in else 0, stay)


def _told(signed_in: SignedIn | None, seconds: int, stay: bool) -> Response:
    status = 401 if stay and signed_in is None else 200
    body = {"signed_in": signed_in is not None, "seconds_left": seconds}
    return JSONResponse(body, status, headers=_NO_STORE)
