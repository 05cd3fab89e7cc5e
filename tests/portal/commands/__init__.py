"""Tests of the portal's command line."""
