"""Tests of hh-tui."""
