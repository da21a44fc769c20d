//! Takes: the text of every table. Gives: a [`Lexicon`], or the first fault with its file and line.
//! Relies on: the schema for what is in a table, the conjugator for the forms of a verb.

use serde::de::DeserializeOwned;
use toml::Spanned;

use super::schema::{self, BodyKind, HeadKind, TitleKind};
use super::{
    AccordingTo, ActVerb, ChannelWords, Classes, CueEntry, CueForm, Frame, HeadInfo, Lexicon,
    Meaning, Name, Occasion, Phrase, Speaker,
};
use crate::language::arabic::clitics::Segmenter;
use crate::language::arabic::conjugator::{self, FormKind, Inflected, VerbSpec, Voice};
use crate::language::arabic::nouns;
use crate::language::arabic::tagger::Tagger;
use crate::record::EntityKind;
use crate::text::fold::fold;

/// The weights of the tagger.
const TAGGER: &[u8] = include_bytes!("../../../../lexicon/ar/words/tagger.bin");

/// What is wrong with a table of the lexicon.
#[derive(Debug, thiserror::Error)]
#[error("{file}:{line}: {message}")]
pub(crate) struct LexiconError {
    file: String,
    line: usize,
    message: String,
}

/// One table being read: its name and text, for errors.
#[derive(Clone, Copy)]
struct Table<'a> {
    file: &'a str,
    text: &'a str,
}

impl Table<'_> {
    fn fault(&self, at: usize, message: impl Into<String>) -> LexiconError {
        let line = 1 + self.text.as_bytes()[..at.min(self.text.len())]
            .iter()
            .filter(|&&b| b == b'\n')
            .count();
        LexiconError {
            file: self.file.to_owned(),
            line,
            message: message.into(),
        }
    }

    fn parse<T: DeserializeOwned>(&self) -> Result<T, LexiconError> {
        toml::from_str(self.text)
            .map_err(|e| self.fault(e.span().map_or(0, |s| s.start), e.message()))
    }

    fn frames(&self, written: &[Spanned<String>]) -> Result<Vec<Frame>, LexiconError> {
        written
            .iter()
            .map(|f| Frame::parse(f.get_ref()).map_err(|m| self.fault(f.span().start, m)))
            .collect()
    }
}

pub(super) fn build(tables: &[(&str, &str)]) -> Result<Lexicon, LexiconError> {
    let mut lexicon = Lexicon::default();
    let text = |name: &str| {
        tables
            .iter()
            .find(|(file, _)| *file == name)
            .map_or("", |&(_, text)| text)
    };
    lexicon.segmenter = Segmenter::load(text("ar/words/stems.txt"), text("ar/words/particles.txt"))
        .map_err(|fault| LexiconError {
            file: "ar/words".to_owned(),
            line: fault.line(),
            message: fault.to_string(),
        })?;
    lexicon.tagger =
        Tagger::load(text("ar/words/kinds.tsv"), TAGGER).map_err(|fault| LexiconError {
            file: format!("ar/words/{}", fault.table),
            line: fault.line,
            message: fault.fault,
        })?;
    for &(file, text) in tables {
        let table = Table { file, text };
        match file {
            "ar/nouns.toml" => lexicon.nouns(table)?,
            "ar/according-to.toml" => lexicon.according_to(table)?,
            "ar/closed.toml" => lexicon.closed(table)?,
            "ar/occasions.toml" => lexicon.occasions(table)?,
            "ar/adjectives.toml" => lexicon.adjectives(table)?,
            "ar/titles.toml" => lexicon.titles(table)?,
            "ar/sources.toml" => lexicon.sources(table)?,
            "ar/channels.toml" => lexicon.channels(table)?,
            "ar/months.toml" => lexicon.months(table)?,
            "ar/acts.toml" => lexicon.acts(table)?,
            "ar/given-names.toml" => lexicon.given_names(table)?,
            "world/states.toml" => lexicon.states(table)?,
            "world/bodies.toml" => lexicon.bodies(table)?,
            "world/outlets.toml" => lexicon.outlets(table)?,
            _ if file.starts_with("ar/verbs/") => lexicon.verbs(table)?,
            // The segmenter and the tagger read their own tables.
            "ar/words/stems.txt" | "ar/words/particles.txt" | "ar/words/kinds.tsv" => {}
            _ if file.starts_with("ar/words/") && file.ends_with(".tsv") => {
                lexicon.word_classes(table)?
            }
            _ => {
                return Err(table.fault(
                    0,
                    "no table of this name: see lexicon/README.md for the names there are",
                ));
            }
        }
    }
    #[expect(clippy::iter_over_hash_type, reason = "each list is sorted by itself")]
    for phrases in lexicon.phrases.values_mut() {
        phrases.sort_by_key(|p| std::cmp::Reverse(p.words.len()));
    }
    Ok(lexicon)
}

