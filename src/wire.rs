//! Report to serde: the only serialiser. Offsets are converted here.
