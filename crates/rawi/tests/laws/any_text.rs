//! The laws on texts that nobody would write.

use proptest::prelude::*;
use rawi::{Metadata, Report};

use crate::law;

fn check_laws(text: &str) -> Result<(), TestCaseError> {
    law::check(&Report::new(text, Metadata::default()))
        .map(drop)
        .map_err(TestCaseError::fail)
}

/// Words and marks that rules look for, in any order.
fn soup() -> impl Strategy<Value = String> {
    const PIECES: &[&str] = &[
        "قال",
        "وأضاف",
        "إن",
        "أن",
        "بحسب",
        "وفقا",
        "لـ",
        "\"",
        "«",
        "»",
        ":",
        "،",
        ".",
        "\n",
        "مشيرا",
        "إلى",
        "نقلت",
        "عن",
        "قوله",
        "الوزير",
        "مصدر",
        "محمد",
        "بن",
        "عبد",
        "الله",
        "التي",
        "وصفها",
        "بـ",
        "على حد قوله",
        "(",
        ")",
        "-",
        "كان",
        "قد",
        "لم",
        "يذكر",
        "كما",
        "ما",
        "دعوته",
        "للصحفيين",
        "علي",
        "على",
        "اليوم",
        "في بيان",
        "و",
        "ب",
        "١٢",
        "CNN",
        "\u{200F}",
        "رفض",
        "العرض",
        "واشنطن",
        "د.",
        "ـ",
        "َ",
    ];
    prop::collection::vec((prop::sample::select(PIECES), prop::bool::ANY), 0..60).prop_map(
        |words| {
            let mut text = String::new();
            for (word, space) in words {
                text.push_str(word);
                if space {
                    text.push(' ');
                }
            }
            text
        },
    )
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 3000, ..ProptestConfig::default() })]

    #[test]
    fn laws_hold_on_a_soup_of_words(text in soup()) {
        check_laws(&text)?;
    }

    #[test]
    fn laws_hold_on_any_text(text in "(\\PC|[\\p{Arabic}]|[ \n\"«»:،.]){0,80}") {
        check_laws(&text)?;
    }
}
