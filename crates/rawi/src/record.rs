//! Takes: nothing; these are the types. Gives: [`Record`], what a reading makes of a report, as it is
//! written in JSON. Relies on: offsets counted in Unicode code points of the report's text, in logical
//! order, start inclusive, end exclusive (W3C Web Annotation, text position selector).

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::amount::Amount;

/// Everything one reading found in one report.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Record {
    /// Version of the reader that made the record.
    pub rawi: String,
    /// Which report this is the record of.
    pub report: ReportInfo,
    /// The statements, in the order of their cues in the text.
    pub statements: Vec<Statement>,
    /// Whom and what the statements' sources and addressees resolve to.
    pub entities: Vec<Entity>,
    /// What is reported as done, planned, threatened or denied, in the order of the text.
    pub events: Vec<Event>,
    /// The expressions of time, in the order of the text.
    pub times: Vec<TimeExpression>,
    /// The report's text, only where it was asked for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub text: Option<String>,
}

/// The report's identity and metadata.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ReportInfo {
    /// `sha256:` and the hexadecimal SHA-256 of the text.
    pub id: String,
    /// The input's own id: a path, or the id of a JSONL line.
    pub key: Option<String>,
    /// Language read, as a BCP 47 tag: `ar`; `und` where no language pack reads the text.
    pub language: String,
    /// Who published it.
    pub outlet: Option<String>,
    /// Where it was published.
    pub url: Option<String>,
    /// The headline, where it came apart from the text.
    pub title: Option<String>,
    /// When it was published, as the input said it.
    pub published: Option<String>,
    /// Length of the text in code points.
    pub length: u32,
}

/// A piece of the report's text: `text` is always exactly what stands at `start..end`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Span {
    /// First code point.
    pub start: u32,
    /// One past the last code point.
    pub end: u32,
    /// The words there.
    pub text: String,
}

/// One attribution: somebody is reported to have said something.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Statement {
    /// `s1`, `s2`, … in the order of the text.
    pub id: String,
    /// The word that says it is said; null for bare quotation marks after a source.
    pub cue: Option<Cue>,
    /// Who says it.
    pub source: Source,
    /// To whom it is said.
    pub addressees: Vec<Addressee>,
    /// What is said, in one piece or several.
    pub content: Vec<Span>,
    /// Whether the content is quoted.
    pub form: Form,
    /// What the words do.
    pub act: Act,
    /// The reporter's attitude that the cue shows; never a verdict on truth.
    pub stance: Stance,
    /// The saying itself is negated (`لم يعلن`).
    pub negated: bool,
    /// By what means it was said, where the report tells.
    pub channel: Option<Channel>,
    /// Id of the statement on whose word we have this one; null where the report vouches for it.
    pub on_word_of: Option<String>,
    /// When it was said, where the report tells.
    pub when: Option<When>,
    /// Name of the rule that made the statement.
    pub rule: String,
}

/// The word that says it is said.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Cue {
    /// First code point.
    pub start: u32,
    /// One past the last code point.
    pub end: u32,
    /// The word as written.
    pub text: String,
    /// The lexicon entry it is a form of.
    pub lemma: String,
}

/// Words of the report that tell a time (a TIMEX3 of ISO-TimeML).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct TimeExpression {
    /// First code point.
    pub start: u32,
    /// One past the last code point.
    pub end: u32,
    /// The words as written.
    pub text: String,
    /// What kind of time it tells.
    #[serde(rename = "type")]
    pub kind: TimeType,
    /// The time in TIMEX3's form of ISO 8601, relative to the report's day of publication: `2024-07-30TEV`, `2024-W31`, `P3D`; `X` stands for what is not
    /// told, `a/b` for from a to b, `DW` for dawn. Without a day of publication what depends on it stays relative: `UNDEF-last-tuesday`, `UNDEF-this-day-minus-3`.
    pub value: String,
    /// Which part of that time, or how it is bounded (TIMEX3 `mod`): `START`, `MID`, `END`, `APPROX`, `MORE_THAN` …
    #[serde(rename = "mod")]
    pub modifier: Option<TimeModifier>,
}

/// When something was said.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct When {
    /// First code point.
    pub start: u32,
    /// One past the last code point.
    pub end: u32,
    /// The words as written.
    pub text: String,
    /// The time they mean, as [`TimeExpression::value`] writes it.
    pub value: Option<String>,
}

