"""Systematic checks of the access log: a random sample, and a verdict on each entry of it."""
