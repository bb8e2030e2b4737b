"""A Word letter ticked off against figures: its numbers, what each is compared to, and a copy with marks."""
