"""The sandbox, tried with the real libraries."""
