"""What single investors have been promised, and what they are not to be sent."""
