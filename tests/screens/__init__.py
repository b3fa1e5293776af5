"""Scenarios: what a recruiter does, sees, and what hh.ru receives."""
