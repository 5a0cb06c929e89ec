"""The one place where the real parts are put together: one file for each kind of process."""
