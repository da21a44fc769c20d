//! Takes: a folder. Gives: [`Walk`], the files of reports in it and below it, ordered by name within
//! each folder. Relies on: endings, not on what the files hold.

use std::fs;
use std::path::{Path, PathBuf};

use crate::error::IntakeError;
use crate::has_ending;

/// The files of reports of a folder, depth first, one folder's listing in memory at a time per level.
pub(crate) struct Walk {
    root: PathBuf,
    /// What is still to be visited, the next one last.
    pending: Vec<Visit>,
    /// Real paths of the folders that we are inside of: a link back to one of them is not followed.
    inside: Vec<PathBuf>,
    found: bool,
    failed: bool,
    done: bool,
}

enum Visit {
    Entry(PathBuf),
    Leave,
}

impl Walk {
    pub(crate) fn new(root: PathBuf) -> Self {
        let pending = vec![Visit::Entry(root.clone())];
        Self {
            root,
            pending,
            inside: Vec::new(),
            found: false,
            failed: false,
            done: false,
        }
    }

    fn enter(&mut self, folder: &Path) -> std::io::Result<()> {
        let real = folder.canonicalize()?;
        if self.inside.contains(&real) {
            return Ok(());
        }
        let mut entries = fs::read_dir(folder)?
            .filter_map(|entry| {
                entry
                    .map(|entry| (!hidden(&entry)).then(|| entry.path()))
                    .transpose()
            })
            .collect::<Result<Vec<_>, _>>()?;
        entries.sort_unstable();
        self.inside.push(real);
        self.pending.push(Visit::Leave);
        self.pending
            .extend(entries.into_iter().rev().map(Visit::Entry));
        Ok(())
    }
}

impl Iterator for Walk {
    type Item = Result<PathBuf, IntakeError>;

    fn next(&mut self) -> Option<Self::Item> {
        while let Some(visit) = self.pending.pop() {
            let Visit::Entry(path) = visit else {
                self.inside.pop();
                continue;
            };
            if path.is_dir() {
                if let Err(error) = self.enter(&path) {
                    self.failed = true;
                    return Some(Err(IntakeError::io(&path.display().to_string(), error)));
                }
            } else if has_ending(&path, "txt") || has_ending(&path, "jsonl") {
                self.found = true;
                return Some(Ok(path));
            }
        }
        let nothing = !self.found && !self.failed && !self.done;
        self.done = true;
        nothing.then(|| {
            Err(IntakeError::NoReports {
                input: self.root.display().to_string(),
            })
        })
    }
}

fn hidden(entry: &fs::DirEntry) -> bool {
    entry.file_name().as_encoded_bytes().starts_with(b".")
}