impl Lexicon {
    fn class(&mut self, word: &str, classes: Classes) {
        let info = self.words.entry(fold(word).into()).or_default();
        info.classes = info.classes.or(classes);
    }

    /// A word or a run of words that means something as a whole.
    fn phrase(&mut self, words: &str, meaning: Meaning) {
        let mut words: Vec<Box<str>> = words.split_whitespace().map(|w| fold(w).into()).collect();
        let Some(first) = words.first_mut() else {
            return;
        };
        let definite = match first.strip_prefix("ال") {
            Some(stem) if stem.chars().count() >= 2 => {
                *first = stem.into();
                true
            }
            _ => false,
        };
        let phrases = self.phrases.entry(first.clone()).or_default();
        let words = words.into_boxed_slice();
        if !phrases
            .iter()
            .any(|p| p.words == words && p.definite == definite && p.meaning == meaning)
        {
            phrases.push(Phrase {
                words,
                definite,
                meaning,
            });
        }
    }

    /// One word goes among the words, a run of words among the phrases.
    fn class_of_words(&mut self, words: &str, classes: Classes) {
        if words.contains(char::is_whitespace) {
            self.phrase(words, Meaning::Class(classes));
        } else {
            self.class(words, classes);
        }
    }

    fn name(&mut self, names: &[String], kind: EntityKind, state: Option<&str>, nouns: &[String]) {
        let index = self.names.len() as u16;
        self.names.push(Name {
            kind,
            state: state.map(Into::into),
            forms: names.iter().map(|n| fold(n).into()).collect(),
            nouns: nouns.iter().map(|n| fold(n).into()).collect(),
        });
        for name in names {
            self.phrase(name, Meaning::Name(index));
        }
    }

    /// Open-class words: `word<TAB>class<TAB>evidence`.
    fn word_classes(&mut self, table: Table<'_>) -> Result<(), LexiconError> {
        let mut at = 0;
        for line in table.text.split_inclusive('\n') {
            let mut fields = line.trim_end().split('\t');
            if !line.starts_with('#') && !line.trim().is_empty() {
                let class = match (fields.next(), fields.next(), fields.next()) {
                    (Some(word), Some("noun"), Some(_)) => Some((word, Classes::NOUN)),
                    (Some(word), Some("verb"), Some(_)) => Some((word, Classes::VERB)),
                    _ => None,
                };
                let Some((word, class)) = class else {
                    return Err(table.fault(
                        at,
                        "a line is `word`, `noun` or `verb`, and a count, with tabs between",
                    ));
                };
                self.class(word, class);
            }
            at += line.len();
        }
        Ok(())
    }

    fn verbs(&mut self, table: Table<'_>) -> Result<(), LexiconError> {
        for verb in table.parse::<schema::Verbs>()?.verb {
            let at = verb.lemma.span().start;
            let spec = VerbSpec {
                lemma: verb.lemma.get_ref(),
                root: &verb.root,
                form: verb.form,
                vowels: verb.vowels.as_deref(),
                masdars: &verb.masdar,
            };
            let forms = conjugator::conjugate(&spec).map_err(|e| table.fault(at, e.to_string()))?;
            let mut suffix_frames = table.frames(&verb.frames)?;
            suffix_frames.sort_by_key(|f| !f.suffixed);
            let frames = suffix_frames.iter().filter(|f| !f.suffixed).cloned();
            let entry = self.entry(CueEntry {
                frames: frames.collect(),
                suffix_frames,
                lemma: verb.lemma.get_ref().as_str().into(),
                act: verb.act,
                stance: verb.stance,
                passive_stance: verb.passive_stance.unwrap_or(verb.stance),
                channel: verb.channel,
                masdar_frames: table.frames(&verb.masdar_frames)?,
                participle: verb.participle,
                passive: verb.passive,
                goes_on: verb.goes_on,
                speaker: verb.speaker,
                form: None,
                evaluates: verb.evaluates,
                alone: verb.masdar_alone,
                only_clause: false,
                carries: verb.carries,
            });
            for form in &forms {
                self.cue_form(entry, form);
            }
        }
        Ok(())
    }

