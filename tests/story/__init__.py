"""The whole way through, once."""
