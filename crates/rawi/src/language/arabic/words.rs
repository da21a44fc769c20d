//! Takes: tokens and the lexicon. Gives: a [`Word`] for every token: its clitics, its classes, the
//! ways it is a cue; and the fixed runs of words, [`Hit`]s. Relies on: folded letters on both sides.

use smallvec::SmallVec;

use super::clitics::Clitics;
use super::conjugator::{Features, FormKind};
use super::number::Numeral;
use super::time::TimeWord;
use crate::lexicon::{Classes, CueForm, HeadInfo, Lexicon, Meaning, Phrase, WordInfo};
use crate::record::Access;
use crate::text::fold;
use crate::text::token::{Kind, Tokens};

/// The clitics before a stem.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct Prefix {
    /// و or ف.
    pub(crate) conjunction: Option<char>,
    /// ب, ل or ك.
    pub(crate) preposition: Option<char>,
    /// س of the future.
    pub(crate) future: bool,
    /// ال, also where ل has swallowed its alif.
    pub(crate) definite: bool,
    /// Folded letters of all of them.
    pub(crate) letters: u8,
    /// Folded letters before the preposition or the stem.
    pub(crate) conjunction_letters: u8,
}

impl Prefix {
    /// A single letter before a name: و, ف, ل, ب, or none.
    pub(crate) fn of_letter(letter: Option<char>) -> Self {
        let conjunction = letter.filter(|c| matches!(c, 'و' | 'ف'));
        Self {
            conjunction,
            preposition: letter.filter(|c| !matches!(c, 'و' | 'ف')),
            letters: u8::from(letter.is_some()),
            conjunction_letters: u8::from(conjunction.is_some()),
            ..Self::default()
        }
    }
}

/// One way a token is a cue.
#[derive(Debug, Clone, Copy)]
pub(crate) struct CueReading {
    pub(crate) form: CueForm,
    pub(crate) prefix: Prefix,
    /// Folded letters of the pronoun that ends it: object of a verb, owner of a noun.
    pub(crate) suffix: Option<Suffix>,
}

impl CueReading {
    pub(crate) fn features(&self) -> Features {
        self.form.features
    }

    pub(crate) fn kind(&self) -> FormKind {
        self.form.features.kind
    }

