//! Takes: the mentions of a report. Gives: the [`Cast`]: everybody and everything that speaks or is
//! spoken to, each once. Relies on names first (whole, then by surname, spelling variants allowed),
//! then on what mentions say of an office, a body or a source.

use std::collections::BTreeSet;

use super::{classify, mention_agreement, names};
use crate::language::arabic::agreement::Agreement;
use crate::language::arabic::noun_phrase::{self, Want};
use crate::lexicon::Classes;
use crate::record::{Access, Count, EntityKind, SourceType};
use crate::span::ByteSpan;
use crate::statement::draft::{Draft, Mention};
use crate::view::View;

#[derive(Debug)]
pub(crate) struct Member {
    /// The clearest name.
    pub(crate) name: String,
    pub(crate) source_type: SourceType,
    pub(crate) kind: EntityKind,
    pub(crate) agreement: Agreement,
    pub(crate) mentions: Vec<ByteSpan>,
    pub(crate) count: Option<Count>,
    pub(crate) access: Option<Access>,
    /// Folded words of the personal name.
    name_words: Vec<String>,
    /// Folded stems of all that mentions say.
    described: BTreeSet<String>,
    /// Entry of the lexicon's names.
    known: Option<u16>,
    /// The head of the first full mention, for `المصدر`, `الوزارة`.
    head: String,
    /// Where last mentioned.
    last: u32,
    first: u32,
}

#[derive(Debug, Default)]
pub(crate) struct Cast {
    pub(crate) members: Vec<Member>,
}

/// How many bodies are met beforehand; a report names fewer, a list of names stays linear.
const MOST_INTRODUCED: usize = 400;

impl Cast {
    /// Meets everybody whom the report names in full, so that a surname or an office before or after
    /// can find them.
    pub(crate) fn introduce(view: &View<'_>, drafts: &[Draft]) -> Self {
        let mut cast = Self::default();
        let mut mentions: Vec<Mention> = drafts
            .iter()
            .flat_map(|d| d.source.iter().chain(&d.addressees))
            .copied()
            .collect();
        let mut bodies: Vec<Mention> = Vec::new();
        let mut at = 0;
        while at < view.len() {
            let titled = view.is(at, Classes::TITLE)
                || view.is(at, Classes::GIVEN_NAME)
                    && (noun_phrase::looks_like_name(view, at + 1)
                        || noun_phrase::surname_after_given(view, at + 1));
            if !titled
                && view.is(
                    at,
                    Classes::ORGANISATION
                        .or(Classes::MEDIA)
                        .or(Classes::UNNAMED)
                        .or(Classes::DOCUMENT),
                )
                && !view.words[at].prefix.definite
                && let Some(phrase) = noun_phrase::parse_fused(
                    view,
                    at,
                    view.layout.sentence(at).end,
                    Want::Addressee,
                    &[],
                )
                && phrase.end - phrase.start >= 2
            {
                let letters = view.words[at].prefix.letters;
                let span =
                    ByteSpan::new(view.cut(at, letters), view.tokens.span(phrase.end - 1).end);
                bodies.push(Mention { phrase, span });
            }
            if titled
                && let Some(phrase) = noun_phrase::parse_fused(
                    view,
                    at,
                    view.layout.sentence(at).end,
                    Want::Addressee,
                    &[],
                )
            {
                mentions.push(Mention {
                    phrase,
                    span: view.span(phrase.start, phrase.end),
                });
                at = phrase.end;
            }
            at += 1;
        }
        mentions.sort_by_key(|m| m.phrase.start);
        for mention in mentions {
            if let Some((from, to)) = names::name_in(view, mention.phrase.start, mention.phrase.end)
                && classify::kind_of(view, mention).1 == EntityKind::Person
                && to - from >= 2
            {
                cast.person(view, mention, (from, to));
            }
        }
        for mention in bodies {
            let (source_type, kind) = classify::kind_of(view, mention);
            let known = view
                .name_at(mention.phrase.start)
                .filter(|(h, _)| h.end >= mention.phrase.end)
                .map(|(_, n)| n);
            let stems = stems(view, mention.phrase.start, mention.phrase.end);
            let there = cast
                .members
                .iter()
                .any(|m| m.kind == kind && stems.iter().all(|s| m.described.contains(s)));
            if kind != EntityKind::Person && !there && cast.members.len() < MOST_INTRODUCED {
                cast.add(view, mention, source_type, kind, known);
            }
        }
        for member in &mut cast.members {
            member.mentions.clear();
            member.last = 0;
        }
        cast
    }

