"""Settings of a person: the file, its faults, where data is kept."""
