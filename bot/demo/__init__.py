"""The demo: all of Hamrah on one machine, with synthetic people, on one page."""
