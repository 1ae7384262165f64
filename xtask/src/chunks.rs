//! The modules of `www/` as the few files that a browser fetches: what is needed at once in one file, what is needed
//! late beside it, comments and white space taken out.
//!
//! A family has a core. Its file holds all that the core imports, side by side in one scope; every other entry (a name
//! that pages import, or what is imported late) is a file that holds what the core has not, and shares the core's modules,
//! so that each is there once.

use std::collections::{BTreeMap, BTreeSet};

use crate::bundle::{IMPORT, Module, REQUIRE, convert, declared_name, table};
use crate::shell::Outcome;

/// Files of a family, by their paths in the site.
///
/// `entries` are names that pages import; the modules that are imported late are entries too, but for those `outside`.
///
/// # Errors
/// A module is missing, or in a form that is not read.
pub fn family(
    core: &str,
    entries: &[String],
    outside: &[&str],
    load: &dyn Fn(&str) -> Outcome<String>,
) -> Outcome<BTreeMap<String, String>> {
    let (modules, late) = read(core, entries, outside, load)?;
    let entries: BTreeSet<&str> = entries.iter().chain(&late).map(String::as_str).collect();
    let shared = closure(core, &modules, &|_| false);
    let mut files = BTreeMap::new();
    for name in entries.iter().copied().chain([core]) {
        let own = name == core;
        let beside = |other: &str| shared.contains(other) || entries.contains(other);
        let inside = match (own, shared.contains(name)) {
            (true, _) => shared.clone(),
            (_, true) => BTreeSet::new(),
            _ => closure(name, &modules, &|other| other != name && beside(other)),
        };
        let taken = || modules.iter().filter(|(each, _)| inside.contains(*each));
        let mut code = String::new();
        if own {
            let asked = |name: &str| {
                entries.contains(name)
                    || (modules.iter().filter(|(other, _)| !shared.contains(*other)))
                        .any(|(_, module)| module.imports.iter().any(|import| import == name))
            };
            code.push_str(&side_by_side(core, &modules, &asked)?);
            code.push_str(&REQUIRE.replace("const $require", "export const $require"));
        } else {
            code.push_str(&format!(
                "import {{ $modules, $require }} from {:?};\n",
                address(name, core)
            ));
            let files: BTreeSet<&String> = taken()
                .flat_map(|(_, module)| &module.imports)
                .filter(|other| !shared.contains(*other) && !inside.contains(*other))
                .collect();
            for other in files {
                code.push_str(&format!("import {:?};\n", address(name, other)));
            }
            code.push_str(&format!("Object.assign($modules, {});\n", table(taken())?));
        }
        for late in taken().flat_map(|(_, module)| &module.late) {
            let call = format!("import({:?}", address(name, late));
            code = code.replace(&format!("$import({late:?}"), &call);
        }
        let exports = modules.get(name).map_or(&[][..], |module| &module.exports);
        let exports: Vec<&str> = exports
            .iter()
            .map(|(outside, _)| outside.as_str())
            .collect();
        let exports = exports.join(", ");
        // What a core exports is declared in its own scope.
        code.push_str(&if own {
            format!("export {{ {exports} }};\n")
        } else {
            format!("export const {{ {exports} }} = $require({name:?});\n")
        });
        files.insert(name.to_string(), small(name, &code)?);
    }
    Ok(files)
}

/// `entry` and all that it imports, at once or late, as one module.
///
/// # Errors
/// As [`family`].
pub fn whole(entry: &str, load: &dyn Fn(&str) -> Outcome<String>) -> Outcome<String> {
    let (modules, _) = read(entry, &[], &[], load)?;
    let table = table(modules.iter())?;
    small(
        entry,
        &format!("const $modules = {table};\n{REQUIRE}{IMPORT}$require({entry:?});\n"),
    )
}

