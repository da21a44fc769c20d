//! Takes: the head of a noun phrase, or the features of a cue. Gives: [`Agreement`], gender and number
//! as far as the spelling shows them, and whether two may belong together. Relies on: the lexicon's
//! feminine and plural marks, and on endings where it is silent.

use super::conjugator::{Features, FormKind, Gender, Number, Person};
use crate::lexicon::Classes;
use crate::record::{Count, EntityKind};
use crate::view::View;

/// Gender and number, each only where known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct Agreement {
    pub(crate) gender: Option<Gender>,
    pub(crate) plural: Option<bool>,
}

impl Agreement {
    /// What a verb or participle shows of its subject.
    pub(crate) fn of_cue(features: Features) -> Self {
        let verb = !matches!(
            features.kind,
            FormKind::Masdar | FormKind::ActiveParticiple | FormKind::PassiveParticiple
        );
        if features.kind == FormKind::Masdar || features.person != Person::Third && verb {
            return Self::default();
        }
        Self {
            gender: Some(features.gender),
            plural: Some(features.number != Number::Singular),
        }
    }

    /// What a pronoun shows of whom it stands for.
    pub(crate) fn of_suffix(suffix: &str) -> Self {
        let (gender, plural) = match suffix {
            "ه" => (Some(Gender::Masculine), Some(false)),
            "ها" => (Some(Gender::Feminine), None),
            "هم" | "هما" => (None, Some(true)),
            "هن" => (Some(Gender::Feminine), Some(true)),
            _ => (None, None),
        };
        Self { gender, plural }
    }

    /// A subject behind its verb: the verb is singular then, and shows only the gender.
    pub(crate) fn may_precede(self, subject: Self) -> bool {
        match (self.gender, subject.gender) {
            (Some(Gender::Masculine), Some(Gender::Feminine)) => false,
            (Some(Gender::Feminine), Some(Gender::Masculine)) => subject.plural != Some(false),
            _ => true,
        }
    }

    /// A dropped subject with these features may be that one. A verb in the feminine singular also
    /// goes with plurals of things, so only clear contradictions count.
    pub(crate) fn allows(self, subject: Self) -> bool {
        let plural = match (self.plural, subject.plural) {
            (Some(true), Some(false)) => return false,
            (Some(false), Some(true)) => true,
            _ => false,
        };
        match (self.gender, subject.gender) {
            (Some(Gender::Feminine), Some(Gender::Masculine)) => false,
            (Some(Gender::Masculine), Some(Gender::Feminine)) => false,
            _ => !(plural && self.gender == Some(Gender::Masculine)),
        }
    }
}

/// Gender and number of the noun phrase whose head stands at `head`.
pub(crate) fn of_head(view: &View<'_>, head: usize, named: Option<EntityKind>) -> Agreement {
    let classes = view.classes(head);
    let folded = view.folded(head);
    let raw = view.tokens.raw(head);
    if let Some(kind) = named
        && kind == EntityKind::State
    {
        return Agreement {
            gender: Some(Gender::Feminine),
            plural: Some(false),
        };
    }
    let dual = view
        .stem(head)
        .strip_suffix("ان")
        .or_else(|| view.stem(head).strip_suffix("ين"))
        .and_then(|s| view.lexicon.word(s))
        .is_some_and(|w| w.classes.any(Classes::HEAD.or(Classes::TITLE)));
    let plural_ending = folded.ends_with("ون")
        || folded.ends_with("ين") && classes.any(Classes::PLURAL)
        || dual && classes.any(Classes::HEAD.or(Classes::TITLE));
    // `مصادر`, `شهود`: plurals that no ending shows.
    let several = view.words[head]
        .head
        .is_some_and(|h| h.count == Some(Count::Several));
    let plural = if classes.any(Classes::PLURAL) || plural_ending || several {
        Some(true)
    } else if classes.any(Classes::TITLE.or(Classes::GIVEN_NAME)) {
        Some(false)
    } else {
        None
    };
    let feminine_ending = raw
        .trim_end_matches(crate::text::fold::is_dropped)
        .ends_with('ة')
        || folded.ends_with("ات");
    // Of a title the lexicon knows both genders (آية الله).
    let told = classes.any(Classes::GIVEN_NAME.or(Classes::TITLE));
    // نظيره is "his counterpart" where it is not written نظيرة.
    let pronoun = raw.ends_with('ه') && classes.any(Classes::TITLE);
    let gender = if pronoun {
        None
    } else if classes.any(Classes::FEMININE) || feminine_ending && !told {
        Some(Gender::Feminine)
    } else if classes.any(Classes::TITLE) && plural != Some(true) {
        Some(Gender::Masculine)
    } else if classes.any(Classes::GIVEN_NAME)
        || named.is_some()
        || plural == Some(true) && !plural_ending && !classes.any(Classes::COLLECTIVE)
    {
        // Plurals of things are feminine singular to their verbs.
        None
    } else {
        Some(Gender::Masculine)
    };
    Agreement { gender, plural }
}
