"""Alembic migrations of the portal's database; their configuration is built in code."""
