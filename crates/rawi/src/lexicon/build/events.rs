//! Takes: the tables of events. Gives: the verbs and nouns that tell one, with every form. Relies on: the
//! conjugator and noun inflection, as cues do.

use rustc_hash::FxHashSet;

use super::{LexiconError, Table};
use crate::language::arabic::conjugator::{self, FormKind, Inflected, VerbSpec};
use crate::language::arabic::nouns;
use crate::lexicon::schema::{self, Alone, Part};
use crate::lexicon::{CueForm, EventEntry, Lexicon, Meaning};
use crate::text::fold::fold;

impl Lexicon {
    pub(super) fn events(&mut self, table: Table<'_>) -> Result<(), LexiconError> {
        let events: schema::Events = table.parse()?;
        for verb in events.verb {
            let spec = VerbSpec {
                lemma: verb.lemma.get_ref(),
                root: &verb.root,
                form: verb.form,
                vowels: verb.vowels.as_deref(),
                masdars: &verb.masdar,
            };
            let forms = conjugator::conjugate(&spec)
                .map_err(|e| table.fault(verb.lemma.span().start, e.to_string()))?;
            let entry = self.event(EventEntry {
                kind: events.kind,
                mode: verb.mode.as_deref().map(Into::into),
                cameo: verb.cameo.as_deref().unwrap_or(&events.cameo).into(),
                noun: false,
                subject: verb.subject,
                object: verb.object,
                genitive: verb.object,
                on: verb.on.iter().map(|w| fold(w).into()).collect(),
                by: verb.by.iter().map(|w| fold(w).into()).collect(),
                with: folded(&verb.with),
                unless: folded(&verb.unless),
                needs: verb.needs,
                whom: verb.whom,
                who: folded(&verb.who),
                refers: verb.refers.unwrap_or(events.refers),
                head: folded(&verb.head),
                people: verb.people,
                passive_only: verb.passive_only,
                masdar: verb.masdar_event,
                alone: Alone::Never,
                kinds: FxHashSet::default(),
                halts: FxHashSet::default(),
                number: verb.number,
            });
            for form in &forms {
                let participle = matches!(
                    form.features.kind,
                    FormKind::ActiveParticiple | FormKind::PassiveParticiple
                );
                let masdar = form.features.kind == FormKind::Masdar;
                if !participle && (!masdar || verb.masdar_event) {
                    self.event_form(entry, form);
                }
            }
        }
        for noun in events.noun {
            let entry = self.event(EventEntry {
                kind: events.kind,
                mode: noun.mode.as_deref().map(Into::into),
                cameo: noun.cameo.as_deref().unwrap_or(&events.cameo).into(),
                noun: true,
                subject: Part::None,
                object: Part::None,
                genitive: noun.genitive,
                on: noun.on.iter().map(|w| fold(w).into()).collect(),
                by: noun.by.iter().map(|w| fold(w).into()).collect(),
                with: FxHashSet::default(),
                unless: folded(&noun.unless),
                needs: noun.needs,
                whom: noun.whom,
                who: FxHashSet::default(),
                refers: noun.refers.unwrap_or(events.refers),
                head: FxHashSet::default(),
                people: false,
                passive_only: false,
                masdar: true,
                alone: noun.alone,
                kinds: folded(&noun.kinds),
                halts: folded(&noun.halts),
                number: noun.number,
            });
            for form in std::iter::once(&noun.lemma).chain(&noun.forms) {
                if form.contains(' ') {
                    for state in nouns::states(form) {
                        self.phrase(&state, Meaning::Event(entry));
                    }
                } else {
                    for inflected in nouns::inflect(form) {
                        self.event_form(entry, &inflected);
                    }
                }
            }
        }
        Ok(())
    }

    pub(super) fn happening(&mut self, table: Table<'_>) -> Result<(), LexiconError> {
        let happening: schema::Happening = table.parse()?;
        for verb in &happening.verbs {
            let forms = table.finite_forms(verb)?;
            self.happening
                .extend(forms.iter().map(|f| Box::from(fold(&f.surface))));
        }
        self.happening
            .extend(happening.words.iter().map(|w| Box::from(fold(w))));
        Ok(())
    }

    /// The events that sayings are.
    pub(super) fn act_events(&mut self, table: Table<'_>) -> Result<(), LexiconError> {
        let acts: schema::ActEvents = table.parse()?;
        for act in acts.act {
            let entry = self.event(EventEntry {
                kind: act.kind,
                mode: act.mode.as_deref().map(Into::into),
                cameo: act.cameo.into(),
                noun: false,
                subject: Part::Actor,
                object: Part::Recipient,
                genitive: Part::None,
                on: Vec::new(),
                by: Vec::new(),
                with: FxHashSet::default(),
                unless: FxHashSet::default(),
                needs: Vec::new(),
                whom: None,
                who: FxHashSet::default(),
                refers: true,
                head: FxHashSet::default(),
                people: false,
                passive_only: false,
                masdar: false,
                alone: Alone::Never,
                kinds: FxHashSet::default(),
                halts: FxHashSet::default(),
                number: None,
            });
            self.act_events.push((act.act, entry));
        }
        Ok(())
    }

    fn event(&mut self, entry: EventEntry) -> u16 {
        self.events.push(entry);
        (self.events.len() - 1) as u16
    }

    fn event_form(&mut self, entry: u16, form: &Inflected) {
        let info = self.words.entry(fold(&form.surface).into()).or_default();
        let new = CueForm {
            entry,
            features: form.features,
            before_suffix: form.before_suffix,
            hamza: form.surface.starts_with(['أ', 'إ', 'آ', 'ء']),
        };
        if !info.events.iter().any(|e| {
            e.entry == entry && e.features == new.features && e.before_suffix == new.before_suffix
        }) {
            info.events.push(new);
        }
    }
}

fn folded(words: &[String]) -> FxHashSet<Box<str>> {
    words.iter().map(|w| fold(w).into()).collect()
}
