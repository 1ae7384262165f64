//! The browsers and their drivers: found, or brought in on a machine where that is possible.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use crate::shell::{Outcome, cargo, run, target};

/// The programs that tests in browsers need, and where they are.
pub struct Browsers {
    /// Drives Chromium.
    pub chromedriver: PathBuf,
    /// Drives Firefox.
    pub geckodriver: PathBuf,
    /// Chromium itself.
    pub chromium: PathBuf,
    /// Firefox itself.
    pub firefox: PathBuf,
}

/// A program under the names that it goes by, and the Debian package that has it.
struct Program {
    names: &'static [&'static str],
    package: &'static str,
}

const CHROMIUM: Program = Program {
    names: &["chromium", "chromium-browser", "google-chrome"],
    package: "chromium",
};
const CHROMEDRIVER: Program = Program {
    names: &["chromedriver"],
    package: "chromium-driver",
};
const FIREFOX: Program = Program {
    names: &["firefox-esr", "firefox"],
    package: "firefox-esr",
};

impl Browsers {
    /// Finds them, and installs what is missing as root on Debian.
    ///
    /// # Errors
    /// Something is missing and cannot be installed; the error says what, in one line.
    pub fn ready() -> Outcome<Self> {
        let wanted = [CHROMIUM, CHROMEDRIVER, FIREFOX];
        let missing: Vec<&str> = wanted
            .iter()
            .filter(|it| it.find().is_none())
            .map(|it| it.package)
            .collect();
        install(&missing)?;
        Ok(Self {
            chromium: CHROMIUM.get()?,
            chromedriver: CHROMEDRIVER.get()?,
            firefox: FIREFOX.get()?,
            geckodriver: from_crate("geckodriver")?,
        })
    }
}

impl Program {
    fn find(&self) -> Option<PathBuf> {
        self.names.iter().find_map(|name| on_path(name))
    }

    fn get(&self) -> Outcome<PathBuf> {
        self.find()
            .ok_or_else(|| format!("{} is still missing", self.package).into())
    }
}

/// Installs Debian packages; on other systems, or without the right to, says which are missing.
///
/// # Errors
/// They could not be installed.
pub fn install(packages: &[&str]) -> Outcome {
    if packages.is_empty() {
        return Ok(());
    }
    let debian = Path::new("/etc/debian_version").exists() && on_path("apt-get").is_some();
    if !(debian && is_root()) {
        return Err(format!(
            "missing: {} (as root on Debian, this command installs them)",
            packages.join(", ")
        )
        .into());
    }
    eprintln!("installing {} …", packages.join(", "));
    let apt = || {
        let mut command = Command::new("apt-get");
        command
            .env("DEBIAN_FRONTEND", "noninteractive")
            .stdout(Stdio::null());
        command
    };
    run(apt().args(["update", "-q"]))?;
    run(apt()
        .args(["install", "-yq", "--no-install-recommends"])
        .args(packages))
}

/// A program that Debian has no package of: found, or built once from the crate of its name, without optimisation, which takes
/// minutes less.
///
/// # Errors
/// It is not there and cannot be built.
pub fn from_crate(name: &str) -> Outcome<PathBuf> {
    if let Some(found) = on_path(name) {
        return Ok(found);
    }
    let tools = target().join("tools");
    let built = tools.join("bin").join(name);
    if !built.exists() {
        eprintln!("building {name}, once …");
        run(cargo()
            .args(["install", "--quiet", "--debug", "--locked", name])
            .arg("--root")
            .arg(&tools))?;
    }
    Ok(built)
}

/// The program with this name on the search path.
pub fn on_path(name: &str) -> Option<PathBuf> {
    let path = std::env::var_os("PATH")?;
    std::env::split_paths(&path)
        .map(|folder| folder.join(name))
        .find(|file| file.is_file())
}

fn is_root() -> bool {
    let id = Command::new("id").arg("-u").output();
    id.is_ok_and(|output| output.stdout.trim_ascii() == b"0")
}
