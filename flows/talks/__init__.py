"""The conversations themselves, as tables of steps."""
