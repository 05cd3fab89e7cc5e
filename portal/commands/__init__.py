"""The subcommands of `python -m portal`, one module each."""