    /// The member that a mention means; a new one where nobody fits.
    pub(crate) fn resolve(&mut self, view: &View<'_>, mention: Mention) -> usize {
        let (source_type, kind) = classify::kind_of(view, mention);
        let (start, end) = (mention.phrase.start, mention.phrase.end);
        let index = if kind == EntityKind::Person
            && let Some(name) = names::name_in(view, start, end)
        {
            self.person(view, mention, name)
        } else {
            let stems = stems(view, start, end);
            let known = view
                .name_at(start)
                .filter(|(h, _)| h.end >= end || kind != EntityKind::Person)
                .map(|(_, n)| n);
            match self.find(view, mention, source_type, kind, &stems, known) {
                Some(index) => index,
                None => self.add(view, mention, source_type, kind, known),
            }
        };
        let member = &mut self.members[index];
        member.last = mention.span.start.max(member.last);
        if member.mentions.last() != Some(&mention.span) {
            member.mentions.push(mention.span);
        }
        let stems = stems(view, start, end);
        member.described.extend(stems);
        // The fullest mention names a body, a document or an unnamed source.
        let written = mention.span.of(view.tokens.text);
        if kind == member.kind
            && !matches!(kind, EntityKind::Person | EntityKind::State)
            && end - start <= 9
            && written.chars().count() > member.name.chars().count()
            && !view.is(start, Classes::QUANTIFIER)
        {
            member.name = written.to_owned();
        }
        index
    }

    fn person(&mut self, view: &View<'_>, mention: Mention, (from, to): (usize, usize)) -> usize {
        let words: Vec<String> = (from..to)
            .filter(|&i| view.is_word(i))
            .map(|i| bare(view.folded(i)).to_owned())
            .collect();
        let found = self
            .members
            .iter()
            .position(|m| m.kind == EntityKind::Person && same_person(&m.name_words, &words));
        let name = view.span(from, to).of(view.tokens.text).to_owned();
        let index = found.unwrap_or_else(|| {
            self.add(view, mention, SourceType::Person, EntityKind::Person, None)
        });
        let member = &mut self.members[index];
        if found.is_none() || words.len() > member.name_words.len() {
            member.name = name;
            member.name_words = words;
        }
        member.source_type = SourceType::Person;
        let merged = mention_agreement(view, mention);
        member.agreement.gender = member.agreement.gender.or(merged.gender);
        member.agreement.plural = Some(false);
        let described = stems(view, mention.phrase.start, mention.phrase.end);
        self.members[index].described.extend(described);
        index
    }

    fn add(
        &mut self,
        view: &View<'_>,
        mention: Mention,
        source_type: SourceType,
        kind: EntityKind,
        known: Option<u16>,
    ) -> usize {
        let (start, end) = (mention.phrase.start, mention.phrase.end);
        let head = mention.phrase.head;
        self.members.push(Member {
            name: mention.span.of(view.tokens.text).to_owned(),
            source_type,
            kind,
            agreement: mention_agreement(view, mention),
            mentions: Vec::new(),
            count: view
                .words
                .get(head)
                .and_then(|w| w.head)
                .and_then(|h| h.count)
                .filter(|_| kind == EntityKind::Unnamed),
            access: (start..end)
                .find_map(|i| view.words[i].access)
                .filter(|_| kind == EntityKind::Unnamed),
            name_words: Vec::new(),
            described: stems(view, start, end).into_iter().collect(),
            known,
            head: view.stem(head).to_owned(),
            last: mention.span.start,
            first: mention.span.start,
        });
        self.members.len() - 1
    }

