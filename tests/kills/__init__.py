"""The node is killed at random moments under load, and nothing confirmed is lost or doubled."""
