"""Keeps facts: the ledger, the standings, the outbox, and the ways between a node and the register."""