    fn find(
        &self,
        view: &View<'_>,
        mention: Mention,
        source_type: SourceType,
        kind: EntityKind,
        stems: &[String],
        known: Option<u16>,
    ) -> Option<usize> {
        let here = mention.span.start;
        if let Some(known) = known
            && let Some(index) = self
                .members
                .iter()
                .position(|m| m.known == Some(known) && m.source_type == source_type)
        {
            return Some(index);
        }
        let head = mention.phrase.head;
        let definite = view.words[head].prefix.definite
            || known.is_some()
            || (mention.phrase.start..mention.phrase.end)
                .any(|i| view.words[i].prefix.definite || view.name_at(i).is_some());
        // A surname alone.
        if let [word] = stems
            && view.classes(head).without(Classes::GIVEN_NAME).is_none()
            && let Some(index) = self.members.iter().rposition(|m| {
                m.name_words
                    .iter()
                    .any(|n| same_word(n, bare(view.folded(head))) || same_word(n, word))
            })
        {
            return Some(index);
        }
        if !definite && source_type != SourceType::Media {
            return self
                .members
                .iter()
                .position(|m| m.kind == kind && m.name == mention.span.of(view.tokens.text));
        }
        let fits = |m: &Member| {
            let family =
                m.kind == kind || source_type == SourceType::Role && m.kind == EntityKind::Person;
            family
                && stems.iter().all(|s| m.described.contains(s))
                && (kind == EntityKind::Person
                    || m.head == view.stem(head)
                    || kind == EntityKind::Unnamed
                        && sort_of_source(&m.head) == sort_of_source(view.stem(head)))
        };
        let before = self
            .members
            .iter()
            .enumerate()
            .filter(|(_, m)| m.last < here && !m.mentions.is_empty() && fits(m))
            .max_by_key(|(_, m)| m.last);
        if let Some((index, _)) = before {
            return Some(index);
        }
        // Not met yet as a speaker, but described in the report: the nearest before, else the first after.
        let introduced = self.members.iter().enumerate().filter(|(_, m)| fits(m));
        let introduced = introduced
            .min_by_key(|(_, m)| {
                if m.first <= here {
                    (0, here - m.first)
                } else {
                    (1, m.first - here)
                }
            })
            .map(|(index, _)| index);
        introduced.or_else(|| self.holder_of_office(view, mention, source_type, stems))
    }

    /// Somebody named whose office a mention tells in other words, or the last person who spoke where
    /// the mention only says that it is the same one (`المتحدث`, `المسؤول`).
    fn holder_of_office(
        &self,
        view: &View<'_>,
        mention: Mention,
        source_type: SourceType,
        stems: &[String],
    ) -> Option<usize> {
        let here = mention.span.start;
        let head = mention.phrase.head;
        let generic = matches!(
            view.stem(head),
            "متحدث"
                | "مسوول"
                | "رجل"
                | "كاتب"
                | "قيادي"
                | "دبلوماسي"
                | "ناطق"
                | "مراسل"
                | "محلل"
                | "خبير"
                | "باحث"
                | "نايب"
                | "وزير"
                | "ضابط"
                | "وزيره"
                | "متحدثه"
                | "مسووله"
                | "نايبه"
                | "كاتبه"
                | "باحثه"
        );
        if !matches!(
            source_type,
            SourceType::Role
                | SourceType::Person
                | SourceType::UnnamedDescribed
                | SourceType::UnnamedBare
        ) {
            return None;
        }
        let named = || {
            self.members
                .iter()
                .enumerate()
                .filter(|(_, m)| !m.name_words.is_empty())
        };
        let title = stems.first()?;
        if source_type == SourceType::Role {
            let by_office = named()
                .filter(|(_, m)| m.described.contains(title))
                .map(|(index, m)| {
                    (
                        stems.iter().filter(|s| m.described.contains(*s)).count(),
                        m.last.max(m.first) <= here,
                        m.last,
                        index,
                    )
                })
                .filter(|(shared, ..)| {
                    2 * shared >= stems.len() && (stems.len() == 1 || *shared >= 2)
                })
                .max();
            if let Some((.., index)) = by_office {
                return Some(index);
            }
        }
        if !generic || !view.words[head].prefix.definite {
            return None;
        }
        named()
            .filter(|(_, m)| !m.mentions.is_empty() && m.last < here)
            .max_by_key(|(_, m)| m.last)
            .map(|(index, _)| index)
    }