/// The modules of a family, and which of them are imported late.
fn read(
    core: &str,
    entries: &[String],
    outside: &[&str],
    load: &dyn Fn(&str) -> Outcome<String>,
) -> Outcome<(BTreeMap<String, Module>, BTreeSet<String>)> {
    let mut modules: BTreeMap<String, Module> = BTreeMap::new();
    let mut late = BTreeSet::new();
    let mut wanted: Vec<String> = entries.iter().cloned().chain([core.to_string()]).collect();
    while let Some(name) = wanted.pop() {
        if modules.contains_key(&name) {
            continue;
        }
        let module = convert(&name, &load(&name)?)?;
        let own = module
            .late
            .iter()
            .filter(|late| !outside.contains(&late.as_str()));
        late.extend(own.cloned());
        wanted.extend(module.imports.iter().cloned());
        wanted.extend(
            module
                .late
                .iter()
                .filter(|late| !outside.contains(&late.as_str()))
                .cloned(),
        );
        if module.body.contains("import.meta.url") && name.contains('/') {
            return Err(format!("{name}: import.meta.url would be another file's address").into());
        }
        modules.insert(name, module);
    }
    Ok((modules, late))
}

/// `entry` and all that it imports at once, up to where `stop` says.
fn closure(
    entry: &str,
    modules: &BTreeMap<String, Module>,
    stop: &dyn Fn(&str) -> bool,
) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    let mut wanted = vec![entry.to_string()];
    while let Some(name) = wanted.pop() {
        if stop(&name) || !found.insert(name.clone()) {
            continue;
        }
        wanted.extend(
            modules
                .get(&name)
                .into_iter()
                .flat_map(|module| module.imports.clone()),
        );
    }
    found
}

/// `core` and all that it imports in one scope, and a table of those that other files have `asked` for, and of itself.
fn side_by_side(
    core: &str,
    modules: &BTreeMap<String, Module>,
    asked: &dyn Fn(&str) -> bool,
) -> Outcome<String> {
    let mut code = String::new();
    let mut table = String::from("export const $modules = {\n");
    let mut declared: BTreeMap<&str, &str> = BTreeMap::new();
    for (name, module) in in_order(core, modules) {
        let plain = |link: &String| link.starts_with("const {") && !link.contains(':');
        let renamed = !module
            .links
            .iter()
            .all(|link| link.starts_with('$') || plain(link))
            || (module.exports.iter()).any(|(outside, inside)| outside != inside);
        if renamed {
            return Err(format!("{name}: a core has one name for each thing").into());
        }
        for line in module.body.lines() {
            let declares = declared_name(line).and_then(|each| declared.insert(each, name));
            if let Some(other) = declares {
                return Err(format!("{name} and {other} declare the same: {line}").into());
            }
        }
        code.push_str(&module.body);
        if name == core || asked(name) {
            table.push_str(&format!("{name:?}: () => ({}),\n", module.returned()));
        }
    }
    Ok(format!("{code}{table}}};\n"))
}

/// `entry` and all that it imports at once, each after what it imports.
fn in_order<'a>(
    entry: &'a str,
    modules: &'a BTreeMap<String, Module>,
) -> Vec<(&'a str, &'a Module)> {
    let mut found: Vec<(&str, &Module)> = Vec::new();
    let Some(module) = modules.get(entry) else {
        return found;
    };
    for import in &module.imports {
        for (name, module) in in_order(import, modules) {
            if !found.iter().any(|(other, _)| *other == name) {
                found.push((name, module));
            }
        }
    }
    found.push((entry, module));
    found
}

/// What a file of the site calls another.
fn address(from: &str, to: &str) -> String {
    format!("./{}{to}", "../".repeat(from.matches('/').count()))
}

/// Without comments and white space; names stay, so that what a browser reports can be read.
///
/// # Errors
/// It is in a form that is not read.
pub fn small(name: &str, code: &str) -> Outcome<String> {
    let code = minifier::js::minify(code).map_err(|e| format!("{name}: {e}"))?;
    Ok(format!("{}\n", small_styles(&code.to_string())))
}

/// The same with the style sheets in it small too: templates that begin with a line break.
fn small_styles(code: &str) -> String {
    let mut parts: Vec<String> = code.split('`').map(str::to_string).collect();
    for style in parts.iter_mut().skip(1).step_by(2) {
        if style.starts_with('\n') {
            *style = small_style(style);
        }
    }
    parts.join("`")
}

