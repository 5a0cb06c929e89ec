"""The staff's bot: cases that wait for a person, and departures with seats, in one staff chat."""
