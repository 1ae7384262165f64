//! Reports in other forms.

pub mod html;
pub mod marks;