/// Who says it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Source {
    /// The words of the report that name the source at this statement; null where it names none.
    pub mention: Option<Span>,
    /// The clearest name that the report gives for it anywhere; null where it gives none.
    pub name: Option<String>,
    /// Id of the entity it resolves to.
    pub entity: Option<String>,
    /// What kind of source it is.
    #[serde(rename = "type")]
    pub kind: SourceType,
    /// Of unnamed sources: one, or several.
    pub count: Option<Count>,
    /// Of unnamed sources: how near to the matter the report says they are.
    pub access: Option<Access>,
}

/// Somebody the words are said to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Addressee {
    /// The words of the report that name the addressee here.
    pub mention: Span,
    /// The clearest name that the report gives for it anywhere.
    pub name: Option<String>,
    /// Id of the entity it resolves to.
    pub entity: Option<String>,
}

/// Somebody or something that mentions resolve to, within one report.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Entity {
    /// `e1`, `e2`, … in the order of first mention.
    pub id: String,
    /// What kind of thing it is.
    pub kind: EntityKind,
    /// The clearest name that the report gives for it.
    pub name: String,
    /// Its names in the tables, where they know it.
    pub names: Names,
    /// What it is in public life, where the tables or the words tell.
    pub sector: Option<Sector>,
    /// The ISO code of the state that it is, belongs to or lies in.
    pub country: Option<String>,
    /// What other collections of data call it.
    pub identifiers: BTreeMap<String, String>,
    /// Of a person: the office that he held when the report was published.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub office: Option<HeldOffice>,
    /// Of a place: where it lies.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub location: Option<Location>,
    /// By what a person was found in the tables: `name`, `office and surname`, or `office` with the dates of the term
    /// that the report's day of publication falls into: `office 2021-01-26/2025-01-20`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub resolved_by: Option<String>,
    /// The words of the report that mention it, in order.
    pub mentions: Vec<Span>,
}

/// What an entity is called, whatever the report calls it.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Names {
    /// In Arabic.
    pub ar: Option<String>,
    /// In English.
    pub en: Option<String>,
}

/// An office and when somebody held it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct HeldOffice {
    /// What it is called.
    pub names: Names,
    /// The ISO code of the state whose it is, or to which the body belongs whose it is.
    pub country: Option<String>,
    /// The body whose it is.
    pub body: Option<Names>,
    /// Since when, as far as it is known: `2021-01-26`, `2021-01`, `2021`.
    pub from: Option<String>,
    /// Until when; null where it has not ended, or nobody knows.
    pub to: Option<String>,
}

/// Where a place lies.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Location {
    /// Degrees north.
    pub lat: Option<Amount>,
    /// Degrees east.
    pub lon: Option<Amount>,
    /// The places that hold it, the nearest first.
    pub within: Vec<Names>,
}

/// Something reported as done, planned, threatened or denied, coded in PLOVER (2021).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Event {
    /// `v1`, `v2`, … in the order of the text.
    pub id: String,
    /// Its type in PLOVER.
    #[serde(rename = "type")]
    pub kind: EventType,
    /// Its mode in PLOVER, where one is clear: `aerial`, `demo`.
    pub mode: Option<String>,
    /// The CAMEO code beside it, a root where no more is clear.
    pub cameo: String,
    /// The word that tells it.
    pub trigger: Span,
    /// Who did it.
    pub actors: Vec<Participant>,
    /// Who had it done to them.
    pub recipients: Vec<Participant>,
    /// When, where the sentence tells.
    pub when: Option<When>,
    /// How long it lasted, where the sentence tells: a call of twenty minutes.
    pub duration: Option<When>,
    /// Where, as the sentence names it.
    #[serde(rename = "where")]
    pub place: Option<Span>,
    /// How many were killed, wounded …
    pub numbers: Vec<EventNumber>,
    /// Whether it is told as done.
    pub status: Status,
    /// Id of the statement on whose word we have it; null where the report vouches for it.
    pub on_word_of: Option<String>,
}

/// Somebody who takes part in an event.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Participant {
    /// The words of the report that name them here; null where it is whoever speaks.
    pub mention: Option<Span>,
    /// The clearest name that the report gives for them anywhere.
    pub name: Option<String>,
    /// Id of the entity they resolve to.
    pub entity: Option<String>,
}

/// How many an event did something to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct EventNumber {
    /// First code point.
    pub start: u32,
    /// One past the last code point.
    pub end: u32,
    /// The words as written.
    pub text: String,
    /// What happened to so many.
    pub kind: NumberKind,
    /// The least number that the words allow; null where they tell only the greatest.
    pub min: Option<Amount>,
    /// The greatest; null where they tell only the least.
    pub max: Option<Amount>,
    /// The report says that the number is not exact.
    pub about: bool,
}

