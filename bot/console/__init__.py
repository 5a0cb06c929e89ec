"""The console: what the register holds, in figures."""