/// A style sheet without comments and white space.
pub fn small_style(style: &str) -> String {
    let mut kept = String::new();
    for part in style.split("/*") {
        // Before the first comment there is no end of one.
        kept.push_str(part.split_once("*/").map_or(part, |(_, after)| after));
    }
    let words: Vec<&str> = kept.split_whitespace().collect();
    let mut small = words.join(" ");
    for mark in ["{", "}", ";", ",", ">"] {
        small = small
            .replace(&format!(" {mark}"), mark)
            .replace(&format!("{mark} "), mark);
    }
    // What stands before a colon may be a selector: only behind it is a space nothing.
    small.replace(": ", ":").replace(";}", "}")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn load(name: &str) -> Outcome<String> {
        Ok(match name {
            "core.js" => "import { a } from \"./in/a.js\";\nexport const late = () => import(\"./in/late.js\");\nexport const far = () => import(\"./far.js\");\n",
            "in/a.js" => "export const a = 1; // a note\n",
            "in/late.js" => "import { a } from \"./a.js\";\nimport { b } from \"../b.js\";\nimport { c } from \"../c.js\";\nexport const d = a + b + c;\n",
            "b.js" => "export const b = 1;\n",
            "c.js" => "export const c = 2;\n",
            _ => return Err(format!("no {name}").into()),
        }
        .to_string())
    }

    fn files() -> BTreeMap<String, String> {
        let entries = ["in/a.js".to_string(), "c.js".to_string()];
        family("core.js", &entries, &["far.js"], &load)
            .unwrap_or_else(|e| BTreeMap::from([(e.to_string(), String::new())]))
    }

    #[test]
    fn the_core_holds_what_it_imports_and_late_parts_what_it_has_not() {
        let files = files();
        assert_eq!(
            files.keys().collect::<Vec<_>>(),
            ["c.js", "core.js", "in/a.js", "in/late.js"]
        );
        let core = &files["core.js"];
        assert!(
            core.contains("\"in/a.js\":") && !core.contains("\"b.js\":"),
            "{core}"
        );
        assert!(
            core.contains("import(\"./in/late.js\")") && core.contains("import(\"./far.js\")"),
            "{core}"
        );
        let late = &files["in/late.js"];
        assert!(
            late.contains("from\"./../core.js\"") && late.contains("import\"./../c.js\""),
            "{late}"
        );
        assert!(
            late.contains("\"b.js\":")
                && !late.contains("\"c.js\":")
                && !late.contains("\"in/a.js\":"),
            "{late}"
        );
        assert!(!files["in/a.js"].contains("note"));
    }

    #[test]
    fn a_core_is_one_scope_in_which_each_name_is_there_once() {
        let core = |other: &'static str| {
            move |name: &str| -> Outcome<String> {
                Ok(match name {
                    "core.js" => "import { a } from \"./a.js\";\nexport const b = a;\n",
                    _ => other,
                }
                .to_string())
            }
        };
        let files = family("core.js", &[], &[], &core("export const a = 1;\n"));
        let files = files.unwrap_or_default();
        assert!(
            files["core.js"].starts_with("const a=1;const b=a;export const $modules={\"core.js\":"),
            "{files:?}"
        );
        assert!(
            files["core.js"].trim_end().ends_with("export{b};"),
            "{files:?}"
        );
        let twice = family(
            "core.js",
            &[],
            &[],
            &core("export const a = 1;\nconst b = 2;\n"),
        );
        assert!(twice.is_err_and(|e| e.to_string().contains("a.js declare the same: const b")));
        let inside = core("const b2 = 1;\nexport { b2 as a };\n");
        assert!(family("core.js", &[], &[], &inside).is_err());
    }

    #[test]
    fn style_sheets_are_put_on_one_line() {
        let code =
            "const a=`\n.b {\n  color: red;\n  margin: 0\n    1px;\n}\n`;const c=`x\n y: z`;";
        assert_eq!(
            small_styles(code),
            "const a=`.b{color:red;margin:0 1px}`;const c=`x\n y: z`;"
        );
        assert_eq!(
            small_style("/* one */\n.a > .b :is(p) { margin: 0 } /* two */ .c { top: 0; }\n"),
            ".a>.b :is(p){margin:0}.c{top:0}"
        );
    }

    #[test]
    fn one_file_has_all_of_it() {
        let load = |name: &str| {
            if name == "far.js" {
                Ok(String::new())
            } else {
                load(name)
            }
        };
        let code = whole("core.js", &load).unwrap_or_default();
        assert!(
            code.contains("\"b.js\":") && code.contains("$import(\"in/late.js\")"),
            "{code}"
        );
        assert!(!code.contains("=>import("), "{code}");
    }
}
