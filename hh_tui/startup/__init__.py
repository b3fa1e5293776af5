"""What is done before the program is read in: the last screen, the garbage collector."""