    pub(crate) fn is_finite(&self) -> bool {
        matches!(
            self.kind(),
            FormKind::Perfect | FormKind::Imperfect | FormKind::Subjunctive | FormKind::Jussive
        )
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Suffix(pub(crate) &'static str);

/// What the reader knows of one token.
#[derive(Debug, Clone, Default)]
pub(crate) struct Word {
    pub(crate) classes: Classes,
    /// Clitics of the analysis that the classes come from, or the likeliest ones.
    pub(crate) prefix: Prefix,
    pub(crate) cues: SmallVec<[CueReading; 1]>,
    /// The ways it tells an event.
    pub(crate) events: SmallVec<[CueReading; 1]>,
    pub(crate) head: Option<HeadInfo>,
    pub(crate) access: Option<Access>,
    /// What it says of a number, and the clitics before it.
    pub(crate) numeral: Option<(Numeral, Prefix)>,
    /// What it says of time, and the clitics before it.
    pub(crate) time: Option<(TimeWord, Prefix)>,
    /// A pronoun ends it, as far as it is not known as a cue.
    pub(crate) enclitic: bool,
}

/// A fixed run of words at a place in the text.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Hit {
    pub(crate) start: usize,
    pub(crate) end: usize,
    pub(crate) prefix: Prefix,
    pub(crate) meaning: Meaning,
}

const SUFFIXES: [&str; 11] = [
    "ه", "ها", "هم", "هما", "هن", "نا", "ني", "ي", "ك", "كم", "كما",
];

/// The prefixes that `folded` may begin with, none first.
fn prefixes(folded: &str) -> SmallVec<[Prefix; 8]> {
    let mut found = SmallVec::new();
    let mut push = |prefix: Prefix| found.push(prefix);
    let chars: SmallVec<[char; 5]> = folded.chars().take(5).collect();
    let at = |i: usize| chars.get(i).copied().unwrap_or(' ');
    for conjunction in [None, Some('و'), Some('ف')] {
        let c = match conjunction {
            None => 0,
            Some(c) if at(0) == c => 1,
            _ => continue,
        };
        let base = Prefix {
            conjunction,
            letters: c as u8,
            conjunction_letters: c as u8,
            ..Prefix::default()
        };
        push(base);
        if at(c) == 'ا' && at(c + 1) == 'ل' {
            push(Prefix {
                definite: true,
                letters: c as u8 + 2,
                ..base
            });
        }
        if at(c) == 'س' {
            push(Prefix {
                future: true,
                letters: c as u8 + 1,
                ..base
            });
        }
        if let p @ ('ب' | 'ل' | 'ك') = at(c) {
            push(Prefix {
                preposition: Some(p),
                letters: c as u8 + 1,
                ..base
            });
            if at(c + 1) == 'ا' && at(c + 2) == 'ل' {
                push(Prefix {
                    preposition: Some(p),
                    definite: true,
                    letters: c as u8 + 3,
                    ..base
                });
            }
            if p == 'ل' && at(c + 1) == 'ل' {
                push(Prefix {
                    preposition: Some(p),
                    definite: true,
                    letters: c as u8 + 2,
                    ..base
                });
            }
        }
    }
    found
}

/// The ways a folded word may be clitics, a core and a pronoun; none of them need be one.
pub(crate) fn cores(folded: &str) -> impl Iterator<Item = (Prefix, &str, bool)> {
    prefixes(folded).into_iter().flat_map(move |prefix| {
        let core = skip_letters(folded, prefix.letters);
        let suffixed = SUFFIXES
            .iter()
            .filter_map(move |s| core.strip_suffix(s))
            .filter(|stem| stem.chars().count() >= 2)
            .map(move |stem| (prefix, stem, true));
        std::iter::once((prefix, core, false)).chain(suffixed)
    })
}

fn skip_letters(folded: &str, letters: u8) -> &str {
    let bytes = folded
        .char_indices()
        .nth(usize::from(letters))
        .map_or(folded.len(), |(at, _)| at);
    &folded[bytes..]
}

/// May a stem of these classes follow these clitics?
fn classes_after(info: &WordInfo, prefix: Prefix) -> Classes {
    const FUNCTION: Classes = Classes::COMPLEMENTISER
        .or(Classes::PREPOSITION)
        .or(Classes::CONJUNCTION)
        .or(Classes::RELATIVE)
        .or(Classes::NEGATION)
        .or(Classes::AUXILIARY)
        .or(Classes::CONNECTOR)
        .or(Classes::PRONOUN)
        .or(Classes::BEFORE_VERB)
        .or(Classes::PREPOSITION_SUFFIXED)
        .or(Classes::DEMONSTRATIVE)
        .or(Classes::PARTICLE)
        .or(Classes::VERB);
    if prefix.future {
        return Classes::NONE;
    }
    let mut classes = info.classes;
    if prefix.definite || prefix.preposition.is_some() {
        classes = classes.without(FUNCTION).without(Classes::OPENER);
    }
    if prefix.definite {
        classes = classes.without(Classes::GIVEN_NAME);
    }
    classes
}

fn cue_after(form: &CueForm, prefix: Prefix, suffix: Option<Suffix>) -> bool {
    if form.before_suffix && suffix.is_none() {
        return false;
    }
    match form.features.kind {
        FormKind::Perfect => !prefix.definite && prefix.preposition.is_none() && !prefix.future,
        FormKind::Imperfect => !prefix.definite && prefix.preposition.is_none(),
        FormKind::Subjunctive | FormKind::Jussive => {
            !prefix.definite && !prefix.future && matches!(prefix.preposition, None | Some('ل'))
        }
        FormKind::ActiveParticiple | FormKind::PassiveParticiple => {
            !prefix.future && suffix.is_none() && prefix.preposition.is_none()
        }
        FormKind::Masdar => !(prefix.future || prefix.definite && suffix.is_some()),
    }
}

/// Those of a core's forms that these clitics leave.
fn readings(
    forms: &[CueForm],
    prefix: Prefix,
    suffix: Option<Suffix>,
    after_negation: bool,
) -> SmallVec<[CueReading; 2]> {
    forms
        .iter()
        .filter(|f| {
            cue_after(f, prefix, suffix)
                && (after_negation
                    || f.features.kind != FormKind::Jussive
                    || prefix.preposition.is_some())
        })
        .map(|&form| CueReading {
            form,
            prefix,
            suffix,
        })
        .collect()
}

/// What every token is, in order.
pub(crate) fn analyse(tokens: &Tokens<'_>, clitics: &[Clitics], lexicon: &Lexicon) -> Vec<Word> {
    (0..tokens.len())
        .map(|at| match tokens.kind(at) {
            Kind::Word => word(tokens, at, &clitics[at], lexicon),
            _ => Word::default(),
        })
        .collect()
}

fn word(tokens: &Tokens<'_>, at: usize, clitics: &Clitics, lexicon: &Lexicon) -> Word {
    let folded = tokens.folded(at);
    let raw = tokens.raw(at);
    let mut word = Word {
        prefix: likely_prefix(folded),
        ..Word::default()
    };
    let after_negation = at > 0 && matches!(tokens.folded(at - 1), "لم" | "ولم" | "فلم" | "لما");
    const JOINED: Classes = Classes::COMPLEMENTISER.or(Classes::PREPOSITION);
    let mut classed = false;
    // وأحد, with its hamza, is و and أحد, not واحد.
    let joined_hamza = raw
        .strip_prefix('و')
        .is_some_and(|rest| rest.starts_with(['أ', 'إ', 'آ']));
    // A word written with ة or ى carries no pronoun.
    let may_carry_pronoun = folded.ends_with(['ه', 'ا', 'م', 'ن', 'ي', 'ك'])
        && !raw.trim_end_matches(fold::is_dropped).ends_with(['ة', 'ى']);
    for prefix in prefixes(folded) {
        let core = skip_letters(folded, prefix.letters);
        if core.is_empty() || joined_hamza && prefix.conjunction.is_none() {
            continue;
        }
        if let Some(info) = lexicon.word(core) {
            if let Some(numeral) = info.numeral.filter(|_| !prefix.future) {
                word.numeral.get_or_insert((numeral, prefix));
            }
            if let Some(time) = info.time.filter(|_| !prefix.future) {
                word.time.get_or_insert((time, prefix));
            }
            let classes = classes_after(info, prefix);
            let open = classes.is_open();
            // وأن is و and أن, whatever rare noun has its letters.
            let joined = prefix.letters == prefix.conjunction_letters && classes.any(JOINED);
            let classed_openly = classed && word.classes.is_open();
            if (!classed || classed_openly && joined)
                && !classes.is_none()
                && (!open
                    || prefix.letters == 0
                    || prefix.definite
                    || prefix.conjunction.is_some() && prefix.preposition.is_none())
            {
                // The analysis that strips least wins; a longer one would cut a whole word.
                classed = true;
                word.classes = classes;
                word.prefix = prefix;
                word.head = info.head;
                word.access = info.access;
            }
            let readings = |forms: &[CueForm]| readings(forms, prefix, None, after_negation);
            word.cues.extend(readings(&info.cues));
            word.events.extend(readings(&info.events));
        }
        if !may_carry_pronoun {
            continue;
        }
        for suffix in SUFFIXES {
            let Some(stem) = core.strip_suffix(suffix) else {
                continue;
            };
            if stem.chars().count() < 2 {
                continue;
            }
            if let Some(info) = lexicon.word(stem) {
                let suffix = Some(Suffix(suffix));
                let readings = |forms: &[CueForm]| readings(forms, prefix, suffix, after_negation);
                word.cues.extend(readings(&info.cues));
                word.events.extend(readings(&info.events));
            }
        }
    }
    // A word of a closed class is no verb: هناك is not هنّأ with a pronoun.
    const CLOSED: Classes = Classes::DEMONSTRATIVE
        .or(Classes::PRONOUN)
        .or(Classes::PREPOSITION_SUFFIXED)
        .or(Classes::RELATIVE)
        .or(Classes::COMPLEMENTISER)
        .or(Classes::NEGATION);
    if word.classes.any(CLOSED) {
        word.cues.clear();
        word.events.clear();
    }
    // لدى is not لديّ, nor إلى إليّ.
    if raw.ends_with('ى') {
        word.classes = word.classes.without(Classes::PREPOSITION_SUFFIXED);
    }
    // أعتقد, written with its hamza, is not اعتقد.
    let core = raw.trim_start_matches(['و', 'ف']);
    if core.starts_with(['أ', 'إ', 'آ']) {
        let spelt =
            |c: &CueReading| c.prefix.letters != c.prefix.conjunction_letters || c.form.hamza;
        word.cues.retain(|c| spelt(c));
        word.events.retain(|c| spelt(c));
    }
    if word.classes.is_open() {
        cut_unknown(tokens, at, clitics, lexicon, &mut word);
    }
    // Words of time and titles that the table lists with their article.
    let listed = word.classes.any(Classes::TIME.or(Classes::TITLE))
        && !word.classes.any(Classes::WEEKDAY.or(Classes::GIVEN_NAME));
    if listed
        && !word.prefix.definite
        && skip_letters(folded, word.prefix.letters).starts_with("ال")
    {
        word.prefix.definite = true;
        word.prefix.letters += 2;
    }
    if classed
        && word.classes.any(Classes::GIVEN_NAME)
        && word.prefix.letters > 0
        && word.prefix.preposition.is_none()
    {
        // و before a name.
        word.prefix.definite = false;
    }
    word
}

/// The clitics of a word that no table knows, by the segmenter's evidence.
fn cut_unknown(
    tokens: &Tokens<'_>,
    at: usize,
    clitics: &Clitics,
    lexicon: &Lexicon,
    word: &mut Word,
) {
    let folded = tokens.folded(at);
    word.enclitic = clitics.enclitic.is_some();
    // `لـ "العين"`: the letter stands alone.
    if let "ب" | "ل" | "ك" = folded {
        word.prefix = Prefix {
            preposition: folded.chars().next(),
            letters: 1,
            ..Prefix::default()
        };
        return;
    }
    let mut prefix = Prefix::default();
    for _ in &clitics.proclitics {
        let letter = skip_letters(folded, prefix.letters).chars().next();
        prefix.letters += 1;
        match letter {
            Some(c @ ('و' | 'ف')) if prefix.letters == 1 => {
                prefix.conjunction = Some(c);
                prefix.conjunction_letters = 1;
            }
            Some('س') => prefix.future = true,
            c => prefix.preposition = c,
        }
    }
    let core = skip_letters(folded, prefix.letters);
    if let Some(noun) = core.strip_prefix("ال").filter(|n| n.chars().count() >= 2) {
        let known = lexicon
            .word(core)
            .is_some_and(|i| i.classes.any(Classes::NOUN))
            && !lexicon
                .word(noun)
                .is_some_and(|i| i.classes.any(Classes::NOUN));
        if !known {
            prefix.definite = true;
            prefix.letters += 2;
        }
    } else if prefix.preposition == Some('ل')
        && let Some(noun) = core.strip_prefix('ل')
        && !lexicon
            .word(core)
            .is_some_and(|i| i.classes.any(Classes::NOUN))
        && noun.chars().count() >= 3
    {
        prefix.definite = true;
        prefix.letters += 1;
    }
    // A name beginning with ك is likelier than a comparison with an unknown thing.
    let stem = lexicon.word(skip_letters(folded, prefix.letters));
    if prefix.preposition == Some('ك')
        && !prefix.definite
        && !stem.is_some_and(|i| i.classes.any(Classes::NOUN))
    {
        prefix.preposition = None;
        prefix.letters -= 1;
    }
    word.prefix = prefix;
    if let Some(info) = lexicon.word(skip_letters(folded, prefix.letters)) {
        let classes = if prefix.preposition.is_some() || prefix.definite {
            info.classes.without(Classes::VERB)
        } else {
            info.classes
        };
        word.classes = classes.only(Classes::PLAIN);
    }
}

/// The clitics of a word that the lexicon does not know, where the article shows them.
fn likely_prefix(folded: &str) -> Prefix {
    prefixes(folded)
        .into_iter()
        .filter(|p| p.definite && skip_letters(folded, p.letters).chars().count() >= 2)
        .min_by_key(|p| p.letters)
        .unwrap_or_default()
}

/// Every fixed run of words in a text, in order of their starts; at one start, longest first.
pub(crate) fn hits(tokens: &Tokens<'_>, lexicon: &Lexicon) -> Vec<Hit> {
    runs(tokens, |first| lexicon.phrases(first))
}

/// The same of any runs of words, given by the first word without clitics.
pub(crate) fn runs<'p>(tokens: &Tokens<'_>, phrases: impl Fn(&str) -> &'p [Phrase]) -> Vec<Hit> {
    let mut found = Vec::new();
    for start in 0..tokens.len() {
        if tokens.kind(start) != Kind::Word {
            continue;
        }
        let folded = tokens.folded(start);
        for prefix in prefixes(folded) {
            if prefix.future {
                continue;
            }
            let core = skip_letters(folded, prefix.letters);
            for phrase in phrases(core)
                .iter()
                .filter(|p| p.definite == prefix.definite)
            {
                if let Some(end) = matches_from(tokens, start, &phrase.words) {
                    found.push(Hit {
                        start,
                        end,
                        prefix,
                        meaning: phrase.meaning,
                    });
                }
            }
        }
    }
    found
}

fn matches_from(tokens: &Tokens<'_>, start: usize, words: &[Box<str>]) -> Option<usize> {
    let mut at = start;
    for word in &words[1..] {
        at += 1;
        // A name may be written with quotation marks or hyphens inside: حركة "حماس".
        while matches!(tokens.kind(at), Kind::Mark('"' | '“' | '”' | '«' | '-')) {
            at += 1;
        }
        // A preposition of one letter stands for the word that carries it: حديث ل.
        let letter = word.chars().count() == 1 && words[0].chars().count() > 1;
        let found = tokens.folded(at);
        if found != &**word && !(letter && found.starts_with(&**word)) {
            return None;
        }
    }
    Some(at + 1)
}
