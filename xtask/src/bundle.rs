//! Plain ES modules into one classic script: on `file://` no browser loads a module from a file.
//!
//! It reads what `www/` and wasm-bindgen write, and no more: `import` and `export` stand at the start of a line and end
//! with a semicolon; exports are declarations or lists of names; no top-level `await`, no cycles. Anything else is an
//! error that names the line.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use crate::shell::Outcome;

/// One script that runs `entry` and what it imports, as `load` reads them: by their paths in the site.
///
/// # Errors
/// A module is missing, or in a form that is not read.
pub fn bundle(entry: &str, load: &dyn Fn(&str) -> Outcome<String>) -> Outcome<String> {
    let mut modules = BTreeMap::new();
    let mut wanted = vec![entry.to_string()];
    while let Some(name) = wanted.pop() {
        if modules.contains_key(&name) {
            continue;
        }
        let module = convert(&name, &load(&name)?)?;
        wanted.extend(module.imports.iter().chain(&module.late).cloned());
        modules.insert(name, module);
    }
    let table = table(modules.iter())?.replace("import.meta.url", "location.href");
    Ok(format!(
        "(() => {{\n\"use strict\";\nconst $modules = {table};\n{REQUIRE}{IMPORT}$require({entry:?});\n}})();\n"
    ))
}

/// How a converted module gets another one: each runs once, when it is first asked for.
pub const REQUIRE: &str =
    "const $done = {};\nconst $require = (name) => ($done[name] ??= $modules[name]());\n";

/// How a converted module gets one that it imports late.
pub const IMPORT: &str = "const $import = async (name) => $require(name);\n";

/// Converted modules by name, as an object of functions.
pub fn table<'a>(modules: impl Iterator<Item = (&'a String, &'a Module)>) -> Outcome<String> {
    let mut table = String::from("{\n");
    for (name, module) in modules {
        writeln!(table, "{name:?}: () => {{\n{}}},", module.code())?;
    }
    table.push('}');
    Ok(table)
}

/// A module, to be the body of a function that returns its exports, or to stand beside others.
pub struct Module {
    /// What takes from other modules what it imports: they come by `$require`, with their names in the site.
    pub links: Vec<String>,
    /// All but imports and exports; late modules come by `$import`.
    pub body: String,
    /// The modules that it imports.
    pub imports: Vec<String>,
    /// The modules that it imports late, by `import()`.
    pub late: Vec<String>,
    /// The names that it exports: outside, and inside.
    pub exports: Vec<(String, String)>,
}

impl Module {
    /// The body of a function that returns its exports.
    pub fn code(&self) -> String {
        let links: String = self.links.iter().map(|link| format!("{link}\n")).collect();
        format!("{links}{}return {};\n", self.body, self.returned())
    }

    /// Its exports as an object.
    pub fn returned(&self) -> String {
        let members = self.exports.iter();
        let members = members.map(|(outside, inside)| format!(" {},", member(outside, inside)));
        format!("{{{} }}", members.collect::<String>())
    }
}

