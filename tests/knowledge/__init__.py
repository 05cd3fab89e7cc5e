"""Tests of the handbook package."""
