"""Features of the inbox: one controller each, none of which knows another one."""
