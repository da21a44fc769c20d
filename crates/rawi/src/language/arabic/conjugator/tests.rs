use super::*;

fn forms(
    lemma: &str,
    root: &str,
    form: u8,
    vowels: Option<&str>,
    masdars: &[&str],
) -> Vec<Inflected> {
    let masdars: Vec<String> = masdars.iter().map(|m| (*m).to_owned()).collect();
    conjugate(&VerbSpec {
        lemma,
        root,
        form,
        vowels,
        masdars: &masdars,
    })
    .unwrap_or_else(|e| panic!("{e}"))
}

/// Perfect 3ms, 3fs, 3mp, 1p; imperfect 3ms, 3fs, 3mp; jussive 3ms; passive perfect and imperfect 3ms;
/// active participle m (acc), f; passive participle m; verbal noun. A dash skips a cell.
fn check(lemma: &str, root: &str, form: u8, vowels: Option<&str>, masdars: &[&str], row: &str) {
    use FormKind::{ActiveParticiple, Imperfect, Jussive, Masdar, PassiveParticiple, Perfect};
    use Gender::{Feminine as F, Masculine as M};
    use Number::{Plural, Singular};
    use Person::{First, Third};
    use Voice::{Active, Passive};
    let all = forms(lemma, root, form, vowels, masdars);
    let cells = [
        (Perfect, Third, M, Singular, Active, Case::None),
        (Perfect, Third, F, Singular, Active, Case::None),
        (Perfect, Third, M, Plural, Active, Case::None),
        (Perfect, First, M, Plural, Active, Case::None),
        (Imperfect, Third, M, Singular, Active, Case::None),
        (Imperfect, Third, F, Singular, Active, Case::None),
        (Imperfect, Third, M, Plural, Active, Case::None),
        (Jussive, Third, M, Singular, Active, Case::None),
        (Perfect, Third, M, Singular, Passive, Case::None),
        (Imperfect, Third, M, Singular, Passive, Case::None),
        (
            ActiveParticiple,
            Third,
            M,
            Singular,
            Active,
            Case::Accusative,
        ),
        (ActiveParticiple, Third, F, Singular, Active, Case::None),
        (PassiveParticiple, Third, M, Singular, Passive, Case::None),
        (Masdar, Third, M, Singular, Active, Case::None),
    ];
    for (expected, (kind, person, gender, number, voice, case)) in row.split_whitespace().zip(cells)
    {
        if expected == "-" {
            continue;
        }
        let found: Vec<_> = all
            .iter()
            .filter(|f| {
                let g = f.features;
                g.kind == kind
                    && g.person == person
                    && (g.gender == gender || kind == Masdar)
                    && g.number == number
                    && g.voice == voice
                    && g.case == case
                    && !f.before_suffix
            })
            .map(|f| f.surface.as_str())
            .collect();
        assert!(
            found.contains(&expected),
            "{lemma} {kind:?} {person:?} {gender:?} {number:?} {voice:?}: expected {expected}, found {found:?}"
        );
    }
}

