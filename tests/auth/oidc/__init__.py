"""Tests of sign-in against several providers."""
