"""Tests of the design system, its style sheets and the pages that are made of it alone."""
