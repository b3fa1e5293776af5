"""Snapshots as text on the screen: pure functions, one module for each thing one sees."""
