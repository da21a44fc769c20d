//! Takes: frames as the lexicon writes them (`obj:addressee أن:content`). Gives: [`Frame`]s.
//! Relies on: `lexicon/README.md`, which says what each introducer and role means.

use super::CueEntry;
use crate::language::arabic::conjugator::FormKind;
use crate::text::fold::fold;

/// What opens a complement.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Introducer {
    /// A clause with a complementiser.
    Clause,
    /// A colon or a quotation.
    Quotation,
    /// A colon.
    Colon,
    /// A noun phrase without preposition.
    Object,
    /// A preposition, folded.
    Preposition(Box<str>),
}

/// What a complement is to the statement.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Role {
    Content,
    Topic,
    Addressee,
    Source,
}

/// What a complement must hold to count.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Must {
    /// Its head is a noun of saying: `وجّه رسالة`.
    Saying,
    /// That word, folded, stands in it: `حمّله المسؤولية`.
    Word(Box<str>),
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Slot {
    pub(crate) introducer: Introducer,
    pub(crate) role: Role,
    pub(crate) must: Option<Must>,
}

/// How one cue takes its complements, in their usual order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Frame {
    pub(crate) slots: Vec<Slot>,
    /// Only where the verb carries its object as a suffix: `وصفه ب`.
    pub(crate) suffixed: bool,
}

impl Frame {
    /// Reads a frame; the error says what is wrong with which slot.
    pub(crate) fn parse(written: &str) -> Result<Self, String> {
        let suffixed = written.starts_with("ه ");
        let slots = written
            .split_whitespace()
            .skip(usize::from(suffixed))
            .map(parse_slot)
            .collect::<Result<Vec<_>, _>>()?;
        if !slots
            .iter()
            .any(|s| matches!(s.role, Role::Content | Role::Topic))
        {
            return Err(format!(
                "the frame `{written}` has no slot with the role `content` or `topic`"
            ));
        }
        Ok(Self { slots, suffixed })
    }
}

fn parse_slot(written: &str) -> Result<Slot, String> {
    let (introducer, role) = written
        .rsplit_once(':')
        .ok_or_else(|| format!("the slot `{written}` is not `introducer:role`"))?;
    let role = match role {
        "content" => Role::Content,
        "topic" => Role::Topic,
        "addressee" => Role::Addressee,
        "source" => Role::Source,
        other => {
            return Err(format!(
                "the role `{other}` is none of content, topic, addressee, source"
            ));
        }
    };
    let (introducer, must) = match introducer.split_once('+') {
        Some((introducer, "قول")) => (introducer, Some(Must::Saying)),
        Some((introducer, word)) => (introducer, Some(Must::Word(fold(word).into()))),
        None => (introducer, None),
    };
    let introducer = match introducer {
        "أن" => Introducer::Clause,
        "«»" => Introducer::Quotation,
        "«:»" => Introducer::Colon,
        "obj" => Introducer::Object,
        "" => return Err(format!("the slot `{written}` has no introducer")),
        word if word.is_ascii() => {
            return Err(format!(
                "the introducer `{word}` is none of أن, «», «:», obj, or an Arabic preposition"
            ));
        }
        word => Introducer::Preposition(fold(word).into()),
    };
    if must.is_some() && !matches!(introducer, Introducer::Object | Introducer::Preposition(_)) {
        return Err(format!(
            "the slot `{written}` asks for a word in a clause; only obj and prepositions may"
        ));
    }
    Ok(Slot {
        introducer,
        role,
        must,
    })
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn frames_are_read() {
        let frame = Frame::parse("obj:addressee أن:content").unwrap();
        assert_eq!(frame.slots.len(), 2);
        assert_eq!(
            frame.slots[0],
            Slot {
                introducer: Introducer::Object,
                role: Role::Addressee,
                must: None
            }
        );
        assert_eq!(
            Frame::parse("إلى:content").unwrap().slots[0].introducer,
            Introducer::Preposition("الي".into())
        );
    }

    #[test]
    fn conditions_are_read() {
        let frame = Frame::parse("ه ب:content").unwrap();
        assert!(frame.suffixed && frame.slots.len() == 1);
        let must = |written: &str| Frame::parse(written).unwrap().slots[0].must.clone();
        assert_eq!(must("obj+قول:topic"), Some(Must::Saying));
        assert_eq!(
            must("obj+مسؤولية:content"),
            Some(Must::Word("مسووليه".into()))
        );
    }

    #[test]
    fn faults_are_named() {
        for (frame, message) in [
            ("obj:addressee", "no slot with the role"),
            ("obj", "is not `introducer:role`"),
            ("to:content", "or an Arabic preposition"),
            ("أن+قول:content", "only obj and prepositions"),
            ("obj:contents", "none of content, topic"),
        ] {
            assert!(
                Frame::parse(frame).unwrap_err().contains(message),
                "{frame}"
            );
        }
    }
}
