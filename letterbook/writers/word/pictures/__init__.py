"""Pictures: examined without being unpacked, sized for the page, and drawn into the file."""
