"""Edition templates, looks and workspaces, as data; a user can copy any of them."""
