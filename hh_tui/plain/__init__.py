"""The inbox in lines: for screen readers, for terminals that can't address the cursor, and for scripts."""
