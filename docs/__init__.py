"""The pages, and the scripts that make some of them from the program itself."""
