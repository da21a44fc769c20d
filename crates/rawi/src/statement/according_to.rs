//! Takes: a preposition of source (`بحسب المصدر`, `على حد قوله`). Gives: its statement. Relies on where
//! it stands: before its clause, after it, or in the middle of another saying, which it then covers.

use super::boundary::Shape;
use super::complements;
use super::content;
use super::draft::{Draft, Mention, Piece, Subject, recent, with_cue};
use super::scope::{self, Covered};
use crate::language::arabic::noun_phrase::{self, Want, is_finite_cue};
use crate::language::arabic::words::Hit;
use crate::lexicon::{AccordingTo, Classes, Meaning, SourceKind};
use crate::record::Form;
use crate::span::ByteSpan;
use crate::text::token::Kind;
use crate::view::View;

pub(super) fn at(view: &View<'_>, at: usize, before: &[Draft]) -> Option<Draft> {
    let (hit, entry) = view
        .hits_at(at)
        .filter_map(|h| match h.meaning {
            Meaning::AccordingTo(index) if h.prefix.preposition.is_none() => {
                Some((*h, &view.lexicon.according_to[usize::from(index)]))
            }
            _ => None,
        })
        .max_by_key(|(h, e)| (h.end, e.source != SourceKind::Noun))?;
    match entry.source {
        SourceKind::Clause => None,
        SourceKind::Itself => itself(view, hit, entry, before),
        SourceKind::Noun | SourceKind::Lam => sourced(view, hit, entry, before),
    }
}

fn draft(
    view: &View<'_>,
    hit: Hit,
    entry: &AccordingTo,
    whole: bool,
    content: Vec<Piece>,
) -> Draft {
    let cue_end = if whole {
        hit.end
    } else {
        (hit.start + entry.cue_words).min(hit.end)
    };
    Draft {
        cue: (hit.start, cue_end),
        cue_span: Some(view.span(hit.start, cue_end)),
        lemma: entry.lemma.clone(),
        act: entry.act,
        stance: entry.stance,
        channel: None,
        source: None,
        subject: Subject::Named,
        addressees: Vec::new(),
        content,
        topic: false,
        form: Form::Indirect,
        negated: false,
        dependent: false,
        wraps: None,
        relays: None,
        parent: None,
        rule: "according_to",
    }
}

/// `على حد قوله`: the saying before it once more, in the same mouth.
fn itself(view: &View<'_>, hit: Hit, entry: &AccordingTo, before: &[Draft]) -> Option<Draft> {
    let last = recent(before)
        .find(|d| !d.content.is_empty() && d.content.iter().all(|p| p.end <= hit.start))?;
    // Only marks between them.
    const APART: usize = 3;
    if last.content.last()?.end + APART < hit.start {
        return None;
    }
    let mut found = draft(view, hit, entry, true, last.content.clone());
    found.subject = Subject::SameAs(last.cue.0);
    found.act = last.act;
    found.topic = last.topic;
    found.rule = "according_to_himself";
    Some(found)
}

fn sourced(view: &View<'_>, hit: Hit, entry: &AccordingTo, before: &[Draft]) -> Option<Draft> {
    let sentence = view.layout.sentence(hit.start);
    let (start, letters) = match entry.source {
        // وفقا للبيان: the letter is cut off unless the article has swallowed it.
        SourceKind::Lam => {
            let prefix = view.words.get(hit.end)?.prefix;
            if !view.folded(hit.end).starts_with('ل') {
                return None;
            }
            let swallowed = prefix.definite && view.folded(hit.end).starts_with("لل");
            (hit.end, if swallowed { 0 } else { 1 })
        }
        _ => (hit.end, 0),
    };
    if start >= sentence.end
        || is_finite_cue(view, start) && view.folded(start) != "ما"
        || view.is(start, Classes::RELATIVE) && !view.words[start].prefix.definite
    {
        return None;
    }
    let mention = complements::mention(view, start, letters, sentence.end, Want::Source, &[])?;
    let mention = unless_abstract(view, mention)?;
    let after = mention.phrase.end
        + usize::from(
            view.is_mark(mention.phrase.end, &['"', '”', '»'])
                && view.opening(mention.phrase.end).is_none(),
        );
    // In the middle of a saying: قال فلان بحسب المصدر «…». The saying is covered once it is known.
    let interrupted = recent(before).find(|d| {
        d.cue.1 <= hit.start
            && d.content.first().is_some_and(|p| p.start >= after)
            && view.layout.sentence_index(d.cue.0) == view.layout.sentence_index(hit.start)
    });
    let mut found = draft(view, hit, entry, false, Vec::new());
    found.source = Some(mention);
    if let Some(inner) = interrupted {
        found.wraps = Some(inner.cue.0);
        return Some(found);
    }
    if opens_its_clause(view, hit.start) {
        let mut next = after;
        // `بحسب المصدر، فإن …`, with remarks between.
        while next < sentence.end && view.is_comma(next) {
            next += 1;
        }
        if view.is(next, Classes::COMPLEMENTISER) {
            next += 1;
        }
        found.content = content::from(view, next, 0, sentence.end, Shape::Clause);
        return (!found.content.is_empty()).then_some(found);
    }
    // Behind its clause: what stands before it, a saying or a plain clause.
    match scope::before(view, hit.start, before)? {
        Covered::Saying(cue) => found.wraps = Some(cue),
        Covered::Clause(piece) => {
            found.content = vec![piece];
            found
                .content
                .extend(rest_of_clause(view, after, sentence.end));
        }
    }
    Some(found)
}

