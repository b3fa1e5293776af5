"""What a person decided: operations, forms, their effect on the snapshot."""
