"""Measurements, run by hand; what they gave is written in docs/benchmarks.md."""
