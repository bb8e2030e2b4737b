"""Where the figures and quotations of a draft come from, told in a file beside it."""
