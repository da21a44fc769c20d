//! Takes: the tables of `lexicon/`. Gives: [`Lexicon`], what each word form is. Relies on: the fold,
//! and on a language's conjugator for the forms of its verbs. Compiled once, at the first reading.

mod build;
pub(crate) mod callings;
mod frame;
#[allow(
    dead_code,
    reason = "glosses, examples and codes are for those who edit the tables; parsing checks them"
)]
mod schema;
#[allow(dead_code, reason = "read once entities are resolved")]
pub(crate) mod world;

pub(crate) use build::{LexiconError, offices::bare_title, phrase};
pub(crate) use frame::{Frame, Introducer, Must, Role, Slot};
pub(crate) use schema::{Alone, Part, Sees, SignPlace, Whom};
pub(crate) use schema::{Leaning, Place, Signal, SourceKind, Speaker, Speaking, Tense};

use rustc_hash::{FxHashMap, FxHashSet};
use smallvec::SmallVec;

use crate::language::arabic::clitics::Segmenter;
use crate::language::arabic::conjugator::Features;
use crate::language::arabic::number::{Bound, Numeral};
use crate::language::arabic::tagger::Tagger;
use crate::language::arabic::time::TimeWord;
use crate::record::{Access, Act, Channel, Count, EntityKind, EventType, Form, NumberKind, Stance};
use world::World;

include!(concat!(env!("OUT_DIR"), "/tables.rs"));

/// What a word is, as a set: a word form may be several things at once.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct Classes(u128);

