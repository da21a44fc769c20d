//! Takes: the tables of events. Gives: the verbs and nouns that tell one, with every form. Relies on: the
//! conjugator and noun inflection, as cues do.

use rustc_hash::FxHashSet;

use super::{LexiconError, Table};
use crate::language::arabic::conjugator::{self, FormKind, Inflected, Person, VerbSpec};
use crate::language::arabic::nouns;
use crate::lexicon::schema::{self, Alone, Part};
use crate::lexicon::{CueForm, EventEntry, Lexicon, Meaning, Sign};
use crate::text::fold::fold;

impl Lexicon {
    pub(super) fn events(&mut self, table: Table<'_>) -> Result<(), LexiconError> {
        let events: schema::Events = table.parse()?;
        self.doers.push((events.kind, forms_of(&events.doers)));
        self.means.push((events.kind, forms_of(&events.means)));
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
                lemma: verb.lemma.get_ref().as_str().into(),
                weight: verb.weight,
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
                lookalikes: if verb.masdar_event {
                    FxHashSet::default()
                } else {
                    let noun = |f: &&Inflected| {
                        matches!(
                            f.features.kind,
                            FormKind::Masdar | FormKind::ActiveParticiple
                        )
                    };
                    forms
                        .iter()
                        .filter(noun)
                        .map(|f| fold(&f.surface).into())
                        .collect()
                },
                refers: verb.refers.unwrap_or(events.refers),
                head: folded(&verb.head),
                people: verb.people,
                doers_only: verb.doers_only,
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
                lemma: noun.lemma.as_str().into(),
                weight: noun.weight,
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
                lookalikes: FxHashSet::default(),
                refers: noun.refers.unwrap_or(events.refers),
                head: FxHashSet::default(),
                people: false,
                doers_only: false,
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

    pub(super) fn light_verbs(&mut self, table: Table<'_>) -> Result<(), LexiconError> {
        let table_of_light: schema::LightVerbs = table.parse()?;
        self.of = folded(&table_of_light.of);
        self.selves = folded(&table_of_light.selves);
        for light in &table_of_light.light {
            for verb in &light.verbs {
                let forms = table.finite_forms(verb)?;
                for form in forms.iter().filter(|f| f.features.person == Person::Third) {
                    self.light.insert(fold(&form.surface).into(), light.subject);
                }
            }
        }
        Ok(())
    }

    pub(super) fn signs(&mut self, table: Table<'_>) -> Result<(), LexiconError> {
        let signs: schema::Signs = table.parse()?;
        self.signs.starts = signs.start.iter().map(|s| (s.kind, s.weight)).collect();
        for (index, sign) in signs.sign.into_iter().enumerate() {
            let at = sign.span().start;
            let sign = sign.into_inner();
            let by_words = !sign.words.is_empty() || !sign.verbs.is_empty();
            if sign.sees.is_some() == by_words || sign.place.is_some() != by_words {
                return Err(
                    table.fault(at, "a sign has `sees`, or `place` with `words` or `verbs`")
                );
            }
            if let Some(place) = sign.place {
                let mut forms: FxHashSet<Box<str>> = folded(&sign.words);
                for verb in &sign.verbs {
                    let finite = table.finite_forms(verb)?;
                    forms.extend(finite.iter().map(|f| Box::from(fold(&f.surface))));
                }
                let mut forms: Vec<_> = forms.into_iter().collect();
                forms.sort_unstable();
                for form in forms {
                    let of = self.signs.words.entry(form).or_default();
                    of.push((place, index as u16));
                }
            }
            self.signs.signs.push(Sign {
                sees: sign.sees,
                weight: sign.weight,
                kinds: sign.kinds,
            });
        }
        Ok(())
    }

    pub(super) fn lasting(&mut self, table: Table<'_>) -> Result<(), LexiconError> {
        let words: schema::Forms = table.parse()?;
        self.lasting = table.forms_of(&words)?;
        Ok(())
    }

    pub(super) fn status_words(&mut self, table: Table<'_>) -> Result<(), LexiconError> {
        let words: schema::StatusWords = table.parse()?;
        self.prospects = table.forms_of(&words.prospect)?;
        self.refusals = table.forms_of(&words.refusal)?;
        self.intents = table.forms_of(&words.intent)?;
        Ok(())
    }

    /// The events that sayings are.
    pub(super) fn act_events(&mut self, table: Table<'_>) -> Result<(), LexiconError> {
        let acts: schema::ActEvents = table.parse()?;
        for act in acts.act {
            let entry = self.event(EventEntry {
                lemma: Box::default(),
                weight: 0,
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
                unless: folded(&act.unless),
                needs: Vec::new(),
                whom: None,
                who: FxHashSet::default(),
                lookalikes: FxHashSet::default(),
                refers: true,
                head: FxHashSet::default(),
                people: false,
                doers_only: false,
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

/// The nouns as news writes them, folded.
fn forms_of(words: &[String]) -> FxHashSet<Box<str>> {
    let forms = words.iter().flat_map(|w| nouns::inflect(w));
    forms.map(|f| fold(&f.surface).into()).collect()
}

fn folded(words: &[String]) -> FxHashSet<Box<str>> {
    words.iter().map(|w| fold(w).into()).collect()
}

impl Table<'_> {
    /// The words as they are and every finite form of the verbs, folded.
    fn forms_of(&self, from: &schema::Forms) -> Result<FxHashSet<Box<str>>, LexiconError> {
        let mut into = folded(&from.words);
        for verb in &from.verbs {
            let forms = self.finite_forms(verb)?;
            into.extend(forms.iter().map(|f| Box::from(fold(&f.surface))));
        }
        Ok(into)
    }
}
