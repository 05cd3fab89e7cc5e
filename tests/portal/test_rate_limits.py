"""Clients are told apart by the address that a trusted proxy saw, and limited by moving window."""

import pytest

from portal.rate_limits import RateLimit, client_key

PEER = "198.51.100.7"


def test_a_client_waits_once_its_rate_is_used_up() -> None:
    limit = RateLimit("2/minute")

    assert (limit.wait("a"), limit.wait("a")) == (0, 0)
    assert 0 < limit.wait("a") <= 60
    assert limit.wait("b") == 0


def test_every_rate_counts() -> None:
    limit = RateLimit("5/minute;2/hour")

    assert (limit.wait("a"), limit.wait("a")) == (0, 0)
    assert limit.wait("a") > 60


def test_refused_calls_do_not_lengthen_the_wait() -> None:
    limit = RateLimit("1/minute")
    limit.wait("a")

    assert max(limit.wait("a") for _ in range(1000)) <= 60


def test_without_trusted_proxies_the_header_is_not_believed() -> None:
    assert client_key(PEER, "203.0.113.1", 0) == client_key(PEER, "", 0)


def test_with_a_trusted_proxy_only_what_it_added_is_believed() -> None:
    honest = client_key(PEER, "203.0.113.1", 1)

    assert client_key(PEER, "made-up, 10.0.0.1, 203.0.113.1", 1) == honest
    assert client_key(PEER, "203.0.113.2", 1) != honest


def test_a_header_shorter_than_the_proxies_is_not_believed() -> None:
    assert client_key(PEER, "203.0.113.1", 2) == client_key(PEER, "", 2)


@pytest.mark.parametrize("other", ["2001:db8::1", "2001:db8:0:0:ffff::9"])
def test_an_ipv6_client_is_its_network(other: str) -> None:
    assert client_key(other, "", 0) == client_key("2001:db8::2", "", 0)
    assert client_key(other, "", 0) != client_key("2001:db8:0:1::2", "", 0)


def test_an_ipv4_address_written_as_ipv6_is_the_same_client() -> None:
    assert client_key("::ffff:198.51.100.7", "", 0) == client_key(PEER, "", 0)


def test_the_key_does_not_tell_the_address() -> None:
    assert PEER not in client_key(PEER, "", 0)
    assert client_key(None, "", 0)


def test_several_calls_at_once_count_as_several() -> None:
    limit = RateLimit("10/minute")

    assert limit.wait("a", cost=8) == 0
    assert limit.wait("a", cost=8) > 0
    assert limit.wait("a", cost=2) == 0
