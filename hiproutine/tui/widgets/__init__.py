"""What screens are made of: shows what it is told, keeps no time."""
