"""Mail merge: a copy for each recipient, cut from the very Word file that was approved."""
