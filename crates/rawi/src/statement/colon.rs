//! Takes: a colon that no verb of saying has claimed. Gives: the statement of the source before it
//! (`الوزير: لن نقبل`). Relies on headlines, and on a quotation after it elsewhere.

use super::boundary::Shape;
use super::complements;
use super::content;
use super::draft::{Draft, Mention, Subject, recent};
use crate::language::arabic::agreement::Agreement;
use crate::language::arabic::noun_phrase::{self, Want};
use crate::language::arabic::tagger::Tag;
use crate::lexicon::Classes;
use crate::record::{Act, EntityKind, Form, Stance};
use crate::span::ByteSpan;
use crate::view::View;

pub(super) fn at(view: &View<'_>, at: usize, before: &[Draft]) -> Option<Draft> {
    if !view.is_mark(at, &[':']) || at == 0 {
        return None;
    }
    let sentence = view.layout.sentence(at);
    let in_title = view.layout.in_title(at);
    // A colon that opens a content already read.
    if recent(before).any(|d| {
        d.content
            .first()
            .is_some_and(|p| p.start > at && d.cue.1 <= at && p.start <= at + 3)
            || d.content
                .iter()
                .any(|p| p.start < at && at < p.end && !in_title)
    }) {
        return None;
    }
    let limit = if in_title {
        view.layout.paragraph(at).end
    } else {
        sentence.end
    };
    let quoted = view.opening(at + 1).is_some_and(|q| q.open + 2 < q.close);
    let in_heading = view.layout.in_heading(&view.tokens, at);
    if !in_heading && !quoted {
        return None;
    }
    let (source, addressee) =
        source_before(view, at, sentence.start).map_or((None, None), |(s, a)| (Some(s), a));
    let subject = match source {
        Some(_) => Subject::Named,
        // `حكومة تدين المجزرة: على العالم أن يتحرك`: the colon goes on with the speaker.
        None if in_title => match before.last() {
            Some(d) if view.layout.in_title(d.cue.0) => Subject::SameAs(d.cue.0),
            _ => return None,
        },
        None => Subject::Dropped(Agreement::default()),
    };
    if source.is_none() && !in_title {
        return None;
    }
    let content = content::from(view, at + 1, 0, limit, Shape::Words);
    if content.is_empty() {
        return None;
    }
    Some(Draft {
        cue: (at, at + 1),
        cue_span: Some(view.tokens.span(at)),
        lemma: ":".into(),
        act: Act::Inform,
        stance: Stance::Neutral,
        channel: None,
        source,
        subject,
        addressees: addressee.into_iter().collect(),
        content,
        topic: false,
        form: Form::Indirect,
        negated: false,
        dependent: false,
        wraps: None,
        relays: None,
        parent: None,
        rule: "colon",
    })
}

/// Somebody who can speak, named right before the colon and by nothing else in the clause.
fn source_before(
    view: &View<'_>,
    colon: usize,
    floor: usize,
) -> Option<(Mention, Option<Mention>)> {
    let mut start = floor;
    for at in (floor..colon).rev() {
        if view.is_mark(at, &['.', '!', '؟', '|', '-', '،', '…', '*', '•']) {
            start = at + 1;
            break;
        }
    }
    if colon <= start || colon - start > 16 {
        return None;
    }
    if let Some(quotation) = view
        .opening(start)
        .filter(|q| q.closed && q.close + 1 == colon && q.close > q.open + 1)
    {
        let phrase = noun_phrase::NounPhrase {
            start: start + 1,
            end: quotation.close,
            head: start + 1,
        };
        return Some((
            Mention {
                phrase,
                span: view.span(start + 1, quotation.close),
            },
            None,
        ));
    }
    let phrase = noun_phrase::parse(view, start, colon, Want::Source, &[])?;
    // `الوزير لنظيره: …`: to whom it is said.
    let to = &view.words[phrase.end.min(view.len() - 1)].prefix;
    let addressee = if phrase.end < colon && to.preposition == Some('ل') {
        let letters = if to.definite && view.folded(phrase.end).starts_with("لل") {
            0
        } else {
            to.conjunction_letters + 1
        };
        complements::mention(view, phrase.end, letters, colon, Want::Addressee, &[])
            .filter(|&m| complements::past(view, m) == colon)
    } else {
        None
    };
    if phrase.end != colon && addressee.is_none() {
        return None;
    }
    const SPEAKS: Classes = Classes::TITLE
        .or(Classes::GIVEN_NAME)
        .or(Classes::ORGANISATION)
        .or(Classes::MEDIA)
        .or(Classes::UNNAMED)
        .or(Classes::COLLECTIVE)
        .or(Classes::DOCUMENT);
    let speaks =
        (phrase.start..phrase.end).any(|i| view.is(i, SPEAKS) || view.name_at(i).is_some());
    let name = phrase.end - phrase.start <= 3 && noun_phrase::looks_like_name(view, phrase.start);
    let surname = phrase.end - phrase.start == 1
        && view.words[start].prefix.definite
        && view.stem(start).ends_with('ي')
        || view.is_surname(start) && phrase.end - phrase.start == 1;
    // `الطيران المدني الكويتي: لم نلغ أي رحلة`: any body of a state speaks where "we" is said.
    let body = (phrase.start..phrase.end).any(|i| view.is(i, Classes::NATIONALITY))
        && says_we(view, colon + 1);
    // `باكستان: مقتل ثمانية` tells where; a state alone speaks where it says "we".
    let where_only = is_state(view, phrase) && !says_we(view, colon + 1);
    (!where_only && (speaks || name || surname || body)).then(|| {
        let span = ByteSpan::new(
            view.tokens.span(phrase.start).start,
            view.tokens.span(phrase.end - 1).end,
        );
        (Mention { phrase, span }, addressee)
    })
}

/// Nothing but the name of a state or of its capital.
fn is_state(view: &View<'_>, phrase: noun_phrase::NounPhrase) -> bool {
    view.name_at(phrase.start).is_some_and(|(hit, index)| {
        hit.end >= phrase.end && view.lexicon.names[usize::from(index)].kind == EntityKind::State
    })
}

/// The words from `start` on are of a speaker in the first person plural: `لن نقبل`, `قمرنا`.
fn says_we(view: &View<'_>, start: usize) -> bool {
    const HEAD: usize = 12;
    let end = view.layout.paragraph(start).end.min(start + HEAD);
    (start..end).filter(|&at| view.is_word(at)).any(|at| {
        let folded = view.folded(at);
        // `لسنا` too.
        let ours = view.words[at].enclitic || view.is(at, Classes::NEGATION);
        if ours && folded.ends_with("نا") {
            return true;
        }
        let verb = view.tag(at) == Tag::Verb;
        verb && (folded.starts_with("سن")
            || folded.starts_with('ن') && view.is(at - 1, Classes::NEGATION))
            || view.is(at, Classes::PRONOUN) && folded.trim_start_matches('و') == "نحن"
    })
}
