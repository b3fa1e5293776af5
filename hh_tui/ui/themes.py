"""The two looks of the program."""

from textual.theme import Theme

DARK = Theme(
    name="hh-dark",
    primary="#7aa2f7",
    secondary="#9aa5ce",
    accent="#ff8f66",
    warning="#e0af68",
    error="#f7768e",
    success="#9ece6a",
    foreground="#d5d9e6",
    background="#14151d",
    surface="#191b26",
    panel="#252838",
    dark=True,
    variables={
        "block-cursor-blurred-background": "#29325a",
        "screen-selection-background": "#34406f",
        "text-muted": "#8b92a9",
        "raised": "#262b40",
        "frame": "#3d435e",
    },
)

LIGHT = Theme(
    name="hh-light",
    primary="#2f5fc4",
    secondary="#5a6472",
    accent="#c2410c",
    warning="#92600a",
    error="#b3261e",
    success="#3f7d20",
    foreground="#1f2430",
    background="#f4f5f8",
    surface="#ffffff",
    panel="#e6e9f0",
    dark=False,
    variables={
        "block-cursor-blurred-background": "#cfdcf7",
        "screen-selection-background": "#b8cbf2",
        "text-muted": "#5d6473",
        "raised": "#e4eaf7",
        "frame": "#b9c1d0",
    },
)
