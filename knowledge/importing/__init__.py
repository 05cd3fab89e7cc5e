"""Brings documents of other kinds into the handbook's format, as drafts for a person to review."""
