use std::sync::LazyLock;

use proptest::prelude::*;

use super::{Segmenter, letters};

const STEMS: &str = include_str!("../../../../../../lexicon/ar/words/stems.txt");
const PARTICLES: &str = include_str!("../../../../../../lexicon/ar/words/particles.txt");

static SEGMENTER: LazyLock<Segmenter> =
    LazyLock::new(|| Segmenter::load(STEMS, PARTICLES).unwrap_or_else(|error| panic!("{error}")));

/// Each case is the word with `+` where it is to be cut; `previous` stands before it.
fn check(previous: Option<&str>, cases: &str) {
    let found: Vec<_> = cases
        .split_whitespace()
        .map(|case| SEGMENTER.pieces(&case.replace('+', ""), previous).join("+"))
        .collect();
    assert_eq!(found.join(" "), cases);
}

/// A word before, of which nothing follows for the next.
const ANY: Option<&str> = Some("أمس");

#[test]
fn conjunctions() {
    check(
        ANY,
        "و+قال ف+قال و+أكدت و+الرئيس و+في و+لم و+لا ف+إن ف+قد و+هو و+التي و+بريطانيا",
    );
    check(
        ANY,
        "وزير وزارة وكالة وفد وصول وصل وقع والد وسط وجود واشنطن فريق فرنسا فلسطين فيصل فيما فقط",
    );
    check(None, "و+وصل و+وزير و+وفد و+فرنسا و+نقلت و+كشفت");
}

#[test]
fn prepositions() {
    check(
        ANY,
        "ب+الرئيس ب+شكل ب+سبب ب+أن ل+بحث ل+وزير ل+أوباما ك+رئيس ك+الرجال ل+لحكومة ل+لسلطة ل+لقاء ل+لجنة و+ل+لحكومة",
    );
    check(
        ANY,
        "بيان بلد بعد بين بداية بغداد بوتين بشار لجنة لبنان لقاء لندن لكن كبير كان كلمة كتاب كيري",
    );
}

#[test]
fn the_future() {
    check(ANY, "س+يكون س+تكون س+يتم س+تستمر و+س+يعمل ف+س+يكون");
    check(ANY, "سيارة سياسة سيد سنة ستة سيطرة سنوات ستين سيناء");
}

#[test]
fn pronouns() {
    check(
        ANY,
        "حكومت+ه مدينت+ها حيات+هم أعضائ+ه أعضاؤ+ها قالت+ه قتلو+ه مواطني+ها مستوا+ه شعب+نا بلاد+نا يمكن+ك اعتبر+ه",
    );
    check(
        ANY,
        "وجه مياه اتجاه منتزه الاتجاه المياه ملك بنك اشتراك حكم محاكم البنك الحاكم تفاهم لبنان قانون كارولينا كورونا",
    );
    check(ANY, "وجهاً حكماً قتلنا");
}

#[test]
fn clitics_on_both_sides() {
    check(
        ANY,
        "و+حيات+نا و+ب+تاريخ+ها ل+بلاد+ه ب+اعتبار+ه و+غير+ها ب+أن+ه و+لكن+هم و+ل+ه س+يعلن+ه",
    );
}

#[test]
fn particles() {
    check(
        ANY,
        "في+ه علي+هم إلي+نا لدي+ها من+هم عن+ها ب+ه ل+هم أن+ه ل+أن+ها لكن+ه ب+هذا ل+ذلك ب+ما و+من+ها",
    );
    check(
        ANY,
        "هذا هذه ذلك كذلك مما عما كما بينما عندما هم نحن على إلى لقد كأن ماذا",
    );
}

#[test]
fn the_accusative_is_no_pronoun_and_follows_no_preposition() {
    check(ANY, "كمينا إعلانا إنسانا لقبًا بلدًا فردًا وحيدا وزيرا بيانا");
}

#[test]
fn marks_stay_with_the_letter_before_them() {
    check(ANY, "وَ+قَالَ لِ+لْحُكُومَةِ بِـ+الرئيس حكومتـ+ه بِ+شَارِعٍ");
    check(ANY, "مدينةٌ كتابٌ بعدَ");
}

#[test]
fn numbers_and_foreign_words() {
    check(
        ANY,
        "و+20 ب+34 و+ب+٢٠ لـ+CNN و+1,4 2024 CNN الـ84 F16 و ل ب+5%",
    );
}

#[test]
fn what_goes_before() {
    check(Some("في"), "وفد بيان وسط بلد");
    check(Some("لم"), "وفد يكن");
}

#[test]
fn faults_of_the_tables_are_told() {
    let fault = |stems, particles| Segmenter::load(stems, particles).unwrap_err().to_string();
    assert_eq!(
        fault("# note\nبلد\t12", ""),
        "stems, line 2: `بلد\t12` is not a stem, a tab and seven levels from 0 to z"
    );
    assert_eq!(
        fault("بلد\t0000000\nبلد\t0000000", ""),
        "stems, line 2: `بلد\t0000000` stands here twice"
    );
    assert_eq!(
        fault("", "في\nabc"),
        "particles, line 2: `abc` is no Arabic word"
    );
    assert_eq!(
        fault("", "ب+ما بما"),
        "particles, line 1: `بما` is written in another way further up"
    );
    assert_eq!(
        fault("", "و+ب+ما+هذا"),
        "particles, line 1: `و+ب+ما+هذا` has more than one proclitic"
    );
}

#[test]
fn the_table_of_stems_is_sorted() {
    let stems: Vec<_> = STEMS
        .lines()
        .filter(|line| !line.starts_with('#'))
        .collect();
    assert!(stems.len() > 10_000);
    assert!(stems.is_sorted());
}

proptest! {
    #[test]
    fn pieces_are_the_word(
        word in "[وفبلكسالنيتهمأإآىةؤئءپگ\u{64B}\u{64E}\u{651}\u{640}\u{200F}0-9a٣ ]{0,30}|\\PC{0,30}",
        previous in proptest::option::of("[فيمنلعى]{0,3}"),
    ) {
        let pieces = SEGMENTER.pieces(&word, previous.as_deref());
        prop_assert_eq!(pieces.concat(), word.as_str());
        prop_assert!(pieces.len() <= 4);
        if pieces.len() > 1 {
            for piece in pieces {
                prop_assert!(piece.chars().any(|c| letters::sign(c) != letters::Sign::Mark));
            }
        }
    }

    #[test]
    fn marks_and_tatweel_change_no_cut(
        word in "[وفبلكس]{0,2}(ال)?[بتجحدرسشعقلمنويهاة]{2,6}(ه|ها|هم|نا)?",
        mark in "[\u{64E}\u{64F}\u{650}\u{651}\u{652}\u{640}]{0,3}",
    ) {
        let marked: String = word.chars().flat_map(|c| std::iter::once(c).chain(mark.chars())).collect();
        let plain = |pieces: Vec<&str>| -> Vec<String> {
            pieces.iter().map(|p| p.chars().filter(|c| matches!(letters::sign(*c), letters::Sign::Letter(_))).collect()).collect()
        };
        prop_assert_eq!(plain(SEGMENTER.pieces(&marked, None)), plain(SEGMENTER.pieces(&word, None)));
    }
}
