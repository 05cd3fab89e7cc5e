"""Rate limits by moving window, kept in this process's memory under keyed hashes, never under addresses."""

import hashlib
import hmac
import math
import time
from functools import lru_cache
from ipaddress import IPv6Address, ip_address

from limits import parse_many
from limits.storage import MemoryStorage
from limits.strategies import MovingWindowRateLimiter

from portal.settings import settings

EVERYBODY = "everybody"
# Longer than nearly every address is; a conversation of whole stories still fits within the hour.
LARGE_MESSAGES = "60/minute;300/hour"


class RateLimit:
    """How often one client may do one thing; `rates` is written like "60/minute;1000/hour"."""

    def __init__(self, rates: str) -> None:
        self._rates = parse_many(rates)
        self._limiter = MovingWindowRateLimiter(MemoryStorage())

    def wait(self, client: str, cost: int = 1) -> int:
        """Count `cost` calls by `client`: 0 when they may go on, else the whole seconds until they may."""
        for rate in self._rates:
            if not self._limiter.test(rate, client, cost=cost):
                reset = self._limiter.get_window_stats(rate, client).reset_time
                return max(1, math.ceil(reset - time.time()))
        return 0 if all(self._limiter.hit(rate, client, cost=cost) for rate in self._rates) else 1


def client_key(peer: str | None, forwarded: str, hops: int) -> str:
    """Who calls, as a keyed hash: the address that the outermost of `hops` trusted proxies saw.

    `forwarded` is the X-Forwarded-For header, to which each proxy adds at the right; what stands left of the
    trusted ones anybody may have written. An IPv6 client is its /64, since it may pick any address within.
    """
    parts = [part.strip() for part in forwarded.split(",") if part.strip()]
    address = parts[-hops] if 0 < hops <= len(parts) else (peer or "unknown")
    secret = settings().secret_key.get_secret_value().encode()
    return hmac.new(secret, _network(address).encode(), hashlib.sha256).hexdigest()[:32]


def _network(address: str) -> str:
    try:
        parsed = ip_address(address)
    except ValueError:
        return address
    if isinstance(parsed, IPv6Address):
        if parsed.ipv4_mapped:
            return str(parsed.ipv4_mapped)
        return str(IPv6Address(int(parsed) >> 64 << 64))
    return str(parsed)


@lru_cache(maxsize=1)
def questions() -> RateLimit:
    """The limit on questions per client, shared by the API and the pages."""
    return RateLimit(settings().rate_ask)


@lru_cache(maxsize=1)
def calls() -> RateLimit:
    """The limit on other API calls per client."""
    return RateLimit(settings().rate_api)


@lru_cache(maxsize=1)
def sockets() -> RateLimit:
    """The limit on websockets opened per client: each begins a state that stays in memory for a while."""
    return RateLimit(settings().rate_sockets)


@lru_cache(maxsize=1)
def large_messages() -> RateLimit:
    """The limit on long websocket messages per client: a state keeps the address of one, many times over."""
    return RateLimit(LARGE_MESSAGES)


@lru_cache(maxsize=1)
def feedback() -> RateLimit:
    """The limit on stored feedback, all clients together (key: EVERYBODY)."""
    return RateLimit(settings().rate_feedback)
