//! What may happen to a case: decide, apply, clocks, folds; who may see or do what.
