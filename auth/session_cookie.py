"""The session's token on its way to the browser and back out of it."""

from starlette.responses import Response

from auth.guard import cookie_arguments


def give(response: Response, token: str, *, https: bool) -> None:
    """Set the cookie; without a Max-Age, so that it goes when the browser is closed."""
    how = cookie_arguments(https)
    response.set_cookie(
        how["key"], token, path=how["path"], secure=how["secure"], httponly=how["httponly"], samesite="lax"
    )


def take_back(response: Response, *, https: bool) -> None:
    """Delete the cookie; with the same attributes, which its prefix demands."""
    how = cookie_arguments(https)
    response.delete_cookie(
        how["key"], path=how["path"], secure=how["secure"], httponly=how["httponly"], samesite="lax"
    )
