//! What README shows is what the program prints, to the last character: each block of output stands below the
//! command that made it. `RAWI_UPDATE=1 cargo test -p rawi-cli --test readme` writes it anew; read the change.

use std::fs;
use std::path::Path;
use std::process::Command;

/// A command in README that is run here, as a line `$ rawi …` of its own.
const PROMPT: &str = "    $ rawi ";

#[test]
fn readme_shows_what_the_program_prints() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let path = root.join("README.md");
    let readme = fs::read_to_string(&path).unwrap();
    let mut shown = String::new();
    let mut commands = 0;
    let mut lines = readme.lines().peekable();
    while let Some(line) = lines.next() {
        shown += line;
        shown += "\n";
        let Some(arguments) = line.strip_prefix(PROMPT) else {
            continue;
        };
        commands += 1;
        // What it printed when README was written: every indented line below, up to the next blank one.
        while lines.next_if(|next| next.starts_with("    ")).is_some() {}
        let run = Command::new(env!("CARGO_BIN_EXE_rawi"))
            .current_dir(&root)
            .args(arguments.split_ascii_whitespace())
            .env_remove("CLICOLOR_FORCE")
            .output()
            .unwrap();
        assert!(run.status.success(), "{line}: {run:?}");
        let printed = String::from_utf8(run.stdout).unwrap();
        assert!(!printed.trim().is_empty(), "{line} prints nothing");
        for line in printed.lines() {
            shown += &format!("    {line}\n");
        }
    }
    assert!(commands >= 1, "README shows no command");
    let shown = with_floors(&shown, &fs::read_to_string(root.join(".ci/run")).unwrap());
    if std::env::var_os("RAWI_UPDATE").is_some() {
        fs::write(&path, shown).unwrap();
    } else {
        assert!(
            shown == readme,
            "README does not show what the program prints; it prints:\n{shown}"
        );
    }
}

/// Every `NAME ≥ FIGURE` as `.ci/run` holds the program to it on the gold annotations.
fn with_floors(readme: &str, ci: &str) -> String {
    let (_, ci) = ci
        .split_once("\ngold=")
        .expect("the gold annotations have their part of .ci/run");
    let mut pieces = readme.split(" ≥ ");
    let mut out = pieces.next().unwrap_or_default().to_owned();
    for piece in pieces {
        let name = out.split([' ', '(']).next_back().unwrap_or_default();
        let (_, after) = ci
            .split_once(&format!("--floor {name}="))
            .unwrap_or_else(|| panic!(".ci/run has no floor of `{name}`"));
        let is_figure = |c: char| c.is_ascii_digit() || c == '.';
        let figure = after.split(|c| !is_figure(c)).next().unwrap_or_default();
        out += &format!(" ≥ {figure}{}", piece.trim_start_matches(is_figure));
    }
    out
}

/// The set-up commands of README: one runs the main job, one passes all tests, and `.ci/run` runs the second.
#[test]
fn readme_has_two_commands_for_a_fresh_machine() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let readme = fs::read_to_string(root.join("README.md")).unwrap();
    let commands: Vec<&str> = readme
        .lines()
        .filter_map(|line| line.strip_prefix("    "))
        .filter(|line| line.starts_with("cargo "))
        .collect();
    let [read, test] = commands[..] else {
        panic!("README has other commands: {commands:?}");
    };
    let sample = read.split(' ').next_back().unwrap_or_default();
    assert!(read.starts_with("cargo run --release -- read samples/"));
    assert!(root.join(sample).is_file(), "{sample}");
    let ci = fs::read_to_string(root.join(".ci/run")).unwrap();
    assert!(ci.contains(test), ".ci/run does not run `{test}`");
}
