// Floor: Training.
