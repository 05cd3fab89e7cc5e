"""Tests of answer feedback."""
