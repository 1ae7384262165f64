//! Any article as HTML is that article again to the letter, in no tags but nutgraf's own; the other forms are written too.

use nutgraf::export::fragment::{Article, fragment};
use nutgraf::export::{Format, export};
use nutgraf::text::Unit;

use super::plain::text_of;
use super::planted::plant;
use super::read;

pub fn html(data: &[u8]) {
    let text = &*String::from_utf8_lossy(data);
    let report = read(text);
    fragment(text, &report, Article::Within);
    for &format in Format::ALL {
        let mut written = export(format, text, &report, Unit::Utf16);
        if format == Format::Html {
            plant(&mut written, |html| {
                // An apostrophe in a name is left as it is.
                *html = html.replace("&#39;", "'");
            });
            assert_eq!(text_of(&written), text.replace('\0', "\u{fffd}"));
        }
    }
}
