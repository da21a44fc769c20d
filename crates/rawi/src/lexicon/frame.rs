//! Takes: frames as the lexicon writes them (`obj:addressee أن:content`). Gives: [`Frame`]s.
//! Relies on: `lexicon/README.md`, which says what each introducer and role means.

use crate::text::fold::fold;

/// What opens a complement.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Introducer {
    /// A clause with a complementiser.
    Clause,
    /// A colon or a quotation.
    Quotation,
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

#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Slot {
    pub(crate) introducer: Introducer,
    pub(crate) role: Role,
}

/// How one cue takes its complements, in their usual order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Frame {
    pub(crate) slots: Vec<Slot>,
}

impl Frame {
    /// Reads a frame; the error says what is wrong with which slot.
    pub(crate) fn parse(written: &str) -> Result<Self, String> {
        let slots = written
            .split_whitespace()
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
        Ok(Self { slots })
    }
}

fn parse_slot(written: &str) -> Result<Slot, String> {
    let (introducer, role) = written
        .split_once(':')
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
    let introducer = match introducer {
        "أن" => Introducer::Clause,
        "«»" => Introducer::Quotation,
        "obj" => Introducer::Object,
        "" => return Err(format!("the slot `{written}` has no introducer")),
        word if word.is_ascii() => {
            return Err(format!(
                "the introducer `{word}` is none of أن, «», obj, or an Arabic preposition"
            ));
        }
        word => Introducer::Preposition(fold(word).into()),
    };
    Ok(Slot { introducer, role })
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
                role: Role::Addressee
            }
        );
        assert_eq!(
            Frame::parse("إلى:content").unwrap().slots[0].introducer,
            Introducer::Preposition("الي".into())
        );
    }

    #[test]
    fn faults_are_named() {
        for (frame, message) in [
            ("obj:addressee", "no slot with the role"),
            ("obj", "is not `introducer:role`"),
            ("to:content", "or an Arabic preposition"),
            ("obj:contents", "none of content, topic"),
        ] {
            assert!(
                Frame::parse(frame).unwrap_err().contains(message),
                "{frame}"
            );
        }
    }
}
