"""Sets the portal up on a fresh machine with nothing but Python: packages, front end, database.

Only the standard library is used here, since this runs before anything is installed.
"""
