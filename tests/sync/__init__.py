"""Facts on their way from a node to the register and back."""