    fn entry(&mut self, entry: CueEntry) -> u16 {
        self.entries.push(entry);
        (self.entries.len() - 1) as u16
    }

    fn cue_form(&mut self, entry: u16, form: &Inflected) {
        let info = self.words.entry(fold(&form.surface).into()).or_default();
        let new = CueForm {
            entry,
            features: form.features,
            before_suffix: form.before_suffix,
            hamza: form.surface.starts_with(['أ', 'إ', 'آ', 'ء']),
        };
        if !info.cues.iter().any(|c| {
            c.entry == entry && c.features == new.features && c.before_suffix == new.before_suffix
        }) {
            info.cues.push(new);
        }
    }

    fn nouns(&mut self, table: Table<'_>) -> Result<(), LexiconError> {
        for noun in table.parse::<schema::Nouns>()?.noun {
            let frames = table.frames(&noun.frames)?;
            let entry = self.entry(CueEntry {
                lemma: noun.lemma.get_ref().as_str().into(),
                act: noun.act,
                stance: noun.stance,
                passive_stance: noun.stance,
                channel: noun.channel,
                frames: Vec::new(),
                suffix_frames: Vec::new(),
                masdar_frames: frames,
                participle: false,
                passive: false,
                goes_on: false,
                speaker: Speaker::Any,
                form: noun.form,
                evaluates: false,
                alone: noun.alone,
                only_clause: noun.only_clause,
                carries: false,
            });
            let lemma = noun.lemma.get_ref();
            for form in std::iter::once(lemma).chain(&noun.forms) {
                for inflected in nouns::inflect(form) {
                    self.cue_form(entry, &inflected);
                }
            }
        }
        Ok(())
    }

    fn according_to(&mut self, table: Table<'_>) -> Result<(), LexiconError> {
        for a in table.parse::<schema::AccordingTos>()?.according_to {
            let words = a.words.get_ref();
            let cue_words = a.cue.split_whitespace().count();
            if !words.starts_with(&a.cue) || cue_words == 0 {
                return Err(table.fault(
                    a.words.span().start,
                    format!("`{words}` does not begin with its cue `{}`", a.cue),
                ));
            }
            let index = self.according_to.len() as u16;
            let words = words.clone();
            self.according_to.push(AccordingTo {
                lemma: a.cue.into(),
                cue_words,
                source: a.source,
                act: a.act,
                stance: a.stance,
            });
            self.phrase(&words, Meaning::AccordingTo(index));
        }
        Ok(())
    }

