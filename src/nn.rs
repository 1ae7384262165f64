//! Dense networks: weights, kernels, layers. Knows no text.
//!
//! Activations are 15-bit integers, weights 8-bit, sums exact in 32 bits: the order of summation cannot show, so every kernel
//! gives the same bits. What is left in floating point (scales, layer norm, sums of table rows) is added up in one fixed order.

mod convolution;
pub mod decoder;
pub mod encoder;
mod first;
mod kernel;
pub mod layers;
mod table;
mod vectors;
mod weights;

pub use weights::{LoadError, Weights};
