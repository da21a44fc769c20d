//! The laws on real prose: the samples, whole and cut anywhere.

use std::fs;
use std::path::Path;

use rawi::{Metadata, Report};

use crate::law;

#[test]
fn laws_hold_on_the_samples() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../samples");
    let mut texts = 0;
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.extension().is_none_or(|ending| ending != "txt") {
            continue;
        }
        texts += 1;
        let text = fs::read_to_string(&path).unwrap();
        // Cut anywhere, a report is still a text.
        for (from, _) in text.char_indices().step_by(37) {
            let report = Report::new(&text[from..], Metadata::default());
            law::check(&report)
                .unwrap_or_else(|broken| panic!("{} from {from}: {broken}", path.display()));
        }
    }
    assert!(texts >= 15, "{texts} samples");
}
