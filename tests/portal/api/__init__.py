"""Tests of the HTTP API against the real ASGI application."""