#[test]
fn sound_verbs_in_every_form() {
    check(
        "كتب",
        "ك ت ب",
        1,
        Some("a-u"),
        &["كتابة"],
        "كتب كتبت كتبوا كتبنا يكتب تكتب يكتبون يكتب كتب يكتب كاتبا كاتبة مكتوب كتابة",
    );
    check(
        "صرّح",
        "ص ر ح",
        2,
        None,
        &[],
        "صرح صرحت صرحوا صرحنا يصرح تصرح يصرحون يصرح صرح يصرح مصرحا مصرحة مصرح تصريح",
    );
    check(
        "طالب",
        "ط ل ب",
        3,
        None,
        &[],
        "طالب طالبت طالبوا طالبنا يطالب تطالب يطالبون يطالب طولب يطالب مطالبا مطالبة مطالب مطالبة",
    );
    check(
        "أعلن",
        "ع ل ن",
        4,
        None,
        &[],
        "أعلن أعلنت أعلنوا أعلنا يعلن تعلن يعلنون يعلن أعلن يعلن معلنا معلنة معلن إعلان",
    );
    check(
        "تحدّث",
        "ح د ث",
        5,
        None,
        &[],
        "تحدث تحدثت تحدثوا تحدثنا يتحدث تتحدث يتحدثون يتحدث تحدث يتحدث متحدثا متحدثة متحدث تحدث",
    );
    check(
        "تناول",
        "ن و ل",
        6,
        None,
        &[],
        "تناول تناولت تناولوا تناولنا يتناول تتناول يتناولون يتناول تنوول يتناول متناولا متناولة متناول تناول",
    );
    check(
        "انسحب",
        "س ح ب",
        7,
        None,
        &[],
        "انسحب انسحبت انسحبوا انسحبنا ينسحب تنسحب ينسحبون ينسحب انسحب ينسحب منسحبا منسحبة منسحب انسحاب",
    );
    check(
        "اعترف",
        "ع ر ف",
        8,
        None,
        &[],
        "اعترف اعترفت اعترفوا اعترفنا يعترف تعترف يعترفون يعترف اعترف يعترف معترفا معترفة معترف اعتراف",
    );
    check(
        "استنكر",
        "ن ك ر",
        10,
        None,
        &[],
        "استنكر استنكرت استنكروا استنكرنا يستنكر تستنكر يستنكرون يستنكر استنكر يستنكر مستنكرا مستنكرة مستنكر استنكار",
    );
}

#[test]
fn hollow_verbs() {
    check(
        "قال",
        "ق و ل",
        1,
        Some("a-u"),
        &["قول"],
        "قال قالت قالوا قلنا يقول تقول يقولون يقل قيل يقال قائلا قائلة مقول قول",
    );
    check(
        "باع",
        "ب ي ع",
        1,
        Some("a-i"),
        &["بيع"],
        "باع باعت باعوا بعنا يبيع تبيع يبيعون يبع بيع يباع بائعا بائعة مبيع بيع",
    );
    check(
        "خاف",
        "خ و ف",
        1,
        Some("i-a"),
        &["خوف"],
        "خاف خافت خافوا خفنا يخاف تخاف يخافون يخف خيف يخاف خائفا خائفة - خوف",
    );
    check(
        "أشار",
        "ش و ر",
        4,
        None,
        &[],
        "أشار أشارت أشاروا أشرنا يشير تشير يشيرون يشر أشير يشار مشيرا مشيرة مشار إشارة",
    );
    check(
        "اختار",
        "خ ي ر",
        8,
        None,
        &[],
        "اختار اختارت اختاروا اخترنا يختار تختار يختارون يختر اختير يختار مختارا مختارة مختار اختيار",
    );
    check(
        "استقال",
        "ق ي ل",
        10,
        None,
        &[],
        "استقال استقالت استقالوا استقلنا يستقيل تستقيل يستقيلون يستقل استقيل يستقال مستقيلا مستقيلة مستقال استقالة",
    );
    check(
        "بيّن",
        "ب ي ن",
        2,
        None,
        &[],
        "بين بينت بينوا بينا يبين تبين يبينون يبين بين يبين مبينا مبينة مبين تبيين",
    );
}

#[test]
fn defective_verbs() {
    check(
        "دعا",
        "د ع و",
        1,
        Some("a-u"),
        &["دعوة"],
        "دعا دعت دعوا دعونا يدعو تدعو يدعون يدع دعي يدعى داعيا داعية مدعو دعوة",
    );
    check(
        "نفى",
        "ن ف ي",
        1,
        Some("a-i"),
        &["نفي"],
        "نفى نفت نفوا نفينا ينفي تنفي ينفون ينف نفي ينفى نافيا نافية منفي نفي",
    );
    check(
        "بقي",
        "ب ق ي",
        1,
        Some("i-a"),
        &["بقاء"],
        "بقي بقيت بقوا بقينا يبقى تبقى يبقون يبق بقي يبقى باقيا باقية - بقاء",
    );
    check(
        "نادى",
        "ن د ي",
        3,
        None,
        &[],
        "نادى نادت نادوا نادينا ينادي تنادي ينادون يناد نودي ينادى مناديا منادية منادى مناداة",
    );
    check(
        "ألقى",
        "ل ق ي",
        4,
        None,
        &[],
        "ألقى ألقت ألقوا ألقينا يلقي تلقي يلقون يلق ألقي يلقى ملقيا ملقية ملقى إلقاء",
    );
    check(
        "تمنّى",
        "م ن ي",
        5,
        None,
        &[],
        "تمنى تمنت تمنوا تمنينا يتمنى تتمنى يتمنون يتمن تمني يتمنى متمنيا متمنية متمنى تمني",
    );
    check(
        "ادّعى",
        "د ع و",
        8,
        None,
        &[],
        "ادعى ادعت ادعوا ادعينا يدعي تدعي يدعون يدع ادعي يدعى مدعيا مدعية مدعى ادعاء",
    );
    check(
        "استدعى",
        "د ع و",
        10,
        None,
        &[],
        "استدعى استدعت استدعوا استدعينا يستدعي تستدعي يستدعون يستدع استدعي يستدعى مستدعيا مستدعية مستدعى استدعاء",
    );
}

