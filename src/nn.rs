//! Dense networks: weights, kernels, layers. Knows no text.