    fn closed(&mut self, table: Table<'_>) -> Result<(), LexiconError> {
        for class in table.parse::<schema::Closed>()?.class {
            let classes = match class.name.get_ref().as_str() {
                "complementiser" => Classes::COMPLEMENTISER,
                "preposition" => Classes::PREPOSITION,
                "conjunction" => Classes::CONJUNCTION,
                "relative" => Classes::RELATIVE,
                "relative_pronoun" => Classes::RELATIVE.or(Classes::RELATIVE_PRONOUN),
                "name_particle" => Classes::NAME_PARTICLE,
                "before_verb" => Classes::BEFORE_VERB,
                "time_adjective" => Classes::TIME.or(Classes::TIME_ADJECTIVE),
                "subject_pronoun" => Classes::SUBJECT_PRONOUN,
                "was" => Classes::WAS,
                "superlative" => Classes::SUPERLATIVE,
                "topic" => Classes::TOPIC,
                "feminine" => Classes::FEMININE,
                "plural" => Classes::PLURAL,
                "locative" => Classes::LOCATIVE,
                "place" => Classes::PLACE,
                "on_behalf" => Classes::ON_BEHALF,
                "contrast" => Classes::CONTRAST,
                "adversative" => Classes::ADVERSATIVE,
                "aside" => Classes::ASIDE,
                "continuation" => Classes::CONTINUATION,
                "allusion" => Classes::ALLUSION,
                "naming" => Classes::NAMING,
                "matter" => Classes::MATTER,
                "after" => Classes::AFTER,
                "reply" => Classes::REPLY,
                "audience" => Classes::AUDIENCE,
                "demonstrative" => Classes::DEMONSTRATIVE,
                "pronoun" => Classes::PRONOUN,
                "negation" => Classes::NEGATION,
                "auxiliary" => Classes::AUXILIARY,
                "opener" => Classes::OPENER,
                "connector" => Classes::CONNECTOR,
                "time" => Classes::TIME,
                "quantifier" => Classes::QUANTIFIER,
                "weekday" => Classes::WEEKDAY.or(Classes::TIME),
                "preposition_suffixed" => Classes::PREPOSITION_SUFFIXED,
                "complementiser_negated" => Classes::COMPLEMENTISER.or(Classes::NEGATION),
                "interrogative" => Classes::INTERROGATIVE,
                "particle" => Classes::PARTICLE,
                "turn" => Classes::TURN,
                "idiom" => Classes::IDIOM,
                "condition" => Classes::CONDITION,
                "between" => Classes::BETWEEN,
                "modal" => Classes::MODAL,
                "without" => Classes::WITHOUT,
                other => {
                    let message = format!("no class is called `{other}`: see lexicon/README.md");
                    return Err(table.fault(class.name.span().start, message));
                }
            };
            for word in &class.words {
                self.class_of_words(word, classes);
            }
        }
        Ok(())
    }

    fn titles(&mut self, table: Table<'_>) -> Result<(), LexiconError> {
        for title in table.parse::<schema::Titles>()?.title {
            let class = match title.kind {
                TitleKind::Office => Classes::OFFICE,
                TitleKind::Honorific => Classes::HONORIFIC,
                TitleKind::Rank => Classes::RANK,
                TitleKind::Profession => Classes::PROFESSION,
                TitleKind::Spokesman => Classes::SPOKESMAN,
                TitleKind::Kin => Classes::KIN,
            };
            let class = if title.relational {
                class.or(Classes::RELATIONAL)
            } else {
                class
            };
            self.class_of_words(title.word.get_ref(), class);
            let lemma = title.word.get_ref();
            if let Some(feminine) = &title.feminine {
                self.class_of_words(feminine, class.or(Classes::FEMININE));
                self.form_of(feminine, lemma);
            }
            for plural in &title.plural {
                self.class_of_words(plural, class.or(Classes::PLURAL));
            }
        }
        Ok(())
    }

    fn form_of(&mut self, form: &str, lemma: &str) {
        if form != lemma && !form.contains(' ') {
            self.lemmas
                .entry(fold(form).into())
                .or_insert_with(|| fold(lemma).into());
        }
    }

    fn occasions(&mut self, table: Table<'_>) -> Result<(), LexiconError> {
        const SUFFIXES: [&str; 5] = ["", "ه", "ها", "هم", "هما"];
        for occasion in table.parse::<schema::Occasions>()?.occasion {
            let entry = Occasion {
                to: occasion.to.iter().map(|p| fold(p).into()).collect(),
                asks: occasion.asks,
            };
            for word in &occasion.words {
                let open = word.strip_suffix('ة').map(|stem| format!("{stem}ت"));
                for suffix in SUFFIXES {
                    let form = match &open {
                        Some(open) if !suffix.is_empty() => format!("{open}{suffix}"),
                        _ => format!("{word}{suffix}"),
                    };
                    self.occasions.insert(fold(&form).into(), entry.clone());
                }
            }
        }
        Ok(())
    }

