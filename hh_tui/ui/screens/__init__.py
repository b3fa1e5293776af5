"""Screens: they own the snapshot, read through the worker and hand decisions to the app."""
