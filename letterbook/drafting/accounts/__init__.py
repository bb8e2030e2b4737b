"""What a letter says to each investor of their own account, from the workspace it was drafted in."""