/// Converts the module `name` of the site.
///
/// # Errors
/// It is in a form that is not read.
pub fn convert(name: &str, source: &str) -> Outcome<Module> {
    let mut links = Vec::new();
    let mut code = String::new();
    let mut imports = Vec::new();
    let mut late = Vec::new();
    let mut exports: Vec<(String, String)> = Vec::new();
    let folder = name.rsplit_once('/').map_or("", |(folder, _)| folder);
    let mut lines = source.lines().enumerate();
    while let Some((number, line)) = lines.next() {
        let refuse = |why: &str| Err(format!("{name}:{}: {why}: {line}", number + 1));
        let statement_starts = line.starts_with("import ")
            || line.starts_with("import{")
            || line.starts_with("export {")
            || line.starts_with("export *");
        if statement_starts {
            let mut statement = line.to_string();
            while !statement.trim_end().ends_with(';') {
                let Some((_, more)) = lines.next() else {
                    return refuse("no end to this statement").map_err(Into::into);
                };
                statement.push(' ');
                statement.push_str(more.trim());
            }
            let statement = statement.trim_end().trim_end_matches(';');
            if let Some(list) = statement.strip_prefix("export ") {
                let Some(names) = braces(list).filter(|_| !list.contains(" from ")) else {
                    return refuse("re-exports are not read").map_err(Into::into);
                };
                exports.extend(names.map(|(inside, outside)| (outside, inside)));
            } else {
                let (what, from) = statement["import".len()..]
                    .rsplit_once("from")
                    .unwrap_or(("", &statement["import".len()..]));
                let from = resolve(folder, from);
                match import(what.trim(), &from) {
                    Some(link) => links.push(link),
                    None => return refuse("this import is not read").map_err(Into::into),
                }
                imports.push(from);
                continue;
            }
        } else if let Some(declaration) = line.strip_prefix("export ") {
            let Some(declared) = declared_name(declaration) else {
                return refuse("this export is not read").map_err(Into::into);
            };
            exports.push((declared.to_string(), declared.to_string()));
            code.push_str(&expressions(folder, declaration, &mut late));
        } else if line.starts_with("await ") {
            return refuse("top-level await is not read").map_err(Into::into);
        } else {
            code.push_str(&expressions(folder, line, &mut late));
        }
        code.push('\n');
    }
    Ok(Module {
        links,
        body: code,
        imports,
        late,
        exports,
    })
}

/// `import("./a.js")` in a line of code.
fn expressions(folder: &str, line: &str, late: &mut Vec<String>) -> String {
    let mut line = line.to_string();
    let mut from = 0;
    while let Some(at) = line[from..].find("import(\".").map(|i| from + i) {
        let start = at + "import(".len();
        let Some(length) = line[start..].find(')') else {
            break;
        };
        let address = line[start..start + length].to_string();
        from = start;
        // `import("./a.js").Name` in a comment is a type, `typeof import(…)` too.
        let named = line[start + length..].strip_prefix(").");
        let is_type = line[..at].ends_with("typeof ")
            || named.is_some_and(|name| name.starts_with(|c: char| c.is_uppercase()));
        if !is_type && address.ends_with(".js\"") {
            let name = resolve(folder, &address);
            let call = format!("$import({name:?}");
            line.replace_range(at..start + length, &call);
            from = at + call.len();
            late.push(name);
        }
    }
    line
}

fn import(what: &str, from: &str) -> Option<String> {
    if what.is_empty() {
        return Some(format!("$require({from:?});"));
    }
    if let Some(namespace) = what.strip_prefix("* as ") {
        return Some(format!("const {namespace} = $require({from:?});"));
    }
    let (default, list) = match what.find('{') {
        Some(at) => (what[..at].trim().trim_end_matches(',').trim(), &what[at..]),
        None => (what, "{}"),
    };
    let mut names = Vec::new();
    if !default.is_empty() {
        names.push(format!("default: {default}"));
    }
    names.extend(braces(list)?.map(|(theirs, ours)| member(&theirs, &ours)));
    Some(format!(
        "const {{ {} }} = $require({from:?});",
        names.join(", ")
    ))
}

/// A name and what it stands for, in an object or taken from one.
fn member(name: &str, value: &str) -> String {
    if name == value {
        name.to_string()
    } else {
        format!("{name}: {value}")
    }
}

/// `{ a, b as c }` as pairs.
fn braces(list: &str) -> Option<impl Iterator<Item = (String, String)>> {
    let inner = list.trim().strip_prefix('{')?.strip_suffix('}')?;
    Some(
        inner
            .split(',')
            .map(str::trim)
            .filter(|n| !n.is_empty())
            .map(|name| {
                let (first, second) = name.split_once(" as ").unwrap_or((name, name));
                (first.trim().to_string(), second.trim().to_string())
            }),
    )
}

