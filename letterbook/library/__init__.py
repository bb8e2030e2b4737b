"""The library: items on disk, merged, indexed, queried and tagged."""
