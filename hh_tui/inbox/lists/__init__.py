"""Lists beside a collection: awaiting a reply, snoozed, searched, filtered."""