macro_rules! vocabulary {
    ($(#[$meta:meta])* $name:ident { $($(#[$vmeta:meta])* $variant:ident = $text:literal),+ $(,)? }) => {
        $(#[$meta])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
        pub enum $name { $($(#[$vmeta])* #[serde(rename = $text)] $variant),+ }

        impl $name {
            /// Every value, in the order of the documentation.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// The value as it is written in the record.
            pub const fn as_str(self) -> &'static str {
                match self { $(Self::$variant => $text),+ }
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(self.as_str())
            }
        }
    };
}

vocabulary! {
    /// What kind of source a statement has.
    SourceType {
        /// A named person.
        Person = "person",
        /// An office-holder whom the report does not name.
        Role = "role",
        /// A body, state, capital or armed group that speaks.
        Organisation = "organisation",
        /// A statement, letter, report, poll or law that speaks.
        Document = "document",
        /// An outlet or agency.
        Media = "media",
        /// An unnamed source that is described (`مصدر مقرب من …`).
        UnnamedDescribed = "unnamed_described",
        /// An unnamed source with no description to go by (`مصادر مطلعة`).
        UnnamedBare = "unnamed_bare",
        /// Observers, witnesses, residents and other groups of people.
        Collective = "collective",
        /// Nobody is said to be the source (`يُذكر أن`).
        Implicit = "implicit",
    }
}

vocabulary! {
    /// Whether the content stands in quotation marks.
    Form {
        /// All of it.
        Direct = "direct",
        /// None of it.
        Indirect = "indirect",
        /// Some of it.
        Mixed = "mixed",
        /// Only what was talked about is told, not what was said.
        Topic = "topic",
    }
}

vocabulary! {
    /// What the words do.
    Act {
        /// Telling a fact.
        Inform = "inform",
        /// Judgement, belief, expectation.
        Opine = "opine",
        /// Confirming what was already claimed.
        Confirm = "confirm",
        /// Denying what was claimed.
        Deny = "deny",
        /// Accusing somebody of something.
        Accuse = "accuse",
        /// Criticism and protest.
        Condemn = "condemn",
        /// Warning of something.
        Warn = "warn",
        /// Threatening somebody.
        Threaten = "threaten",
        /// Every directive: asking, calling for, urging, demanding, ordering.
        Request = "request",
        /// Every commitment or offer.
        Promise = "promise",
        /// Agreeing to what was asked or offered.
        Accept = "accept",
        /// Turning down what was asked or offered.
        Refuse = "refuse",
        /// Welcome, support, thanks.
        Praise = "praise",
        /// Condolence, regret, hope, concern.
        Express = "express",
        /// A decision or a new fact made public by its owner.
        Announce = "announce",
        /// A question.
        Ask = "ask",
        /// Declining to say.
        Decline = "decline",
    }
}

vocabulary! {
    /// The reporter's attitude that the cue shows.
    Stance {
        /// None (قال).
        Neutral = "neutral",
        /// Keeping a distance (زعم).
        Distancing = "distancing",
        /// Showing the speaker giving something up (أقر).
        Conceding = "conceding",
        /// Taking it for true (كشف).
        Endorsing = "endorsing",
        /// Showing the speaker insist (شدد).
        Insisting = "insisting",
        /// Showing the speaker deny (نفى).
        Denying = "denying",
        /// Passing on what goes round (تردد).
        Hearsay = "hearsay",
    }
}

vocabulary! {
    /// By what means it was said.
    Channel {
        /// A call.
        PhoneCall = "phone_call",
        /// A meeting.
        Meeting = "meeting",
        /// An interview or a statement to an outlet.
        Interview = "interview",
        /// A press conference or briefing.
        PressConference = "press_conference",
        /// A speech, sermon or address.
        Speech = "speech",
        /// A written statement.
        WrittenStatement = "written_statement",
        /// A letter or message.
        Letter = "letter",
        /// A post on a social network.
        SocialPost = "social_post",
        /// A broadcast.
        Broadcast = "broadcast",
        /// A report, study or poll.
        Report = "report",
    }
}

vocabulary! {
    /// Of unnamed sources: one, or several.
    Count {
        /// One.
        One = "one",
        /// More than one.
        Several = "several",
    }
}

vocabulary! {
    /// Of unnamed sources: how near to the matter the report says they are.
    Access {
        /// Took part in it.
        Participant = "participant",
        /// Close to somebody who did.
        CloseTo = "close_to",
        /// Speaks for an office.
        Official = "official",
        /// Was told (`مطلع`).
        Briefed = "briefed",
        /// Saw it.
        Witness = "witness",
    }
}

vocabulary! {
    /// Types of events in PLOVER (manual of 2021).
    EventType {
        /// Agreeing to act in future.
        Agree = "AGREE",
        /// Meetings, visits, calls, talks.
        Consult = "CONSULT",
        /// Praise, endorsement, recognition.
        Support = "SUPPORT",
        /// Verbally giving in.
        Concede = "CONCEDE",
        /// Material exchange in both directions.
        Cooperate = "COOPERATE",
        /// Material help in one direction.
        Aid = "AID",
        /// Materially giving in or giving up.
        Retreat = "RETREAT",
        /// Requests, appeals, demands, orders.
        Request = "REQUEST",
        /// Disapproval, criticism, accusation, investigation.
        Accuse = "ACCUSE",
        /// Refusals.
        Reject = "REJECT",
        /// Threats.
        Threaten = "THREATEN",
        /// Civilians' collective action against somebody.
        Protest = "PROTEST",
        /// Reduction of relations, convictions.
        Sanction = "SANCTION",
        /// Military or police moves short of force.
        Mobilize = "MOBILIZE",
        /// Repression and force against rights or property.
        Coerce = "COERCE",
        /// Physical violence against people, or destruction.
        Assault = "ASSAULT",
    }
}

vocabulary! {
    /// Whether an event is told as done.
    Status {
        /// It was done, or is being done.
        Asserted = "asserted",
        /// It is to be done.
        Planned = "planned",
        /// It will be done if something else is.
        Conditional = "conditional",
        /// Somebody threatens to do it.
        Threatened = "threatened",
        /// It was not done, or somebody denies it.
        Denied = "denied",
        /// It may be, or should be.
        Hypothetical = "hypothetical",
    }
}

vocabulary! {
    /// What an event did to so many.
    NumberKind {
        /// Killed.
        Killed = "killed",
        /// Wounded.
        Wounded = "wounded",
        /// Carried off.
        Abducted = "abducted",
        /// Arrested.
        Detained = "detained",
        /// Driven from home.
        Displaced = "displaced",
    }
}

vocabulary! {
    /// What kind of time an expression tells (TIMEX3).
    TimeType {
        /// A day, or any stretch on the calendar.
        Date = "DATE",
        /// A time of day.
        Time = "TIME",
        /// How long.
        Duration = "DURATION",
        /// How often.
        Set = "SET",
    }
}

vocabulary! {
    /// Which part of a time is told, or how it is bounded (TIMEX3 `mod`).
    TimeModifier {
        /// The beginning of it.
        Start = "START",
        /// The middle of it.
        Mid = "MID",
        /// The end of it.
        End = "END",
        /// About.
        Approx = "APPROX",
        /// More than.
        MoreThan = "MORE_THAN",
        /// Less than.
        LessThan = "LESS_THAN",
        /// At least.
        EqualOrMore = "EQUAL_OR_MORE",
        /// At most.
        EqualOrLess = "EQUAL_OR_LESS",
    }
}

vocabulary! {
    /// What an entity is in public life, in PLOVER's codes.
    Sector {
        /// Government.
        Government = "GOV",
        /// Armed forces of a state.
        Military = "MIL",
        /// Rebels.
        Rebels = "REB",
        /// Opposition.
        Opposition = "OPP",
        /// Parties.
        Party = "PTY",
        /// Police.
        Police = "COP",
        /// Courts and prosecutors.
        Judiciary = "JUD",
        /// Parliaments.
        Legislature = "LEG",
        /// Intelligence.
        Intelligence = "SPY",
        /// Armed forces of nobody that is known.
        Unidentified = "UAF",
        /// Organisations of states.
        Intergovernmental = "IGO",
        /// Organisations of citizens.
        NonGovernmental = "NGO",
        /// Media.
        Media = "MED",
        /// Education.
        Education = "EDU",
        /// Business.
        Business = "BUS",
        /// Labour.
        Labour = "LAB",
        /// Religion.
        Religion = "REL",
        /// Health.
        Health = "HLH",
        /// Crime.
        Crime = "CRM",
        /// Civilians.
        Civilian = "CVL",
    }
}

vocabulary! {
    /// What kind of thing an entity is.
    EntityKind {
        /// A person, named by the report or the holder of an office at its time.
        Person = "person",
        /// An office, and whoever holds it, where nothing tells who.
        Office = "office",
        /// A body, company, party or institution.
        Organisation = "organisation",
        /// An armed group.
        ArmedGroup = "armed_group",
        /// A state, also where its capital or its people stand for it.
        State = "state",
        /// A place.
        Place = "place",
        /// An outlet or agency.
        Media = "media",
        /// A document that speaks.
        Document = "document",
        /// A source that the report does not name, or a group of people.
        Unnamed = "unnamed",
    }
}
