"""What the dialect's parser reads beyond CommonMark: one construct a module."""
