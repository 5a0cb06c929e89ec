"""The central register: what it concludes, and what is decided in it."""