#[test]
fn doubled_and_assimilated_verbs() {
    check(
        "ردّ",
        "ر د د",
        1,
        Some("a-u"),
        &["رد"],
        "رد ردت ردوا رددنا يرد ترد يردون يردد رد يرد رادا رادة مردود رد",
    );
    check(
        "أصرّ",
        "ص ر ر",
        4,
        None,
        &[],
        "أصر أصرت أصروا أصررنا يصر تصر يصرون يصرر أصر يصر مصرا مصرة مصر إصرار",
    );
    check(
        "احتجّ",
        "ح ج ج",
        8,
        None,
        &[],
        "احتج احتجت احتجوا احتججنا يحتج تحتج يحتجون يحتجج احتج يحتج محتجا محتجة محتج احتجاج",
    );
    check(
        "هدّد",
        "ه د د",
        2,
        None,
        &[],
        "هدد هددت هددوا هددنا يهدد تهدد يهددون يهدد هدد يهدد مهددا مهددة مهدد تهديد",
    );
    check(
        "وعد",
        "و ع د",
        1,
        Some("a-i"),
        &["وعد"],
        "وعد وعدت وعدوا وعدنا يعد تعد يعدون يعد وعد يوعد واعدا واعدة موعود وعد",
    );
    check(
        "أوضح",
        "و ض ح",
        4,
        None,
        &[],
        "أوضح أوضحت أوضحوا أوضحنا يوضح توضح يوضحون يوضح أوضح يوضح موضحا موضحة موضح إيضاح",
    );
    check(
        "اتّهم",
        "و ه م",
        8,
        None,
        &[],
        "اتهم اتهمت اتهموا اتهمنا يتهم تتهم يتهمون يتهم اتهم يتهم متهما متهمة متهم اتهام",
    );
}

#[test]
fn hamzated_and_doubly_weak_verbs() {
    check(
        "أخذ",
        "أ خ ذ",
        1,
        Some("a-u"),
        &["أخذ"],
        "أخذ أخذت أخذوا أخذنا يأخذ تأخذ يأخذون يأخذ أخذ يؤخذ آخذا آخذة مأخوذ أخذ",
    );
    check(
        "سأل",
        "س أ ل",
        1,
        Some("a-a"),
        &["سؤال"],
        "سأل سألت سألوا سألنا يسأل تسأل يسألون يسأل سئل يسأل سائلا سائلة مسؤول سؤال",
    );
    check(
        "قرأ",
        "ق ر أ",
        1,
        Some("a-a"),
        &["قراءة"],
        "قرأ قرأت - قرأنا يقرأ تقرأ - يقرأ قرئ يقرأ قارئا قارئة مقروء قراءة",
    );
    check(
        "أكّد",
        "أ ك د",
        2,
        None,
        &[],
        "أكد أكدت أكدوا أكدنا يؤكد تؤكد يؤكدون يؤكد أكد يؤكد مؤكدا مؤكدة مؤكد تأكيد",
    );
    check(
        "هنّأ",
        "ه ن أ",
        2,
        None,
        &[],
        "هنأ هنأت - هنأنا يهنئ تهنئ يهنئون يهنئ هنئ يهنأ مهنئا مهنئة مهنأ تهنئة",
    );
    check(
        "آمن",
        "أ م ن",
        4,
        None,
        &[],
        "آمن آمنت آمنوا آمنا يؤمن تؤمن يؤمنون يؤمن أومن يؤمن مؤمنا مؤمنة مؤمن إيمان",
    );
    check(
        "رأى",
        "ر أ ي",
        1,
        Some("a-a"),
        &["رؤية"],
        "رأى رأت رأوا رأينا يرى ترى يرون ير رئي يرى رائيا رائية مرئي رؤية",
    );
    check(
        "جاء",
        "ج ي أ",
        1,
        Some("a-i"),
        &["مجيء"],
        "جاء جاءت - جئنا يجيء تجيء - - - - - - - مجيء",
    );
    check(
        "نوى",
        "ن و ي",
        1,
        Some("a-i"),
        &["نية"],
        "نوى نوت نووا نوينا ينوي تنوي ينوون ينو نوي ينوى ناويا ناوية منوي نية",
    );
    check(
        "تساءل",
        "س أ ل",
        6,
        None,
        &[],
        "تساءل تساءلت تساءلوا تساءلنا يتساءل تتساءل يتساءلون يتساءل - - متسائلا متسائلة - تساؤل",
    );
}