/// The name that a line declares.
pub fn declared_name(declaration: &str) -> Option<&str> {
    let kinds = [
        "const ",
        "class ",
        "function ",
        "async function ",
        "function* ",
    ];
    let rest = kinds
        .iter()
        .find_map(|kind| declaration.strip_prefix(kind))?;
    let end = rest.find(|c: char| !(c.is_alphanumeric() || c == '_' || c == '$'))?;
    (end > 0).then(|| &rest[..end])
}

/// The path in the site of what a module in `folder` calls `address`.
pub fn resolve(folder: &str, address: &str) -> String {
    let mut path: Vec<&str> = folder.split('/').filter(|part| !part.is_empty()).collect();
    for part in address.trim().trim_matches(['"', '\'']).split('/') {
        match part {
            "." => {}
            ".." => {
                path.pop();
            }
            part => path.push(part),
        }
    }
    path.join("/")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn one(source: &str) -> String {
        convert("a.js", source).map_or_else(|e| format!("error: {e}"), |module| module.code())
    }

    #[test]
    fn imports_become_requires() {
        assert_eq!(
            one("import init, { A, b as c } from \"./n.js\";\n"),
            "const { default: init, A, b: c } = $require(\"n.js\");\nreturn { };\n"
        );
        assert_eq!(
            one("import {\n  a,\n  b,\n} from \"./n.js\";\n"),
            "const { a, b } = $require(\"n.js\");\nreturn { };\n"
        );
        assert_eq!(
            one("import \"./n.js\";\n"),
            "$require(\"n.js\");\nreturn { };\n"
        );
        assert_eq!(
            one("import * as all from './n.js';\n"),
            "const all = $require(\"n.js\");\nreturn { };\n"
        );
    }

    #[test]
    fn exports_are_returned() {
        assert_eq!(
            one("export const a = 1;\nexport async function f() {}\nexport { g as default };\n"),
            "const a = 1;\nasync function f() {}\n\nreturn { a, f, default: g, };\n"
        );
    }

    #[test]
    fn late_imports_are_rewritten_but_types_stay() {
        assert_eq!(
            one("const m = await import(\"./n.js\");\n"),
            "const m = await $import(\"n.js\");\nreturn { };\n"
        );
        for types in [
            " * @param {import(\"./n.d.ts\").Report} report",
            "  /** @type {import(\"./n.js\").Story} */",
            "  /** @type {ReturnType<typeof import(\"./n.js\").made>} */",
        ] {
            assert_eq!(one(types), format!("{types}\nreturn {{ }};\n"));
        }
    }

    #[test]
    fn addresses_are_read_from_where_the_module_stands() {
        assert_eq!(resolve("", "\"./a.js\""), "a.js");
        assert_eq!(resolve("view/deep", "'../b.js'"), "view/b.js");
        assert_eq!(resolve("view", "./../c.js"), "c.js");
    }

    #[test]
    fn what_is_not_read_is_an_error_with_its_line() {
        for source in [
            "export default {};",
            "export let a = 1;",
            "await f();",
            "export * from \"./b.js\";",
        ] {
            let text = one(&format!("const a = 0;\n{source}\n"));
            assert!(text.starts_with("error: a.js:2:"), "{text}");
        }
    }

    #[test]
    fn each_module_is_there_once() {
        let load = |name: &str| -> Outcome<String> {
            Ok(match name {
                "a.js" => "import { c } from \"./c.js\";\nimport { b } from \"./b.js\";\n".into(),
                "b.js" => "import { c } from \"./c.js\";\nexport const b = c;\n".into(),
                _ => "export const c = 1;\n".into(),
            })
        };
        let script = bundle("a.js", &load).unwrap_or_default();
        assert_eq!(script.matches("\"c.js\": () => {").count(), 1);
        assert!(script.ends_with("$require(\"a.js\");\n})();\n"));
    }
}
