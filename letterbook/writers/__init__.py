"""Writers: each turns a Draft into the bytes of one format."""
