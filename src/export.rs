//! Reports in other forms: HTML, Web Annotation, CSV, Markdown, standoff, displaCy.
