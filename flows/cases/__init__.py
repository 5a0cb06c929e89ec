"""Matters that need a person of the staff."""