    fn adjectives(&mut self, table: Table<'_>) -> Result<(), LexiconError> {
        const ENDINGS: [&str; 9] = ["", "ة", "ون", "ين", "ات", "ان", "تان", "تين", "و"];
        for adjective in table.parse::<schema::Adjectives>()?.adjective {
            let prepositions: Vec<Box<str>> = adjective
                .prepositions
                .iter()
                .map(|p| fold(p).into())
                .collect();
            let regular = adjective
                .words
                .iter()
                .flat_map(|w| ENDINGS.map(|e| format!("{w}{e}")));
            for form in regular.chain(adjective.forms) {
                self.class(&form, Classes::ADJECTIVE);
                if !prepositions.is_empty() {
                    self.governs
                        .entry(fold(&form).into())
                        .or_default()
                        .extend(prepositions.iter().cloned());
                }
            }
        }
        Ok(())
    }

    fn sources(&mut self, table: Table<'_>) -> Result<(), LexiconError> {
        let sources: schema::Sources = table.parse()?;
        for head in sources.head {
            let class = match head.kind {
                HeadKind::Unnamed => Classes::UNNAMED,
                HeadKind::Document => Classes::DOCUMENT,
                HeadKind::Organisation => Classes::ORGANISATION,
                HeadKind::Media => Classes::MEDIA,
                HeadKind::Collective => Classes::COLLECTIVE,
                HeadKind::Role => Classes::ROLE,
            };
            let class = if head.norm {
                class.or(Classes::NORM)
            } else {
                class
            };
            let class = if head.anonymous {
                class.or(Classes::ANONYMOUS)
            } else {
                class
            };
            for word in &head.words {
                self.class_of_words(word, class);
                if let Some(lemma) = &head.lemma {
                    self.form_of(word, lemma);
                }
                if !word.contains(' ') {
                    let info = self.words.entry(fold(word).into()).or_default();
                    info.head = Some(HeadInfo {
                        count: head.count,
                        channel: head.channel,
                    });
                }
            }
        }
        for word in sources.vague.iter().flat_map(|v| &v.words) {
            self.class(word, Classes::VAGUE);
        }
        for quality in sources.quality {
            for word in &quality.words {
                self.class(word, Classes::QUALITY);
                self.words.entry(fold(word).into()).or_default().access = Some(quality.access);
            }
        }
        Ok(())
    }

    fn channels(&mut self, table: Table<'_>) -> Result<(), LexiconError> {
        let channels: schema::Channels = table.parse()?;
        self.channel_between = channels
            .between
            .iter()
            .map(|w| fold(w).as_str().into())
            .collect();
        for entry in channels.channel {
            let index = self.channels.len() as u16;
            self.channels.push(ChannelWords {
                channel: entry.channel,
                after: entry
                    .after
                    .iter()
                    .map(|w| fold(w).as_str().into())
                    .collect(),
            });
            for words in entry.words.iter().flat_map(|w| nouns::states(w)) {
                self.phrase(&words, Meaning::Channel(index));
            }
            let index = self.channels.len() as u16;
            self.channels.push(ChannelWords {
                channel: entry.channel,
                after: Box::default(),
            });
            for words in &entry.phrases {
                self.phrase(words, Meaning::Channel(index));
            }
        }
        Ok(())
    }

