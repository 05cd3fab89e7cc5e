"""Tests of rental pricing."""
