"""Tokens, logging in, the way requests travel, and the page of the doctor."""
