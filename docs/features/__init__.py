"""What letterbook, pandoc and docxtpl make of one document in Word, and how that is found out."""
