"""Tells whether a change was asked for on one of our own pages, from what browsers themselves say.

The approach of `Sec-Fetch-Site` with `Origin` as the second witness: neither can be set by a page. A request
that bears neither is refused, since every browser since 2020 sends `Origin` with a POST.
"""

from starlette.requests import HTTPConnection


def from_own_page(request: HTTPConnection, origin: str) -> bool:
    """True when every witness that speaks says that the request comes from `origin`, and one speaks."""
    site = request.headers.getlist("sec-fetch-site")
    # "null" is what a page says that has been told not to tell; it witnesses nothing.
    origins = [told for told in request.headers.getlist("origin") if told != "null"]
    witnesses = [told == "same-origin" for told in site] + [told == origin for told in origins]
    return bool(witnesses) and all(witnesses)