    fn acts(&mut self, table: Table<'_>) -> Result<(), LexiconError> {
        let acts: schema::Acts = table.parse()?;
        self.acts.leanings = acts.leaning;
        for signal in acts.signal {
            let index = self.acts.signals.len() as u16;
            let nouns = signal.nouns.iter().flat_map(|w| nouns::states(w));
            let adjectives = signal.adjectives.iter().flat_map(|w| nouns::genders(w));
            for words in signal.words.iter().cloned().chain(nouns).chain(adjectives) {
                self.phrase(&words, Meaning::Act(index));
            }
            for verb in &signal.verbs {
                let at = verb.span().start;
                let mut parts = verb.get_ref().split_whitespace();
                let (Some(lemma), Some(root), Some(form)) = (
                    parts.next(),
                    parts.next(),
                    parts.next().and_then(|f| f.parse().ok()),
                ) else {
                    return Err(table.fault(at, "a verb is `lemma root form vowels`"));
                };
                let spec = VerbSpec {
                    lemma,
                    root: &root.replace('-', " "),
                    form,
                    vowels: parts.next(),
                    // Verbal nouns are no signal.
                    masdars: &[lemma.to_owned()],
                };
                let forms =
                    conjugator::conjugate(&spec).map_err(|e| table.fault(at, e.to_string()))?;
                for form in forms {
                    let finite = matches!(
                        form.features.kind,
                        FormKind::Perfect
                            | FormKind::Imperfect
                            | FormKind::Subjunctive
                            | FormKind::Jussive
                    );
                    if finite && form.features.voice == Voice::Active {
                        let known = self
                            .acts
                            .verbs
                            .entry(fold(&form.surface).into())
                            .or_default();
                        known.push(ActVerb {
                            signal: index,
                            features: form.features,
                            before_suffix: form.before_suffix,
                        });
                    }
                }
            }
            if signal.any_verb {
                self.acts.any_verb.push(index);
            }
            self.acts.signals.push(signal);
        }
        Ok(())
    }

    fn months(&mut self, table: Table<'_>) -> Result<(), LexiconError> {
        for month in table.parse::<schema::Months>()?.month {
            for name in &month.names {
                self.class_of_words(name, Classes::MONTH.or(Classes::TIME));
            }
        }
        Ok(())
    }

    fn given_names(&mut self, table: Table<'_>) -> Result<(), LexiconError> {
        let given: schema::GivenNames = table.parse()?;
        for name in &given.names {
            self.class_of_words(name, Classes::GIVEN_NAME);
        }
        for name in &given.women {
            self.class_of_words(name, Classes::GIVEN_NAME.or(Classes::FEMININE));
        }
        Ok(())
    }

    fn states(&mut self, table: Table<'_>) -> Result<(), LexiconError> {
        for state in table.parse::<schema::States>()?.state {
            let iso = state.iso.get_ref();
            self.name(&state.ar, EntityKind::State, Some(iso), &[]);
            self.name(&state.capital_ar, EntityKind::State, Some(iso), &[]);
            for nationality in &state.nationality_ar {
                for ending in ["", "ة", "ين", "ون", "ات", "ان", "تين", "تان", "ا"] {
                    let plural = matches!(ending, "ين" | "ون" | "ات");
                    let class = if plural {
                        Classes::NATIONALITY.or(Classes::PLURAL)
                    } else {
                        Classes::NATIONALITY
                    };
                    let form = format!("{nationality}{ending}");
                    self.class(&form, class);
                    self.nationalities
                        .entry(fold(&form).into())
                        .or_insert_with(|| iso.as_str().into());
                }
            }
        }
        Ok(())
    }

    fn bodies(&mut self, table: Table<'_>) -> Result<(), LexiconError> {
        for body in table.parse::<schema::Bodies>()?.body {
            let kind = match body.kind {
                BodyKind::ArmedGroup => EntityKind::ArmedGroup,
                BodyKind::Organisation | BodyKind::Party | BodyKind::Agency | BodyKind::Company => {
                    EntityKind::Organisation
                }
            };
            self.name(&body.ar, kind, body.state.as_deref(), &[]);
        }
        Ok(())
    }

    fn outlets(&mut self, table: Table<'_>) -> Result<(), LexiconError> {
        let outlets: schema::Outlets = table.parse()?;
        for outlet in &outlets.outlet {
            let nouns: Vec<String> = outlets
                .called
                .iter()
                .filter(|c| c.kind == outlet.kind)
                .flat_map(|c| c.nouns.iter().cloned())
                .collect();
            self.name(
                &outlet.ar,
                EntityKind::Media,
                outlet.state.as_deref(),
                &nouns,
            );
        }
        Ok(())
    }
}

impl CueEntry {
    /// The frames that a form of this entry takes; none where the form is no cue.
    pub(crate) fn frames_of(&self, kind: FormKind) -> &[Frame] {
        match kind {
            FormKind::Masdar => &self.masdar_frames,
            FormKind::ActiveParticiple if !self.participle => &[],
            FormKind::PassiveParticiple if !self.passive => &[],
            _ => &self.frames,
        }
    }
}