macro_rules! classes {
    ($($(#[$doc:meta])* $name:ident),+ $(,)?) => {
        /// The place of each class in the set.
        #[allow(non_camel_case_types, clippy::upper_case_acronyms)]
        enum Bit { $($name),+ }

        impl Classes {
            $($(#[$doc])* pub(crate) const $name: Self = Self(1 << Bit::$name as u64);)+

            /// Every class with its name, for people.
            pub(crate) const NAMED: &'static [(&'static str, Self)] = &[$((stringify!($name), Self::$name)),+];
        }
    };
}

classes! {
    COMPLEMENTISER,
    PREPOSITION,
    CONJUNCTION,
    RELATIVE,
    DEMONSTRATIVE,
    PRONOUN,
    NEGATION,
    /// Among the negations, of what is not done at all or not yet: لا، لن.
    NEVER,
    AUXILIARY,
    /// Opens a side remark: خلال، عقب.
    OPENER,
    /// Opens a new clause of the narrator: فيما، بينما.
    CONNECTOR,
    TIME,
    OFFICE,
    HONORIFIC,
    RANK,
    PROFESSION,
    SPOKESMAN,
    KIN,
    GIVEN_NAME,
    NATIONALITY,
    UNNAMED,
    DOCUMENT,
    ORGANISATION,
    MEDIA,
    COLLECTIVE,
    ROLE,
    MONTH,
    QUALITY,
    /// A plural form of a title or of a head of source phrases.
    PLURAL,
    FEMININE,
    QUANTIFIER,
    WEEKDAY,
    /// A preposition with its pronoun: منه، إليهم.
    PREPOSITION_SUFFIXED,
    INTERROGATIVE,
    /// Stands inside a clause and bounds nothing: أيضا، فقط.
    PARTICLE,
    /// Hands over to a speaker at the head of a sentence: من جهته.
    TURN,
    /// A noun, by how often news gives it the article.
    NOUN,
    /// A finite verb, by how often it follows قد or لم.
    VERB,
    /// A run of words in which none is a cue: أي وقت مضى.
    IDIOM,
    /// Opens a condition: إذا، لو.
    CONDITION,
    /// Who somebody is: اسمه، هويته.
    IDENTITY,
    /// دون: what follows its أن is left undone.
    WITHOUT,
    /// A document that one goes by rather than listens to: `وفق القانون`.
    NORM,
    /// What follows ought to be or may be: يجب، يمكن.
    MODAL,
    /// Stands between a word of saying and its complement: لافتا الانتباه إلى.
    BETWEEN,
    /// Among the relatives, those that follow a noun: الذي.
    RELATIVE_PRONOUN,
    /// Joins the parts of a personal name, or opens one: بن، أبو، فان.
    NAME_PARTICLE,
    ADJECTIVE,
    /// A verb must follow: قد، لم.
    BEFORE_VERB,
    /// Says of a noun when it was so: السابق.
    TIME_ADJECTIVE,
    /// An office that needs to be said of what it is: مدير.
    RELATIONAL,
    /// Listens to what others say: صحفيون.
    AUDIENCE,
    /// Says where within a body somebody belongs: في، لدى.
    LOCATIVE,
    /// Says near what something lies: شمالي، قرب.
    PLACE,
    /// Heads the name of a place: مدينة، حي.
    LOCALITY,
    /// Says for whom a spokesman speaks: باسم.
    ON_BEHALF,
    /// Sets the narrator's clause against what was said: فيما، في حين.
    CONTRAST,
    /// Takes back part of what was said: لكن، إلا أن.
    ADVERSATIVE,
    /// Opens a remark on the saying: في خطوة.
    ASIDE,
    /// Goes on with the clause before: حيث، إذ.
    CONTINUATION,
    /// Opens the remark whom or what the saying means: في إشارة إلى.
    ALLUSION,
    /// Says that what follows is a name: اسم، المسماة.
    NAMING,
    /// What kind of thing is told, not what: تفاصيل، أسماء.
    MATTER,
    /// Says after what: بعد، عقب.
    AFTER,
    /// Says what the saying answers: ردا على.
    REPLY,
    /// A family name, as the report itself shows.
    SURNAME,
    /// A pronoun that holds the subject of the verb behind it: أنه، لكنها، هو.
    SUBJECT_PRONOUN,
    /// كان, which takes the subject between itself and the verb.
    WAS,
    /// Fronts a topic: أما.
    TOPIC,
    /// Says of somebody that he is the first or greatest of a kind: أكبر، أحد.
    SUPERLATIVE,
    /// Heads of sources that are never named: مصدر.
    ANONYMOUS,
    /// Says of a source only that it knows: مطلع.
    VAGUE,
    /// عدم: begins what is said, and is no part of who says it.
    LACK,
    /// غير، شبه: before the adjective that it qualifies.
    DEGREE,
}

impl Classes {
    pub(crate) const NONE: Self = Self(0);
    /// Any word before a personal name.
    pub(crate) const TITLE: Self = Self(
        Self::OFFICE.0
            | Self::HONORIFIC.0
            | Self::RANK.0
            | Self::PROFESSION.0
            | Self::SPOKESMAN.0
            | Self::KIN.0
            | Self::ROLE.0,
    );
    /// Any head of a source phrase.
    pub(crate) const HEAD: Self = Self(
        Self::UNNAMED.0
            | Self::DOCUMENT.0
            | Self::ORGANISATION.0
            | Self::MEDIA.0
            | Self::COLLECTIVE.0
            | Self::ROLE.0,
    );

    pub(crate) fn any(self, of: Self) -> bool {
        self.0 & of.0 != 0
    }

    pub(crate) const fn or(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    pub(crate) const fn without(self, other: Self) -> Self {
        Self(self.0 & !other.0)
    }

    pub(crate) fn is_none(self) -> bool {
        self.0 == 0
    }

    pub(crate) const fn only(self, of: Self) -> Self {
        Self(self.0 & of.0)
    }

    /// What a word may be that stands in no table of meaning: a noun, an adjective, a verb.
    pub(crate) const OPEN: Self = Self(Self::NOUN.0 | Self::VERB.0 | Self::ADJECTIVE.0);

    /// What a word means, where that says nothing of how it stands in its sentence.
    const SENSE: Self = Self(Self::NAMING.0 | Self::MATTER.0);
    /// What no table of grammar says.
    pub(crate) const PLAIN: Self = Self(Self::OPEN.0 | Self::SENSE.0);

    /// Nothing of its grammar is known but, at most, whether it is a noun, an adjective or a verb.
    pub(crate) fn is_open(self) -> bool {
        self.without(Self::PLAIN).is_none()
    }
}

/// A verb or a noun of saying.
#[derive(Debug)]
pub(crate) struct CueEntry {
    pub(crate) lemma: Box<str>,
    pub(crate) act: Act,
    pub(crate) stance: Stance,
    pub(crate) passive_stance: Stance,
    pub(crate) channel: Option<Channel>,
    pub(crate) frames: Vec<Frame>,
    /// The frames where it carries its object as a suffix: those for that alone, then the others.
    pub(crate) suffix_frames: Vec<Frame>,
    pub(crate) masdar_frames: Vec<Frame>,
    pub(crate) participle: bool,
    pub(crate) passive: bool,
    /// Its third person with أن right behind is hardly ever somebody: يفترض أن.
    pub(crate) impersonal: bool,
    /// Goes on with somebody who has spoken.
    pub(crate) goes_on: bool,
    pub(crate) speaker: Speaker,
    pub(crate) form: Option<Form>,
    /// It passes judgement: وصف.
    pub(crate) evaluates: bool,
    /// It holds one thing to be another: اعتبر.
    pub(crate) holds: bool,
    /// As a noun it counts with nobody named and no clause: `سؤال عن`.
    pub(crate) alone: bool,
    /// As a noun it counts only with a clause: `مخاوف من أن`.
    pub(crate) only_clause: bool,
    /// Its words may follow with no mark or complementiser: `وقال الوزير نحن مستعدون`.
    pub(crate) bare: bool,
    /// It carries out a saying that its object names: `أطلق تصريحات`.
    pub(crate) carries: bool,
}

/// One way a word form is a cue.
#[derive(Debug, Clone, Copy)]
pub(crate) struct CueForm {
    pub(crate) entry: u16,
    pub(crate) features: Features,
    /// Only before a suffix.
    pub(crate) before_suffix: bool,
    /// Its first letter is a hamza, in careful spelling.
    pub(crate) hamza: bool,
}

/// All that a word form without clitics is.
#[derive(Debug, Default, Clone)]
pub(crate) struct WordInfo {
    pub(crate) classes: Classes,
    pub(crate) cues: SmallVec<[CueForm; 2]>,
    /// The ways it tells an event.
    pub(crate) events: SmallVec<[CueForm; 1]>,
    pub(crate) head: Option<HeadInfo>,
    pub(crate) access: Option<Access>,
    pub(crate) numeral: Option<Numeral>,
    pub(crate) time: Option<TimeWord>,
}

#[derive(Debug, Clone, Copy)]
pub(crate) struct HeadInfo {
    pub(crate) count: Option<Count>,
    /// A document's: بيان, تقرير.
    pub(crate) channel: Option<Channel>,
}

/// Something known by name.
#[derive(Debug)]
pub(crate) struct Name {
    pub(crate) kind: EntityKind,
    /// ISO code of the state that it is, or that it belongs to.
    pub(crate) state: Option<Box<str>>,
    /// The name that news uses most, in Arabic and in English.
    pub(crate) ar: Box<str>,
    pub(crate) en: Box<str>,
    /// It is the capital of its state.
    pub(crate) capital: bool,
    /// Folded, the one that names it best first.
    pub(crate) forms: Vec<Box<str>>,
    /// The common nouns that news calls it by: الصحيفة.
    pub(crate) nouns: Vec<Box<str>>,
}

/// What a fixed run of words is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Meaning {
    Name(u16),
    Channel(u16),
    AccordingTo(u16),
    Class(Classes),
    /// A signal of what a saying does.
    Act(u16),
    /// Bounds a number; whether it stands before it.
    Bound(Bound, bool),
    /// Makes a number a share in a hundred.
    Percent,
    /// Tells a time.
    Time(TimeWord),
    /// Tells an event.
    Event(u16),
    /// Somebody who has held an office.
    Person(u16),
    /// An entity of a user's own.
    Own(u32),
    /// A place; where `introduced`, only behind a noun for such places: `مدينة حلوان`.
    Place {
        place: u16,
        introduced: bool,
    },
}

#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Phrase {
    /// Folded words, the first without its article; it may carry clitics in the text.
    pub(crate) words: Box<[Box<str>]>,
    /// The first word has the article.
    pub(crate) definite: bool,
    pub(crate) meaning: Meaning,
}

#[derive(Debug)]
pub(crate) struct AccordingTo {
    pub(crate) lemma: Box<str>,
    /// How many of its words are the cue.
    pub(crate) cue_words: usize,
    pub(crate) source: SourceKind,
    pub(crate) act: Act,
    pub(crate) stance: Stance,
}

/// A verb or a noun that tells an event.
#[derive(Debug)]
pub(crate) struct EventEntry {
    pub(crate) lemma: Box<str>,
    /// Its own part in whether it tells a happening.
    pub(crate) weight: i16,
    pub(crate) kind: EventType,
    pub(crate) mode: Option<Box<str>>,
    pub(crate) cameo: Box<str>,
    /// It is a noun of event and no verb's.
    pub(crate) noun: bool,
    pub(crate) subject: Part,
    pub(crate) object: Part,
    /// A noun's genitive.
    pub(crate) genitive: Part,
    /// Folded prepositions that bring in the recipient.
    pub(crate) on: Vec<Box<str>>,
    /// Folded prepositions that bring in the actor.
    pub(crate) by: Vec<Box<str>>,
    /// Folded words one of which stands in its complements: `أطلق النار`.
    pub(crate) with: FxHashSet<Box<str>>,
    /// Folded words that make it none where they stand near behind it.
    pub(crate) unless: FxHashSet<Box<str>>,
    /// The parts that must be named.
    pub(crate) needs: Vec<Part>,
    pub(crate) whom: Option<Whom>,
    /// Folded words one of which its actor is: `انتشرت القوات`.
    pub(crate) who: FxHashSet<Box<str>>,
    /// Its verbal nouns and participles, where they tell no event: the verb is often spelt alike.
    pub(crate) lookalikes: FxHashSet<Box<str>>,
    /// It tells the event where it only refers to it: `بعد لقائه`.
    pub(crate) refers: bool,
    /// Folded words one of which its subject is: `سقط قتيل`.
    pub(crate) head: FxHashSet<Box<str>>,
    /// It counts only of many people.
    pub(crate) people: bool,
    /// It counts only of those who are called by what they do.
    pub(crate) doers_only: bool,
    /// As a verb it counts in the passive alone.
    pub(crate) passive_only: bool,
    /// Its verbal noun tells the event too.
    pub(crate) masdar: bool,
    pub(crate) alone: Alone,
    pub(crate) kinds: FxHashSet<Box<str>>,
    /// Folded words before it that end it: `وقف إطلاق النار`.
    pub(crate) halts: FxHashSet<Box<str>>,
    pub(crate) number: Option<NumberKind>,
}

/// What tells whether a word reports a happening.
#[derive(Debug, Default)]
pub(crate) struct SignTable {
    /// Where the weighing of a type begins; of every other type under none.
    pub(crate) starts: Vec<(Option<EventType>, i16)>,
    pub(crate) signs: Vec<Sign>,
    /// By folded form: where it counts, and for which sign.
    pub(crate) words: FxHashMap<Box<str>, SmallVec<[(SignPlace, u16); 2]>>,
}

#[derive(Debug)]
pub(crate) struct Sign {
    /// None for words.
    pub(crate) sees: Option<Sees>,
    pub(crate) weight: i16,
    /// Empty for all.
    pub(crate) kinds: Vec<EventType>,
}

/// What tells what a saying does.
#[derive(Debug, Default)]
pub(crate) struct ActTable {
    pub(crate) leanings: Vec<Leaning>,
    pub(crate) signals: Vec<Signal>,
    /// By word form: the signal whose verb it is.
    verbs: FxHashMap<Box<str>, SmallVec<[ActVerb; 2]>>,
    /// Signals that any verb may be.
    pub(crate) any_verb: Vec<u16>,
}

#[derive(Debug, Clone, Copy)]
pub(crate) struct ActVerb {
    pub(crate) signal: u16,
    pub(crate) features: Features,
    pub(crate) before_suffix: bool,
}

impl ActTable {
    /// What a folded word form without clitics signals as a verb.
    pub(crate) fn verbs(&self, folded: &str) -> &[ActVerb] {
        self.verbs.get(folded).map_or(&[], SmallVec::as_slice)
    }
}

/// What words that tell a channel tell, and where they count.
#[derive(Debug)]
pub(crate) struct ChannelWords {
    /// None for means that have no name in the record: `في مقاله`.
    pub(crate) channel: Option<Channel>,
    /// Folded prepositions that bring them in; none where they count as they stand.
    pub(crate) after: Box<[Box<str>]>,
    /// Folded verbs that bring them forth: `أصدر بيانا`.
    pub(crate) given: Box<[Box<str>]>,
    /// What they are where it is the media whom one speaks with: `في لقاء مع صحيفة`.
    pub(crate) with_media: Option<Channel>,
}

/// An occasion on which something is said.
#[derive(Debug, Clone)]
pub(crate) struct Occasion {
    /// What opens the name of whoever is spoken to: folded prepositions, or `obj`.
    pub(crate) to: Vec<Box<str>>,
    /// A question: whoever asked is answered.
    pub(crate) asks: bool,
}

/// Everything the tables say, by word form.
#[derive(Default)]
pub(crate) struct Lexicon {
    /// Cuts words that no table knows.
    pub(crate) segmenter: Segmenter,
    /// Tells parts of speech.
    pub(crate) tagger: Tagger,
    pub(crate) entries: Vec<CueEntry>,
    pub(crate) events: Vec<EventEntry>,
    /// Folded forms that bring in how long something lasted.
    pub(crate) lasting: FxHashSet<Box<str>>,
    /// Folded forms that say that what follows may be, or is tried.
    pub(crate) prospects: FxHashSet<Box<str>>,
    /// Folded forms that say that what follows is left undone.
    pub(crate) refusals: FxHashSet<Box<str>>,
    /// Folded forms that say that what follows is to come.
    pub(crate) intents: FxHashSet<Box<str>>,
    /// The events that sayings are, by what they do.
    pub(crate) act_events: Vec<(Act, u16)>,
    /// Folded forms of verbs that say that what a noun tells was done, and what their subject is in it.
    pub(crate) light: FxHashMap<Box<str>, Part>,
    /// Folded words for the doer himself.
    selves: FxHashSet<Box<str>>,
    /// Folded prepositions that say of whom somebody is one.
    of: FxHashSet<Box<str>>,
    /// Folded forms of what those are called who do what a type is about.
    pub(crate) doers: Vec<(EventType, FxHashSet<Box<str>>)>,
    /// Folded forms of what a type is done with.
    pub(crate) means: Vec<(EventType, FxHashSet<Box<str>>)>,
    pub(crate) signs: SignTable,
    pub(crate) according_to: Vec<AccordingTo>,
    pub(crate) names: Vec<Name>,
    pub(crate) world: World,
    pub(crate) channels: Vec<ChannelWords>,
    pub(crate) acts: ActTable,
    /// Folded words that may stand between a preposition and the channel it brings in.
    channel_between: FxHashSet<Box<str>>,
    /// What follows a verb that says something by the means named before: `بيانا نددت فيه`.
    channel_back: Box<[Box<str>]>,
    /// How a sentence begins that tells by what means the one before was said: `جاء ذلك خلال`.
    channel_refers: Box<[Box<str>]>,
    words: FxHashMap<Box<str>, WordInfo>,
    phrases: FxHashMap<Box<str>, Vec<Phrase>>,
    /// Occasions of saying, by their forms.
    occasions: FxHashMap<Box<str>, Occasion>,
    /// The prepositions that an adjective takes, by its form.
    governs: FxHashMap<Box<str>, Vec<Box<str>>>,
    /// The masculine of a title, the lemma of a head of source phrases, by their other forms. Plurals of
    /// titles are left out: رئيس الوزراء is no وزير.
    lemmas: FxHashMap<Box<str>, Box<str>>,
    /// The names of states, by their ISO codes.
    states: FxHashMap<Box<str>, u16>,
    /// The codes of three letters of states, by those of two.
    alpha3: FxHashMap<Box<str>, Box<str>>,
    /// What news calls bodies, people and places by.
    pub(crate) callings: callings::Callings,
    /// The ISO code of the state that an adjective of nationality belongs to.
    nationalities: FxHashMap<Box<str>, Box<str>>,
}

impl Lexicon {
    /// The lexicon that the program carries.
    pub(crate) fn embedded() -> Result<Self, LexiconError> {
        build::build(TABLES)
    }

    /// What a folded word form without clitics is.
    pub(crate) fn word(&self, folded: &str) -> Option<&WordInfo> {
        self.words.get(folded)
    }

    /// The occasion that a folded form without clitics names.
    pub(crate) fn occasion(&self, folded: &str) -> Option<&Occasion> {
        self.occasions.get(folded)
    }

    /// Does the adjective with this stem take this preposition (`المسؤول عن`)?
    pub(crate) fn governs(&self, stem: &str, preposition: &str) -> bool {
        self.governs
            .get(stem)
            .is_some_and(|ps| ps.iter().any(|p| &**p == preposition))
    }

    /// The form that stands for all forms of a title or of a head of source phrases, and for the words that
    /// say the same.
    pub(crate) fn lemma(&self, stem: &str) -> Option<&str> {
        let lemma = self.lemmas.get(stem)?;
        Some(self.lemmas.get(lemma).unwrap_or(lemma))
    }

    /// The state whose people or things an adjective describes.
    pub(crate) fn nationality(&self, stem: &str) -> Option<&str> {
        self.nationalities.get(stem).map(|s| &**s)
    }

    /// The name of a state, by its ISO code.
    pub(crate) fn state(&self, iso: &str) -> Option<u16> {
        self.states.get(iso).copied()
    }

    /// The ISO code of three letters of a state, by that of two.
    pub(crate) fn alpha3(&self, iso: &str) -> Option<&str> {
        self.alpha3.get(iso).map(|code| &**code)
    }

    /// `ختام` in `في ختام كلمته`.
    pub(crate) fn leads_to_channel(&self, folded: &str) -> bool {
        self.channel_between.contains(folded)
    }

    /// `فيه` in `بيانا نددت فيه`.
    pub(crate) fn points_to_channel(&self, folded: &str) -> bool {
        self.channel_back.iter().any(|w| **w == *folded)
    }

    /// `جاء ذلك خلال كلمته`, `وجاءت تصريحاته في مقابلة`.
    pub(crate) fn refers_back(&self, first: &str, second: &str) -> bool {
        let bare = first.strip_prefix('و').unwrap_or(first);
        self.channel_refers
            .iter()
            .any(|w| w.split_once(' ').is_some_and(|w| w == (bare, second)))
    }

    /// نفسه, the doer himself as object.
    pub(crate) fn is_self(&self, folded: &str) -> bool {
        self.selves.contains(folded)
    }

    /// من in `مهاجم من الحركة`.
    pub(crate) fn is_of(&self, folded: &str) -> bool {
        self.of.contains(folded)
    }

    /// The fixed runs of words whose first word is `folded`, its article aside; longest first.
    pub(crate) fn phrases(&self, folded: &str) -> &[Phrase] {
        self.phrases.get(folded).map_or(&[], Vec::as_slice)
    }
}

/// The tables of a folder, for tests that read their examples.
#[cfg(test)]
pub(crate) fn tables(folder: &str) -> impl Iterator<Item = (&'static str, &'static str)> {
    let inside = move |(file, _): &&(&str, &str)| file.starts_with(folder);
    TABLES
        .iter()
        .filter(inside)
        .map(|&(file, text)| (file, text))
}

/// The text of a table, for tests that read its examples.
#[cfg(test)]
pub(crate) fn table(name: &str) -> &'static str {
    TABLES
        .iter()
        .find(|(file, _)| *file == name)
        .map_or("", |&(_, text)| text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_class_has_a_bit_of_its_own() {
        let mut taken = Classes::NONE;
        for (name, class) in Classes::NAMED {
            assert!(!taken.any(*class), "{name} shares its bit");
            taken = taken.or(*class);
        }
    }

    #[test]
    fn every_table_follows_its_schema() {
        if let Err(error) = Lexicon::embedded() {
            panic!("{error}");
        }
    }

    #[test]
    fn faults_of_offices_and_places_are_told_with_file_and_line() {
        const STATES: &str = "[[state]]\niso = \"IQ\"\nalpha3 = \"IRQ\"\nar = [\"العراق\"]\nen = \"Iraq\"\ncapital_ar = [\"بغداد\"]\ncapital_en = \"Baghdad\"\nnationality_ar = [\"عراقي\"]\nnationality_en = \"Iraqi\"\n";
        const BODIES: &str = "[[body]]\nar = [\"أوبك\"]\nen = \"OPEC\"\nkind = \"organisation\"\n";
        let office = |owner: &str, holders: &str| {
            format!(
                "[[office]]\n{owner}\ntitle = [\"أمين عام\"]\nen = \"Head\"\nholder = [\n{holders}\n]\n"
            )
        };
        let place = |rest: &str| format!("[[place]]\nar = [\"البصرة\"]\nen = \"Basra\"\n{rest}\n");
        let offices = "world/offices.toml";
        let by_hand = "world/places-by-hand.toml";
        let made = "world/places.tsv";
        for (file, table, expected) in [
            (offices, office("state = \"IQ\"", ""), ""),
            (
                offices,
                office("state = \"ZZ\"", ""),
                "world/offices.toml:2: no state `ZZ`",
            ),
            (
                offices,
                office("body = \"OPEX\"", ""),
                "world/offices.toml:2: no body with the English name `OPEX`",
            ),
            (
                offices,
                office("", ""),
                "world/offices.toml:3: an office is of",
            ),
            (
                offices,
                office(
                    "body = \"OPEC\"",
                    "{ ar = [\"سعد\"], en = \"Saad\", from = \"2009-13\" }",
                ),
                "world/offices.toml:6: `2009-13` is no date",
            ),
            (
                offices,
                office(
                    "body = \"OPEC\"",
                    "{ ar = [\"سعد\"], en = \"Saad\", from = \"2012\", to = \"2011-05\" }",
                ),
                "world/offices.toml:6: Saad goes before he comes",
            ),
            (
                offices,
                office(
                    "body = \"OPEC\"",
                    "{ ar = [\"سعد\"], en = \"Saad\", from = \"2012\" },\n{ ar = [\"علي\"], en = \"Ali\", from = \"2010\" }",
                ),
                "world/offices.toml:7: Ali stands behind a later holder",
            ),
            (
                offices,
                office("body = \"OPEC\"", "{ en = \"Saad\" }"),
                "world/offices.toml:6: `Saad` has no `ar`",
            ),
            (
                offices,
                office(
                    "body = \"OPEC\"",
                    "{ ar = [\"أحمد\", \"احمد\"], en = \"Ahmad\" }",
                ),
                "world/offices.toml:6: `احمد` is given twice",
            ),
            (
                offices,
                office("state = \"IQ\"", "") + &office("state = \"IQ\"", ""),
                "world/offices.toml:10: the title `امين عام` is given to two offices",
            ),
            (by_hand, place("kind = \"city\"\nstate = \"IQ\""), ""),
            (
                by_hand,
                place("kind = \"town\""),
                "world/places-by-hand.toml:4: unknown variant `town`",
            ),
            (
                by_hand,
                place("kind = \"city\"\nstate = \"IK\""),
                "world/places-by-hand.toml:2: no state `IK`",
            ),
            (
                by_hand,
                place("kind = \"city\"\nstate = \"IQ\"\nwithin = \"Basrah\""),
                "world/places-by-hand.toml:2: no place `Basrah` in that state",
            ),
            (
                by_hand,
                place("kind = \"city\"\nlat = 301.0\nlon = 47.0"),
                "world/places-by-hand.toml:2: Basra lies nowhere on earth",
            ),
            (
                by_hand,
                place("kind = \"city\"") + &place("kind = \"city\""),
                "world/places-by-hand.toml:6: `البصرة` is given twice",
            ),
            (
                made,
                "Basra\tcity\tIQ\t\t30.5\t47.8\t1326564\t99532\tالبصرة\n".to_owned(),
                "",
            ),
            (
                made,
                "# Made.\n\nBasra\tcity\tIQ\n".to_owned(),
                "world/places.tsv:3: nine fields",
            ),
            (
                made,
                "Basra\tcity\tIQ\t\tnorth\t47.8\t\t\tالبصرة\n".to_owned(),
                "world/places.tsv:1: no degrees",
            ),
            (
                made,
                "Basra\tcity\tIQ\t\t\t\t\t\t\n".to_owned(),
                "world/places.tsv:1: Basra has no name",
            ),
        ] {
            let tables = [
                ("world/states.toml", STATES),
                ("world/bodies.toml", BODIES),
                (file, &table),
            ];
            let error = build::build(&tables)
                .err()
                .map(|e| e.to_string())
                .unwrap_or_default();
            assert!(
                error.starts_with(expected) && error.is_empty() == expected.is_empty(),
                "{table}\n{error}"
            );
        }
    }

    #[test]
    fn faults_are_told_with_file_and_line() {
        for (table, expected) in [
            ("[[verb]]\nlemma = \"قال\"\n", "ar/verbs/x.toml:1:"),
            (
                "[[verb]]\nlemma = \"قال\"\nroot = \"ق و ل\"\nform = 1\nvowels=\"a-u\"\nmasdar=[\"قول\"]\ngloss=\"say\"\nact=\"inform\"\nframes=[\n\"to:content\"]\n",
                "ar/verbs/x.toml:10: the introducer `to`",
            ),
            ("[[verb]]\nlemma = 3\n", "ar/verbs/x.toml:2:"),
        ] {
            let error = build::build(&[("ar/verbs/x.toml", table)])
                .err()
                .map(|e| e.to_string())
                .unwrap_or_default();
            assert!(error.starts_with(expected), "{error}");
        }
    }
}
