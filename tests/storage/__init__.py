"""Tests of keeping facts and turns."""