    /// A mention in the title that the body tells better: the same sort of source, or the person who
    /// holds the office.
    pub(crate) fn told_by_body(&self, title_end: u32) -> Vec<Option<usize>> {
        let in_title =
            |m: &Member| !m.mentions.is_empty() && m.mentions.iter().all(|s| s.end <= title_end);
        self.members
            .iter()
            .map(|a| {
                if !in_title(a) || !a.name_words.is_empty() || a.source_type == SourceType::Document
                {
                    return None;
                }
                let mut later: Vec<(u32, usize)> = self
                    .members
                    .iter()
                    .enumerate()
                    .filter_map(|(index, b)| {
                        b.mentions
                            .iter()
                            .map(|s| s.start)
                            .filter(|&s| s >= title_end)
                            .min()
                            .map(|s| (s, index))
                    })
                    .collect();
                later.sort_unstable();
                let better = |b: &Member| {
                    let same_head =
                        sort_of_source(&b.head) == sort_of_source(&a.head) && b.kind == a.kind;
                    let office = matches!(a.kind, EntityKind::Person | EntityKind::Unnamed)
                        && !b.name_words.is_empty()
                        && b.described.contains(&bare_stem(&a.head));
                    let whole = a.described.is_subset(&b.described);
                    whole && (same_head || office || a.kind == b.kind)
                        || (same_head || office)
                            && a.described.intersection(&b.described).count() >= 1
                            && a.kind != EntityKind::Organisation
                };
                later
                    .into_iter()
                    .map(|(_, index)| index)
                    .find(|&index| better(&self.members[index]))
            })
            .collect()
    }
}

/// مصدر and مصادر are one sort, مسؤول another.
fn sort_of_source(head: &str) -> &str {
    match head {
        "مصادر" | "مصدران" | "مصدرين" => "مصدر",
        "مسوولون" | "مسوولين" | "مسوولان" | "مسيول" => "مسوول",
        other => other,
    }
}

/// The folded stems of a phrase, function words and words of mere reference aside.
fn stems(view: &View<'_>, start: usize, end: usize) -> Vec<String> {
    const SKIPPED: Classes = Classes::PREPOSITION
        .or(Classes::CONJUNCTION)
        .or(Classes::DEMONSTRATIVE)
        .or(Classes::RELATIVE)
        .or(Classes::PRONOUN)
        .or(Classes::HONORIFIC)
        .or(Classes::TIME);
    (start..end)
        .filter(|&i| view.is_word(i) && (!view.is(i, SKIPPED) || end - start == 1))
        .map(|i| bare_stem(view.stem(i)))
        .filter(|s| !matches!(s.as_str(), "ذات" | "نفس" | "مذكور" | "حالي" | "سابق"))
        .collect()
}

/// Without the ending that gender and number put on.
fn bare_stem(stem: &str) -> String {
    let letters = stem.chars().count();
    for ending in ["يه", "ين", "ون", "ات", "ان", "ه"] {
        if let Some(s) = stem.strip_suffix(ending)
            && letters > ending.chars().count() + 2
        {
            return if ending == "يه" {
                format!("{s}ي")
            } else {
                s.to_owned()
            };
        }
    }
    // أمريكي and أميركي are one.
    stem.replace("امير", "امر")
}

fn bare(folded: &str) -> &str {
    folded
        .strip_prefix("ال")
        .filter(|s| s.chars().count() >= 3)
        .unwrap_or(folded)
}

/// One name is the other, a part of it, or a spelling of it.
fn same_person(a: &[String], b: &[String]) -> bool {
    if a.is_empty() || b.is_empty() {
        return false;
    }
    let (short, long) = if a.len() <= b.len() { (a, b) } else { (b, a) };
    if short.len() == 1 {
        return long.iter().any(|w| same_word(w, &short[0]));
    }
    short
        .iter()
        .filter(|s| long.iter().any(|l| same_word(l, s)))
        .count()
        == short.len()
}

/// Equal, or one letter apart in a longer word.
fn same_word(a: &str, b: &str) -> bool {
    if a == b {
        return true;
    }
    let (a, b): (Vec<char>, Vec<char>) = (a.chars().collect(), b.chars().collect());
    let (short, long) = if a.len() <= b.len() {
        (&a, &b)
    } else {
        (&b, &a)
    };
    if short.len() < 4
        || short.len() < 5 && short.len() != long.len()
        || long.len() - short.len() > 1
    {
        return false;
    }
    let head = short
        .iter()
        .zip(long.iter())
        .take_while(|(x, y)| x == y)
        .count();
    let tail = short
        .iter()
        .rev()
        .zip(long.iter().rev())
        .take_while(|(x, y)| x == y)
        .count();
    if short.len() == long.len() {
        head + tail + 1 >= short.len()
    } else {
        head + tail >= short.len()
    }
}

#[cfg(test)]
mod tests {
    use super::same_word;

    #[test]
    fn spelling_variants_are_one_name() {
        assert!(same_word("بلينكن", "بليكن"));
        assert!(same_word("ابوسيف", "ابوسيف"));
        assert!(!same_word("كرم", "كريم"));
        assert!(!same_word("سليمان", "سلمان ا"));
    }
}
