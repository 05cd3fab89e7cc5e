"""The subcommands of `python -m knowledge`, one module each."""
