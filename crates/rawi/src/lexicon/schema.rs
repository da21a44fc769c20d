//! Takes: TOML text. Gives: the tables of `lexicon/`, as `lexicon/README.md` describes them.
//! Relies on: serde refusing keys it does not know; what the types cannot check, `load` does.

mod world;

pub(crate) use world::*;

use serde::Deserialize;
use toml::Spanned;

use crate::language::arabic::number::Bound;
use crate::record::{
    Access, Act, Channel, Count, EntityKind, EventType, Form, NumberKind, Sector, SourceType,
    Stance,
};
use crate::time::{Calendar, Modifier, PartOfDay, Reference, Season, Unit};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Verbs {
    pub(crate) verb: Vec<Verb>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Verb {
    pub(crate) lemma: Spanned<String>,
    pub(crate) root: String,
    pub(crate) form: u8,
    pub(crate) vowels: Option<String>,
    #[serde(default)]
    pub(crate) masdar: Vec<String>,
    pub(crate) gloss: String,
    pub(crate) act: Act,
    #[serde(default = "neutral")]
    pub(crate) stance: Stance,
    pub(crate) channel: Option<Channel>,
    pub(crate) frames: Vec<Spanned<String>>,
    #[serde(default)]
    pub(crate) masdar_frames: Vec<Spanned<String>>,
    #[serde(default = "yes")]
    pub(crate) participle: bool,
    #[serde(default)]
    pub(crate) passive: bool,
    #[serde(default)]
    pub(crate) impersonal: bool,
    /// The stance of its impersonal use: قيل is hearsay.
    pub(crate) passive_stance: Option<Stance>,
    /// It passes judgement, so that its act is told by how harsh or kind its content is.
    #[serde(default)]
    pub(crate) evaluates: bool,
    /// It holds one thing to be another; before the predicate alone it is in the passive: يعتبر.
    #[serde(default)]
    pub(crate) holds: bool,
    /// Its masdar counts with nobody named and no clause.
    #[serde(default)]
    pub(crate) masdar_alone: bool,
    /// Its words may follow with no mark or complementiser.
    #[serde(default)]
    pub(crate) bare: bool,
    /// It carries out a saying that its object names.
    #[serde(default)]
    pub(crate) carries: bool,
    #[serde(default)]
    pub(crate) goes_on: bool,
    #[serde(default)]
    pub(crate) speaker: Speaker,
    #[serde(default)]
    pub(crate) examples: Vec<String>,
    #[serde(default)]
    pub(crate) not: Vec<String>,
}

#[derive(Deserialize, Default, Clone, Copy, PartialEq, Eq, Debug)]
#[serde(rename_all = "lowercase")]
pub(crate) enum Speaker {
    #[default]
    Any,
    Needed,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Nouns {
    pub(crate) noun: Vec<Noun>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Noun {
    pub(crate) lemma: Spanned<String>,
    #[serde(default)]
    pub(crate) forms: Vec<String>,
    pub(crate) gloss: String,
    pub(crate) act: Act,
    #[serde(default = "neutral")]
    pub(crate) stance: Stance,
    pub(crate) channel: Option<Channel>,
    pub(crate) form: Option<Form>,
    /// It counts with nobody named and no clause.
    #[serde(default)]
    pub(crate) alone: bool,
    /// It counts only with a clause.
    #[serde(default)]
    pub(crate) only_clause: bool,
    pub(crate) frames: Vec<Spanned<String>>,
    #[serde(default)]
    pub(crate) examples: Vec<String>,
    #[serde(default)]
    pub(crate) not: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct AccordingTos {
    pub(crate) according_to: Vec<AccordingTo>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct AccordingTo {
    pub(crate) words: Spanned<String>,
    pub(crate) cue: String,
    pub(crate) source: SourceKind,
    #[serde(default = "inform")]
    pub(crate) act: Act,
    #[serde(default = "neutral")]
    pub(crate) stance: Stance,
    #[serde(default)]
    pub(crate) examples: Vec<String>,
    #[serde(default)]
    pub(crate) not: Vec<String>,
}

/// What follows a preposition of source.
#[derive(Deserialize, Clone, Copy, PartialEq, Eq, Debug)]
#[serde(rename_all = "lowercase")]
pub(crate) enum SourceKind {
    /// The source itself: `بحسب المصدر`.
    Noun,
    /// The source with ل: `وفقا للبيان`.
    #[serde(rename = "ل")]
    Lam,
    /// A verb of saying: `حسبما أعلن`.
    Clause,
    /// Nothing: the phrase holds a pronoun: `على حد قوله`.
    #[serde(rename = "self")]
    Itself,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Closed {
    pub(crate) class: Vec<Class>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Class {
    pub(crate) name: Spanned<String>,
    pub(crate) words: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Titles {
    pub(crate) title: Vec<Title>,
    #[serde(default)]
    pub(crate) same: Vec<Same>,
}

/// Words that say the same of whom they describe.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Same {
    pub(crate) words: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Title {
    pub(crate) word: Spanned<String>,
    pub(crate) feminine: Option<String>,
    #[serde(default)]
    pub(crate) plural: Vec<String>,
    pub(crate) kind: TitleKind,
    #[serde(default)]
    pub(crate) relational: bool,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Occasions {
    pub(crate) occasion: Vec<Occasion>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Occasion {
    pub(crate) words: Vec<String>,
    pub(crate) to: Vec<String>,
    #[serde(default)]
    pub(crate) asks: bool,
    #[serde(default)]
    pub(crate) examples: Vec<String>,
    #[serde(default)]
    pub(crate) not: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Adjectives {
    pub(crate) adjective: Vec<Adjective>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Adjective {
    pub(crate) words: Vec<String>,
    #[serde(default)]
    pub(crate) forms: Vec<String>,
    #[serde(default)]
    pub(crate) prepositions: Vec<String>,
    #[serde(default)]
    pub(crate) examples: Vec<String>,
}

#[derive(Deserialize, Clone, Copy, PartialEq, Eq, Debug)]
#[serde(rename_all = "lowercase")]
pub(crate) enum TitleKind {
    Office,
    Honorific,
    Rank,
    Profession,
    Spokesman,
    Kin,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Sources {
    pub(crate) head: Vec<Head>,
    #[serde(default)]
    pub(crate) quality: Vec<Quality>,
    #[serde(default)]
    pub(crate) vague: Vec<Vague>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Head {
    pub(crate) words: Vec<String>,
    #[serde(rename = "type")]
    pub(crate) kind: HeadKind,
    pub(crate) count: Option<Count>,
    pub(crate) channel: Option<Channel>,
    /// One goes by it: after `وفق` it is a rule kept, not a source heard.
    #[serde(default)]
    pub(crate) norm: bool,
    /// The word that all forms of the entry are forms of.
    pub(crate) lemma: Option<String>,
    #[serde(default)]
    pub(crate) anonymous: bool,
}

#[derive(Deserialize, Clone, Copy, PartialEq, Eq, Debug)]
#[serde(rename_all = "lowercase")]
pub(crate) enum HeadKind {
    Unnamed,
    Document,
    Organisation,
    Media,
    Collective,
    Role,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Quality {
    pub(crate) words: Vec<String>,
    pub(crate) access: Access,
}

/// Adjectives that tell nothing of a source but that it knows.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Vague {
    pub(crate) words: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Channels {
    pub(crate) between: Vec<String>,
    pub(crate) back: Vec<String>,
    pub(crate) refers: Vec<String>,
    pub(crate) channel: Vec<ChannelWords>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct ChannelWords {
    pub(crate) after: Vec<String>,
    pub(crate) words: Vec<String>,
    #[serde(default)]
    pub(crate) phrases: Vec<String>,
    /// Verbs that bring it forth with themselves as subject: أصدر بيانا.
    #[serde(default)]
    pub(crate) given: Vec<String>,
    /// The channel where it is the media whom one speaks with: في لقاء مع صحيفة.
    pub(crate) with_media: Option<Channel>,
    pub(crate) channel: Option<Channel>,
    #[serde(default)]
    pub(crate) examples: Vec<String>,
    #[serde(default)]
    pub(crate) not: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Acts {
    #[serde(default)]
    pub(crate) leaning: Vec<Leaning>,
    pub(crate) signal: Vec<Signal>,
}

/// What a kind of source and a way of saying do more often.
#[derive(Deserialize, Debug)]
#[serde(deny_unknown_fields)]
pub(crate) struct Leaning {
    pub(crate) act: Act,
    pub(crate) weight: u8,
    /// Of these sources; of any where none is named.
    #[serde(default)]
    pub(crate) source: Vec<SourceType>,
    pub(crate) form: Option<Form>,
    pub(crate) stance: Option<Stance>,
    #[serde(default)]
    pub(crate) channel: Vec<Channel>,
}

/// Words of a content that tell what saying it does, and where they count.
#[derive(Deserialize, Debug)]
#[serde(deny_unknown_fields)]
pub(crate) struct Signal {
    pub(crate) act: Act,
    pub(crate) weight: u8,
    pub(crate) place: Option<Place>,
    pub(crate) person: Option<Speaking>,
    pub(crate) tense: Option<Tense>,
    pub(crate) negated: Option<bool>,
    /// The clause is about the speaker's own side: he himself, `بلاده`, his state or body.
    pub(crate) own: Option<bool>,
    /// A word that must follow soon.
    pub(crate) then: Option<String>,
    /// Letters that the next word begins with.
    #[serde(default)]
    pub(crate) next: Vec<String>,
    #[serde(default)]
    pub(crate) words: Vec<String>,
    #[serde(default)]
    pub(crate) nouns: Vec<String>,
    #[serde(default)]
    pub(crate) adjectives: Vec<String>,
    /// `lemma root form vowels`.
    #[serde(default)]
    pub(crate) verbs: Vec<Spanned<String>>,
    /// Every verb that can be told to be one.
    #[serde(default)]
    pub(crate) any_verb: bool,
}

#[derive(Deserialize, Clone, Copy, PartialEq, Eq, Debug)]
#[serde(rename_all = "lowercase")]
pub(crate) enum Place {
    /// The first words of what is said.
    Head,
}

#[derive(Deserialize, Clone, Copy, PartialEq, Eq, Debug)]
#[serde(rename_all = "lowercase")]
pub(crate) enum Speaking {
    First,
    Third,
}

#[derive(Deserialize, Clone, Copy, PartialEq, Eq, Debug)]
#[serde(rename_all = "lowercase")]
pub(crate) enum Tense {
    Past,
    Present,
    Future,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Months {
    pub(crate) month: Vec<Month>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Month {
    pub(crate) number: Spanned<i8>,
    pub(crate) calendar: Calendar,
    pub(crate) names: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Events {
    #[serde(rename = "type")]
    pub(crate) kind: EventType,
    /// What a code is where its entry says no more.
    pub(crate) cameo: String,
    /// A word that only refers to its event tells it too.
    #[serde(default)]
    pub(crate) refers: bool,
    /// What those are called who do it, wherever they stand: متظاهر.
    #[serde(default)]
    pub(crate) doers: Vec<String>,
    /// What it is done with, which is never whom it is done to: عبوة.
    #[serde(default)]
    pub(crate) means: Vec<String>,
    #[serde(default)]
    pub(crate) verb: Vec<EventVerb>,
    #[serde(default)]
    pub(crate) noun: Vec<EventNoun>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct EventVerb {
    pub(crate) lemma: Spanned<String>,
    pub(crate) root: String,
    pub(crate) form: u8,
    pub(crate) vowels: Option<String>,
    #[serde(default)]
    pub(crate) masdar: Vec<String>,
    pub(crate) gloss: String,
    pub(crate) mode: Option<String>,
    pub(crate) cameo: Option<String>,
    #[serde(default = "actor")]
    pub(crate) subject: Part,
    #[serde(default = "recipient")]
    pub(crate) object: Part,
    #[serde(default)]
    pub(crate) on: Vec<String>,
    #[serde(default)]
    pub(crate) with: Vec<String>,
    #[serde(default)]
    pub(crate) head: Vec<String>,
    #[serde(default)]
    pub(crate) by: Vec<String>,
    #[serde(default)]
    pub(crate) unless: Vec<String>,
    #[serde(default)]
    pub(crate) needs: Vec<Part>,
    pub(crate) whom: Option<Whom>,
    pub(crate) refers: Option<bool>,
    #[serde(default)]
    pub(crate) who: Vec<String>,
    #[serde(default)]
    pub(crate) people: bool,
    /// It counts only of those who are called by what they do: `سار المتظاهرون`.
    #[serde(default)]
    pub(crate) doers_only: bool,
    #[serde(default)]
    pub(crate) passive_only: bool,
    #[serde(default = "yes")]
    pub(crate) masdar_event: bool,
    pub(crate) number: Option<NumberKind>,
    /// How much more often than other words of its type it tells a happening, in tenths of log odds.
    #[serde(default)]
    pub(crate) weight: i16,
    #[serde(default)]
    pub(crate) examples: Vec<String>,
    #[serde(default)]
    pub(crate) not: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct EventNoun {
    pub(crate) lemma: String,
    #[serde(default)]
    pub(crate) forms: Vec<String>,
    pub(crate) gloss: String,
    pub(crate) mode: Option<String>,
    pub(crate) cameo: Option<String>,
    pub(crate) genitive: Part,
    #[serde(default)]
    pub(crate) on: Vec<String>,
    #[serde(default)]
    pub(crate) by: Vec<String>,
    #[serde(default)]
    pub(crate) unless: Vec<String>,
    #[serde(default)]
    pub(crate) needs: Vec<Part>,
    pub(crate) whom: Option<Whom>,
    pub(crate) refers: Option<bool>,
    #[serde(default)]
    pub(crate) alone: Alone,
    #[serde(default)]
    pub(crate) kinds: Vec<String>,
    #[serde(default)]
    pub(crate) halts: Vec<String>,
    pub(crate) number: Option<NumberKind>,
    /// How much more often than other words of its type it tells a happening, in tenths of log odds.
    #[serde(default)]
    pub(crate) weight: i16,
    #[serde(default)]
    pub(crate) examples: Vec<String>,
    #[serde(default)]
    pub(crate) not: Vec<String>,
}

/// The events that sayings are, by what they do.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct ActEvents {
    pub(crate) act: Vec<ActEvent>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct ActEvent {
    pub(crate) act: Act,
    /// Words that open what is said where it is no event.
    #[serde(default)]
    pub(crate) unless: Vec<String>,
    #[serde(rename = "type")]
    pub(crate) kind: EventType,
    pub(crate) mode: Option<String>,
    pub(crate) cameo: String,
}

/// Words before the word of an event that say that it is not told as done.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct StatusWords {
    pub(crate) prospect: Forms,
    pub(crate) intent: Forms,
    pub(crate) refusal: Forms,
}

/// Words as they stand, and verbs in every finite form.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Forms {
    pub(crate) verbs: Vec<Spanned<String>>,
    pub(crate) words: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct LightVerbs {
    /// Words for the doer himself as object: نفسه.
    pub(crate) selves: Vec<String>,
    /// Prepositions that say of whom somebody is one: `مهاجم من الحركة`.
    pub(crate) of: Vec<String>,
    pub(crate) light: Vec<LightVerb>,
}

/// Verbs that say that what a noun tells was done, and what their subject is in it.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct LightVerb {
    pub(crate) gloss: String,
    pub(crate) subject: Part,
    /// `lemma root form vowels`.
    pub(crate) verbs: Vec<Spanned<String>>,
}

/// What tells whether a word reports that something happened or only refers to it.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Signs {
    pub(crate) start: Vec<SignStart>,
    pub(crate) sign: Vec<Spanned<SignEntry>>,
}

/// Where the weighing begins.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct SignStart {
    /// Of this type; of every other where none is named.
    #[serde(rename = "type")]
    pub(crate) kind: Option<EventType>,
    pub(crate) weight: i16,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct SignEntry {
    pub(crate) gloss: String,
    /// In tenths of log odds.
    pub(crate) weight: i16,
    /// Of events of these types alone.
    #[serde(default, rename = "type")]
    pub(crate) kinds: Vec<EventType>,
    /// What it sees that is no word; or else `place` and words.
    pub(crate) sees: Option<Sees>,
    pub(crate) place: Option<SignPlace>,
    #[serde(default)]
    pub(crate) words: Vec<String>,
    /// `lemma root form vowels`.
    #[serde(default)]
    pub(crate) verbs: Vec<Spanned<String>>,
}

/// What a sign sees of a word of event, of its parts and of its sentence.
#[derive(Deserialize, Clone, Copy, PartialEq, Eq, Debug)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Sees {
    /// A verb that tells what was.
    Past,
    /// A verb of the present.
    Present,
    /// A passive, by its spelling or by having one noun alone.
    Passive,
    /// The noun of a verb.
    Masdar,
    /// A noun of event, by itself.
    Noun,
    /// A fixed run of words.
    Run,
    /// The article.
    Definite,
    /// A pronoun at its end.
    Suffixed,
    /// و or ف before it.
    Joined,
    /// Told as done, with who did it and to whom: a verb of the past, or the noun that a light verb brings in.
    Deed,
    /// A targeted act that somebody is accused of, its victim named.
    Charged,
    /// Told as done, with its day and its place.
    DayAndPlace,
    /// A quantity before it: `ثلاث غارات`.
    Counted,
    /// It stands at the head of its sentence.
    Head,
    /// The head of the title or of the text.
    Opening,
    /// In a relative clause.
    Relative,
    /// Behind the أن that opens what is said.
    Told,
    /// Behind أن that follows a preposition: `بعد أن`.
    AfterThat,
    Negated,
    Conditional,
    Future,
    Modal,
    /// In somebody's words, as the report renders them.
    Said,
    /// In quotation marks.
    Quoted,
    /// What a request, a threat, a warning or a wish is about.
    Wished,
    /// An opinion, a condemnation or praise is about it.
    Judged,
    /// The actor is named.
    Actor,
    /// The recipient is named.
    Recipient,
    /// Nobody is named whom its entry wants named.
    Unborne,
    /// The recipient is told by number.
    NumberedRecipient,
    /// The actor has the article.
    DefiniteActor,
    DefiniteRecipient,
    /// A number stands near.
    NumberNear,
    /// A time stands in the clause: yesterday, a weekday, a part of the day.
    DayNear,
    /// A date or a year.
    DateNear,
    /// A stretch of time or how often.
    SpanNear,
    /// A day is told somewhere in the sentence.
    DaySomewhere,
    /// A place stands near.
    Place,
    /// Another word of the same type in the sentence, before it.
    RivalBefore,
    RivalBehind,
    /// Three or more of them in the sentence.
    Rivals,
    /// The sentence is long.
    Long,
    /// The sentence is short.
    Short,
    /// The sentence asks.
    Question,
    /// First or second person.
    Speaker,
    /// The tagger takes it for a verb.
    Tagged,
    /// The actor is called by what he does: `مسلحون`.
    DoerActor,
    /// A mark follows.
    Bare,
    /// A genitive or an object follows.
    Followed,
    /// Plural without article: `مظاهرات`.
    Plural,
    /// A preposition leads it in.
    Led,
}

/// Where the words of a sign stand.
#[derive(Deserialize, Clone, Copy, PartialEq, Eq, Debug)]
#[serde(rename_all = "lowercase")]
pub(crate) enum SignPlace {
    /// Right before it, quantities aside.
    Before,
    /// What it hangs on, a preposition between aside.
    Governor,
    /// Before it in its clause.
    Ahead,
    /// Right behind it, one word between allowed.
    Behind,
    /// Within some words on either side.
    Near,
    /// In its sentence.
    Sentence,
    /// Among the first words of its sentence.
    Opening,
    /// In the words that name the actor.
    Actor,
    /// In the words that name the recipient.
    Recipient,
}

/// What part a complement has in an event.
#[derive(Deserialize, Clone, Copy, PartialEq, Eq, Debug)]
#[serde(rename_all = "lowercase")]
pub(crate) enum Part {
    Actor,
    Recipient,
    None,
}

/// What the recipient must be.
#[derive(Deserialize, Clone, Copy, PartialEq, Eq, Debug)]
#[serde(rename_all = "lowercase")]
pub(crate) enum Whom {
    /// Somebody: persons, groups, bodies, states.
    People,
}

/// When a noun of event counts with nobody named.
#[derive(Deserialize, Default, Clone, Copy, PartialEq, Eq, Debug)]
#[serde(rename_all = "lowercase")]
pub(crate) enum Alone {
    Always,
    /// Where one of its kinds stands beside it, or something says that it happened.
    Kind,
    #[default]
    Never,
}

fn actor() -> Part {
    Part::Actor
}

fn recipient() -> Part {
    Part::Recipient
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Times {
    pub(crate) unit: Vec<UnitEntry>,
    pub(crate) day: Vec<DayEntry>,
    pub(crate) toward: Vec<TowardEntry>,
    pub(crate) part: Vec<PartEntry>,
    pub(crate) season: Vec<SeasonEntry>,
    pub(crate) weekday: Vec<WeekdayEntry>,
    pub(crate) phase: Vec<PhaseEntry>,
    pub(crate) decade: Vec<DecadeEntry>,
    pub(crate) reference: Vec<ReferenceEntry>,
    pub(crate) every: Vec<WordsEntry>,
    pub(crate) often: Vec<OftenEntry>,
    pub(crate) offset: Vec<TowardEntry>,
    pub(crate) clock: ClockEntry,
    pub(crate) ahead: WordsEntry,
    pub(crate) era: EraEntry,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct UnitEntry {
    pub(crate) unit: Unit,
    pub(crate) words: Vec<String>,
    #[serde(default)]
    pub(crate) dual: Vec<String>,
    #[serde(default)]
    pub(crate) plural: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct DayEntry {
    pub(crate) offset: i32,
    pub(crate) part: Option<PartOfDay>,
    pub(crate) words: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct TowardEntry {
    pub(crate) step: i8,
    pub(crate) words: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct PartEntry {
    pub(crate) part: PartOfDay,
    pub(crate) words: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct SeasonEntry {
    pub(crate) season: Season,
    pub(crate) words: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct WeekdayEntry {
    pub(crate) day: Spanned<i8>,
    pub(crate) words: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct PhaseEntry {
    #[serde(rename = "mod")]
    pub(crate) modifier: Modifier,
    pub(crate) words: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct DecadeEntry {
    pub(crate) from: i16,
    pub(crate) words: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct ReferenceEntry {
    pub(crate) reference: Reference,
    pub(crate) words: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct OftenEntry {
    pub(crate) unit: Unit,
    pub(crate) words: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct WordsEntry {
    pub(crate) words: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct ClockEntry {
    pub(crate) hour: Vec<String>,
    pub(crate) zone: Vec<String>,
    pub(crate) greenwich: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct EraEntry {
    pub(crate) hijri: Vec<String>,
    pub(crate) gregorian: Vec<String>,
    pub(crate) equals: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct GivenNames {
    pub(crate) names: Vec<String>,
    #[serde(default)]
    pub(crate) women: Vec<String>,
}

/// What news calls bodies, people and places by.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Entities {
    pub(crate) body: Vec<BodyNoun>,
    pub(crate) role: Vec<Role>,
    pub(crate) people: Vec<People>,
    pub(crate) place: Vec<Words>,
    pub(crate) city: Vec<Words>,
    pub(crate) open: Vec<Words>,
    pub(crate) not_title: Vec<Words>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct BodyNoun {
    pub(crate) words: Vec<String>,
    pub(crate) sector: Option<Sector>,
    pub(crate) kind: Option<EntityKind>,
    #[serde(default)]
    pub(crate) field: bool,
    #[serde(default)]
    pub(crate) named: bool,
    #[serde(default)]
    pub(crate) same: bool,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Role {
    pub(crate) words: Vec<String>,
    pub(crate) sector: Option<Sector>,
    #[serde(default)]
    pub(crate) general: bool,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct People {
    pub(crate) words: Vec<String>,
    pub(crate) sector: Option<Sector>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Words {
    pub(crate) words: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct States {
    pub(crate) state: Vec<State>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct State {
    pub(crate) iso: Spanned<String>,
    pub(crate) alpha3: String,
    pub(crate) numeric: Option<String>,
    pub(crate) ar: Vec<String>,
    pub(crate) en: String,
    pub(crate) capital_ar: Vec<String>,
    pub(crate) capital_en: String,
    pub(crate) nationality_ar: Vec<String>,
    pub(crate) nationality_en: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Numerals {
    pub(crate) numeral: Vec<NumeralEntry>,
    pub(crate) fraction: Vec<FractionEntry>,
    pub(crate) vague: Vec<VagueEntry>,
    pub(crate) ordinal: Vec<OrdinalEntry>,
    pub(crate) bound: Vec<BoundEntry>,
    pub(crate) percent: WordsEntry,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct NumeralEntry {
    pub(crate) kind: NumeralKind,
    pub(crate) value: Spanned<i64>,
    pub(crate) words: Vec<String>,
    #[serde(default)]
    pub(crate) dual: Vec<String>,
    #[serde(default)]
    pub(crate) plural: Vec<String>,
}

#[derive(Deserialize, Clone, Copy, PartialEq, Eq, Debug)]
#[serde(rename_all = "lowercase")]
pub(crate) enum NumeralKind {
    Unit,
    Teen,
    Ten,
    Tens,
    Hundred,
    Hundreds,
    Scale,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct FractionEntry {
    pub(crate) parts: i64,
    pub(crate) of: Spanned<i64>,
    #[serde(default)]
    pub(crate) counted: bool,
    pub(crate) words: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct VagueEntry {
    pub(crate) min: i64,
    pub(crate) max: Option<i64>,
    pub(crate) words: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct OrdinalEntry {
    pub(crate) value: i64,
    #[serde(default)]
    pub(crate) compound: bool,
    pub(crate) words: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct BoundEntry {
    pub(crate) bound: Bound,
    #[serde(default)]
    pub(crate) before: Vec<String>,
    #[serde(default)]
    pub(crate) after: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Bodies {
    pub(crate) body: Vec<Body>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Body {
    pub(crate) ar: Vec<String>,
    pub(crate) en: String,
    pub(crate) kind: BodyKind,
    pub(crate) state: Option<String>,
    #[serde(default)]
    pub(crate) metonym: bool,
}

#[derive(Deserialize, Clone, Copy, PartialEq, Eq, Debug)]
#[serde(rename_all = "snake_case")]
pub(crate) enum BodyKind {
    Organisation,
    ArmedGroup,
    Party,
    Agency,
    Company,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Outlets {
    #[serde(default)]
    pub(crate) called: Vec<Called>,
    pub(crate) outlet: Vec<Outlet>,
}

/// The nouns that news calls outlets of a kind by.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Called {
    pub(crate) kind: OutletKind,
    pub(crate) nouns: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Outlet {
    pub(crate) ar: Vec<String>,
    pub(crate) en: String,
    pub(crate) kind: OutletKind,
    pub(crate) state: Option<String>,
}

#[derive(Deserialize, Clone, Copy, PartialEq, Eq, Debug)]
#[serde(rename_all = "lowercase")]
pub(crate) enum OutletKind {
    Newspaper,
    Channel,
    Radio,
    Agency,
    Site,
}

fn neutral() -> Stance {
    Stance::Neutral
}

fn inform() -> Act {
    Act::Inform
}

fn yes() -> bool {
    true
}
