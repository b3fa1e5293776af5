"""What is measured, a noun a file. Each takes the running programs and returns verdicts."""
