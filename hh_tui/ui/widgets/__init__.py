"""Widgets: data in through reactives, messages out; none of them knows the API or the screen it is on."""
