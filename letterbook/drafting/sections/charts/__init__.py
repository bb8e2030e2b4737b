"""The charts that sections place: their data from a fund's figures, and where their drawings are put."""
