"""Section partials, as data; a user can copy any of them."""