/// `تسببت المعارك، وفق الوزارة، بمقتل المئات`: what the clause still needs stands behind the phrase.
fn rest_of_clause(view: &View<'_>, after: usize, limit: usize) -> Vec<Piece> {
    let next = after + 1;
    let joined = view
        .words
        .get(next)
        .is_some_and(|w| w.prefix.conjunction.is_some());
    let needed = view.is_comma(after)
        && next < limit
        && !joined
        && !view.is(
            next,
            Classes::CONNECTOR.or(Classes::OPENER).or(Classes::TURN),
        )
        && (view.is(next, Classes::COMPLEMENTISER) || noun_phrase::is_preposition(view, next));
    if needed {
        content::from(view, next, 0, limit, Shape::Clause)
    } else {
        Vec::new()
    }
}

/// `بحسب الظروف`, `وفق القانون` are no sources unless the noun can speak.
fn unless_abstract(view: &View<'_>, mention: Mention) -> Option<Mention> {
    const SPEAKS: Classes = Classes::TITLE
        .or(Classes::HEAD)
        .or(Classes::GIVEN_NAME)
        .or(Classes::QUALITY)
        .or(Classes::NATIONALITY);
    // A rule that is kept, whoever made it: وفق القانون.
    if view.is(mention.phrase.head, Classes::NORM) {
        return None;
    }
    let known = (mention.phrase.start..mention.phrase.end)
        .any(|i| view.is(i, SPEAKS) || view.name_at(i).is_some());
    let named = crate::language::arabic::noun_phrase::looks_like_name(view, mention.phrase.start);
    let quoted = mention.phrase.start > 0 && view.opening(mention.phrase.start - 1).is_some();
    (known || named || quoted).then_some(mention)
}

fn opens_its_clause(view: &View<'_>, at: usize) -> bool {
    if at == 0 || view.words[at].prefix.conjunction.is_some() {
        return true;
    }
    let previous = at - 1;
    match view.tokens.kind(previous) {
        Kind::Break => true,
        Kind::Mark('.' | ':' | '!' | '؟' | '-') => true,
        Kind::Mark(_) => view.layout.sentence(at).start == at,
        _ => {
            view.layout.sentence(at).start == at
                || view.is(previous, Classes::CONNECTOR.or(Classes::COMPLEMENTISER))
        }
    }
}

/// Gives each according-to phrase that covers a saying the words of it, and puts the saying on its word.
pub(super) fn wrap(view: &View<'_>, drafts: &mut [Draft]) {
    for index in 0..drafts.len() {
        let Some(cue) = drafts[index].wraps else {
            continue;
        };
        let Some(inner) = with_cue(drafts, cue).find(|&i| drafts[i].wraps.is_none()) else {
            continue;
        };
        let own = view.span(
            drafts[index].cue.0,
            drafts[index]
                .source
                .map_or(drafts[index].cue.1, |m| m.phrase.end),
        );
        let pieces = words_of(view, &drafts[inner], own);
        drafts[index].content = pieces;
        drafts[inner].parent = Some(index);
    }
}

/// The words of a saying, source and cue and content, without those of the phrase that covers it.
fn words_of(view: &View<'_>, inner: &Draft, own: ByteSpan) -> Vec<Piece> {
    let first = inner
        .source
        .map_or(inner.cue.0, |m| m.phrase.start.min(inner.cue.0));
    let letters = view.words[first].prefix.conjunction_letters;
    let letters = if first == inner.cue.0 { letters } else { 0 };
    let content_first = inner.content.first().map_or(inner.cue.1, |p| p.start);
    let head_end = inner
        .source
        .map_or(inner.cue.1, |m| m.phrase.end.max(inner.cue.1));
    if content_first >= head_end
        && own.start >= view.tokens.span(first).start
        && own.end
            <= view
                .tokens
                .span(content_first.min(view.len() - 1))
                .start
                .max(own.end)
        && own.start < inner.content.first().map_or(0, |p| p.span.start)
    {
        let mut pieces: Vec<Piece> = content::piece(view, first, letters, head_end)
            .into_iter()
            .collect();
        pieces.extend(&inner.content);
        return pieces;
    }
    let last = inner.content.last().map_or(inner.cue.1, |p| p.end);
    content::piece(
        view,
        first.min(content_first),
        letters,
        last.max(inner.cue.1),
    )
    .into_iter()
    .collect()
}