#[test]
fn quadriliteral_verbs() {
    check(
        "ترجم",
        "ت ر ج م",
        11,
        None,
        &[],
        "ترجم ترجمت ترجموا ترجمنا يترجم تترجم يترجمون يترجم ترجم يترجم مترجما مترجمة مترجم ترجمة",
    );
    check(
        "تزعزع",
        "ز ع ز ع",
        12,
        None,
        &[],
        "تزعزع تزعزعت تزعزعوا تزعزعنا يتزعزع تتزعزع يتزعزعون يتزعزع تزعزع يتزعزع متزعزعا متزعزعة متزعزع تزعزع",
    );
}

#[test]
fn stems_before_a_suffix() {
    let has = |all: &[Inflected], surface: &str| {
        all.iter().any(|f| f.surface == surface && f.before_suffix)
    };
    assert!(has(
        &forms("دعا", "د ع و", 1, Some("a-u"), &["دعوة"]),
        "دعوت"
    ));
    assert!(has(&forms("نفى", "ن ف ي", 1, Some("a-i"), &["نفي"]), "نفا"));
    assert!(has(
        &forms("وصف", "و ص ف", 1, Some("a-i"), &["وصف"]),
        "وصفو"
    ));
    assert!(has(&forms("ألقى", "ل ق ي", 4, None, &[]), "إلقائ"));
}

#[test]
fn faults_are_named() {
    let error = |root, form, vowels, masdars: &[String]| {
        conjugate(&VerbSpec {
            lemma: "x",
            root,
            form,
            vowels,
            masdars,
        })
        .unwrap_err()
        .to_string()
    };
    assert!(error("ق ل", 2, None, &[]).contains("2 radicals, form 2 needs 3"));
    assert!(error("ق و ل", 14, None, &[]).contains("no form 14"));
    assert!(error("ق و ل", 1, None, &["قول".into()]).contains("needs `vowels`"));
    assert!(error("ق و ل", 1, Some("a-u"), &[]).contains("needs its `masdar`"));
}

#[test]
fn no_root_makes_it_panic() {
    let letters = ['ء', 'و', 'ي', 'ب', 'ت', 'د', 'ص'];
    let masdars = vec!["قول".to_owned()];
    for a in letters {
        for b in letters {
            for c in letters {
                for form in 0..=14 {
                    for vowels in ["a-u", "a-i", "a-a", "i-a", "i-i", "u-u", ""] {
                        let three = format!("{a} {b} {c}");
                        let four = format!("{a} {b} {c} {a}");
                        let root = if form > 10 { &four } else { &three };
                        let _ = conjugate(&VerbSpec {
                            lemma: "x",
                            root,
                            form,
                            vowels: Some(vowels),
                            masdars: &masdars,
                        });
                    }
                }
            }
        }
    }
}
