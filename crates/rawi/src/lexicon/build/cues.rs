//! Takes: the tables of verbs, nouns and phrases of saying, of acts, channels and occasions. Gives: the
//! cues with every form, and what is read around them. Relies on: the conjugator and noun inflection.

use toml::Spanned;

use super::{LexiconError, Table};
use crate::language::arabic::conjugator::{self, Inflected, VerbSpec, Voice};
use crate::language::arabic::nouns;
use crate::lexicon::schema;
use crate::lexicon::{
    AccordingTo, ActVerb, ChannelWords, CueEntry, CueForm, Lexicon, Meaning, Occasion, Speaker,
};
use crate::text::fold::fold;

impl Lexicon {
    pub(super) fn verbs(&mut self, table: Table<'_>) -> Result<(), LexiconError> {
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
                impersonal: verb.impersonal,
                goes_on: verb.goes_on,
                speaker: verb.speaker,
                form: None,
                evaluates: verb.evaluates,
                holds: verb.holds,
                alone: verb.masdar_alone,
                only_clause: false,
                bare: verb.bare,
                carries: verb.carries,
            });
            for form in &forms {
                self.cue_form(entry, form);
            }
        }
        Ok(())
    }

    pub(super) fn nouns(&mut self, table: Table<'_>) -> Result<(), LexiconError> {
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
                impersonal: false,
                goes_on: false,
                speaker: Speaker::Any,
                form: noun.form,
                evaluates: false,
                holds: false,
                alone: noun.alone,
                only_clause: noun.only_clause,
                bare: false,
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

    pub(super) fn according_to(&mut self, table: Table<'_>) -> Result<(), LexiconError> {
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

    pub(super) fn acts(&mut self, table: Table<'_>) -> Result<(), LexiconError> {
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
                self.signal_verb(table, verb, index)?;
            }
            if signal.any_verb {
                self.acts.any_verb.push(index);
            }
            self.acts.signals.push(signal);
        }
        Ok(())
    }

    /// The finite active forms of a verb that points to an act.
    fn signal_verb(
        &mut self,
        table: Table<'_>,
        verb: &Spanned<String>,
        signal: u16,
    ) -> Result<(), LexiconError> {
        for form in table.finite_forms(verb)? {
            if form.features.voice == Voice::Active {
                let known = self
                    .acts
                    .verbs
                    .entry(fold(&form.surface).into())
                    .or_default();
                known.push(ActVerb {
                    signal,
                    features: form.features,
                    before_suffix: form.before_suffix,
                });
            }
        }
        Ok(())
    }

    pub(super) fn channels(&mut self, table: Table<'_>) -> Result<(), LexiconError> {
        let channels: schema::Channels = table.parse()?;
        let folded = |words: &[String]| -> Box<[Box<str>]> {
            words.iter().map(|w| fold(w).as_str().into()).collect()
        };
        self.channel_between = folded(&channels.between).into_iter().collect();
        self.channel_back = folded(&channels.back);
        self.channel_refers = folded(&channels.refers);
        for entry in channels.channel {
            let index = self.channels.len() as u16;
            self.channels.push(ChannelWords {
                channel: entry.channel,
                after: folded(&entry.after),
                given: folded(&entry.given),
                with_media: entry.with_media,
            });
            for words in entry.words.iter().flat_map(|w| nouns::states(w)) {
                self.phrase(&words, Meaning::Channel(index));
            }
            let index = self.channels.len() as u16;
            self.channels.push(ChannelWords {
                channel: entry.channel,
                after: Box::default(),
                given: Box::default(),
                with_media: None,
            });
            for words in &entry.phrases {
                self.phrase(words, Meaning::Channel(index));
            }
        }
        Ok(())
    }

    pub(super) fn occasions(&mut self, table: Table<'_>) -> Result<(), LexiconError> {
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
}
