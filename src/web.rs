//! The module for browsers: no logic.
