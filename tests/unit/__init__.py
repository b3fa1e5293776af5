"""Pure logic, and the API over a mock transport."""
