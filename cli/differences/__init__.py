"""What `letterbook diff` says of two letters, as lines and as objects."""
