"""Machine-readable zones: read, doubted, and printed for the tests."""
