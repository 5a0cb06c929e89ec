"""Seats on departures: the window, its audience, who holds a seat and who waits."""
