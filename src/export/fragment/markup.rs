//! HTML that is written piece by piece: words go in escaped, and nowhere but here.

use crate::export::html::escape;

/// Elements that end where they begin.
const VOID: [&str; 2] = ["br", "link"];

/// Markup in which every word of the article is escaped: it is made of words and of elements, and of nothing else.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Html(String);

impl Html {
    pub fn push(&mut self, more: impl Into<Html>) {
        self.0.push_str(&more.into().0);
    }

    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    pub fn into_string(self) -> String {
        self.0
    }

    /// A style element, whose content no parser unescapes.
    pub fn style(sheet: &str) -> Self {
        debug_assert!(!sheet.contains("</"), "it would end the element");
        Self(format!("<style>{sheet}</style>"))
    }
}

impl From<&str> for Html {
    fn from(words: &str) -> Self {
        let mut out = String::with_capacity(words.len());
        escape(words, &mut out);
        Self(out)
    }
}

impl From<String> for Html {
    fn from(words: String) -> Self {
        words.as_str().into()
    }
}

impl From<Option<Html>> for Html {
    fn from(part: Option<Html>) -> Self {
        part.unwrap_or_default()
    }
}

impl FromIterator<Html> for Html {
    fn from_iter<I: IntoIterator<Item = Html>>(parts: I) -> Self {
        Self(parts.into_iter().map(|part| part.0).collect())
    }
}

/// Words and markup, one after the other.
macro_rules! all {
    ($($part:expr),* $(,)?) => {{
        let mut html = $crate::export::fragment::markup::Html::default();
        $(html.push($part);)*
        html
    }};
}
pub(super) use all;

/// An element: its name with its classes, joined by dots (`p.src`), its attributes, and what is in it.
pub fn element(name: &str, attributes: &[(&str, &str)], content: impl Into<Html>) -> Html {
    let (name, classes) = name.split_once('.').unwrap_or((name, ""));
    let mut out = format!("<{name}");
    let classes = classes.replace('.', " ");
    let class = Some(("class", classes.as_str())).filter(|_| !classes.is_empty());
    for (attribute, value) in class.into_iter().chain(attributes.iter().copied()) {
        out.push_str(&format!(" {attribute}=\""));
        escape(value, &mut out);
        out.push('"');
    }
    out.push('>');
    if !VOID.contains(&name) {
        out.push_str(&content.into().0);
        out.push_str(&format!("</{name}>"));
    }
    Html(out)
}

/// An element without attributes.
pub fn plain(name: &str, content: impl Into<Html>) -> Html {
    element(name, &[], content)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_escaped_and_elements_are_not() {
        let words = all!["<Köln> & ", plain("b.w.c", "\"🇨🇭\"")];
        assert_eq!(
            element("a", &[("href", "#\"'<")], words).into_string(),
            "<a href=\"#&quot;&#39;&lt;\">&lt;Köln&gt; &amp; <b class=\"w c\">&quot;🇨🇭&quot;</b></a>"
        );
        assert_eq!(plain("br", "").into_string(), "<br>");
    }
}
