//! What visitors do, in every engine.

mod engines;
