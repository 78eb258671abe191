//! Paypath: what machine-learning work pays in the USA, how sure that is, and why.
