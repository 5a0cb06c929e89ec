"""Hamrah speaks: to citizens, to staff, to operators and to other programs."""
