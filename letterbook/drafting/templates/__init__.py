"""Edition templates and looks: how an edition begins, what surrounds it, how it is set."""
