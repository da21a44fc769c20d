//! Takes: a report's text and the lexicon. Gives: [`View`], all that the first steps of the way made,
//! for the later steps to look at. Relies on: nothing being changed after it is made.

use crate::language::arabic::tagger::Tag;
use crate::language::arabic::words::{self, Hit, Word};
use rustc_hash::FxHashSet;

use crate::lexicon::{Classes, Lexicon, Meaning};
use crate::span::ByteSpan;
use crate::text::layout::Layout;
use crate::text::quotes::{self, Quotation};
use crate::text::token::{Kind, Tokens};

pub(crate) struct View<'a> {
    pub(crate) lexicon: &'a Lexicon,
    pub(crate) tokens: Tokens<'a>,
    pub(crate) words: Vec<Word>,
    tags: Vec<Tag>,
    pub(crate) quotations: Vec<Quotation>,
    pub(crate) layout: Layout,
    /// Folded words that stand right behind a given name: السيسي، الأسد، بري.
    surnames: FxHashSet<Box<str>>,
    hits: Vec<Hit>,
    /// First of `hits` at or after each token.
    first_hit: Vec<u32>,
    /// For each token, one more than the index of the innermost closed quotation that holds it.
    quoted_by: Vec<u32>,
    /// For each token, one more than the index of the quotation that it opens.
    opens: Vec<u32>,
    /// The same of the closed quotation that it closes.
    closes: Vec<u32>,
}

impl<'a> View<'a> {
    pub(crate) fn new(text: &'a str, lexicon: &'a Lexicon) -> Self {
        let tokens = Tokens::of(text);
        let clitics = lexicon.segmenter.split_all(&tokens);
        let tags = lexicon.tagger.tag(&tokens, &clitics);
        let mut words = words::analyse(&tokens, &clitics, lexicon);
        tell_ali(&tokens, &mut words);
        let hits = words::hits(&tokens, lexicon);
        join_given_names(&hits, &mut words);
        head_runs(&hits, &mut words);
        learn_surnames(&tokens, &tags, &mut words);
        let surnames = surnames_of(&tokens, &words);
        let quotations = quotes::pair(&tokens);
        let layout = Layout::of(&tokens, &quotations);
        // A name with clitics shows them for a word that is not known otherwise.
        for hit in hits
            .iter()
            .filter(|h| matches!(h.meaning, Meaning::Name(_)) && h.prefix.letters > 0)
        {
            let word = &mut words[hit.start];
            if word.classes.is_open() && word.prefix.letters < hit.prefix.letters {
                word.prefix = hit.prefix;
            }
        }
        let mut first_hit = vec![hits.len() as u32; tokens.len() + 1];
        for (index, hit) in hits.iter().enumerate().rev() {
            first_hit[hit.start] = index as u32;
        }
        let mut opens = vec![0; tokens.len() + 1];
        let mut closes = vec![0; tokens.len() + 1];
        for (index, quotation) in quotations.iter().enumerate() {
            opens[quotation.open] = index as u32 + 1;
            if quotation.closed {
                closes[quotation.close] = index as u32 + 1;
            }
        }
        let quoted_by = innermost(&tokens, &quotations);
        Self {
            lexicon,
            tokens,
            words,
            tags,
            quotations,
            layout,
            surnames,
            hits,
            first_hit,
            quoted_by,
            opens,
            closes,
        }
    }

    pub(crate) fn len(&self) -> usize {
        self.tokens.len()
    }

    pub(crate) fn classes(&self, at: usize) -> Classes {
        self.words.get(at).map_or(Classes::NONE, |w| w.classes)
    }

    pub(crate) fn is(&self, at: usize, classes: Classes) -> bool {
        self.classes(at).any(classes)
    }

    /// The report names somebody so: the word alone is a person.
    pub(crate) fn is_surname(&self, at: usize) -> bool {
        self.surname(self.tokens.folded(at))
    }

    /// The same of a folded word.
    pub(crate) fn surname(&self, folded: &str) -> bool {
        self.surnames.contains(folded)
    }

    /// The part of speech of a token in its sentence.
    pub(crate) fn tag(&self, at: usize) -> Tag {
        self.tags.get(at).copied().unwrap_or_default()
    }

    pub(crate) fn is_word(&self, at: usize) -> bool {
        self.tokens.kind(at) == Kind::Word
    }

    pub(crate) fn folded(&self, at: usize) -> &str {
        self.tokens.folded(at)
    }

    /// The letters after conjunction, preposition and article.
    pub(crate) fn stem(&self, at: usize) -> &str {
        let prefix = self.words.get(at).map(|w| w.prefix).unwrap_or_default();
        self.stem_of(at, prefix)
    }

    /// The letters after these clitics.
    pub(crate) fn stem_of(&self, at: usize, prefix: words::Prefix) -> &str {
        let folded = self.tokens.folded(at);
        let letters = prefix.letters;
        let from = folded
            .char_indices()
            .nth(usize::from(letters))
            .map_or(folded.len(), |(b, _)| b);
        &folded[from..]
    }

    pub(crate) fn is_mark(&self, at: usize, marks: &[char]) -> bool {
        self.tokens.mark(at).is_some_and(|c| marks.contains(&c))
    }

    pub(crate) fn is_comma(&self, at: usize) -> bool {
        self.is_mark(at, &['،', ',', '؛', ';'])
    }

    /// The quotation that opens at this token.
    pub(crate) fn opening(&self, at: usize) -> Option<&Quotation> {
        let index = *self.opens.get(at)? as usize;
        index.checked_sub(1).map(|i| &self.quotations[i])
    }

    /// The quotation whose closing mark is this token.
    pub(crate) fn closing(&self, at: usize) -> Option<&Quotation> {
        let index = *self.closes.get(at)? as usize;
        index.checked_sub(1).map(|i| &self.quotations[i])
    }

    /// The quotations that open before token `end`, the last first; few enough to look at them all.
    pub(crate) fn quotations_before(&self, end: usize) -> impl Iterator<Item = &Quotation> {
        const NEAR: usize = 40;
        let count = self.quotations.partition_point(|q| q.open < end);
        self.quotations[..count].iter().rev().take(NEAR)
    }

    /// The innermost closed quotation that holds this token between its marks.
    pub(crate) fn quotation(&self, at: usize) -> Option<&Quotation> {
        let index = *self.quoted_by.get(at)? as usize;
        index.checked_sub(1).map(|i| &self.quotations[i])
    }

    /// Every fixed run of words, in order.
    pub(crate) fn hits(&self) -> &[Hit] {
        &self.hits
    }

    /// The fixed runs of words that start at this token.
    pub(crate) fn hits_at(&self, at: usize) -> impl Iterator<Item = &Hit> {
        let from = self
            .first_hit
            .get(at)
            .map_or(self.hits.len(), |&i| i as usize);
        self.hits[from..].iter().take_while(move |h| h.start == at)
    }

    /// The longest name that the lexicon knows at this token.
    pub(crate) fn name_at(&self, at: usize) -> Option<(&Hit, u16)> {
        self.hits_at(at)
            .filter_map(|h| match h.meaning {
                Meaning::Name(index) => Some((h, index)),
                _ => None,
            })
            .max_by_key(|(h, _)| h.end)
    }

    /// The end of the longest run of words of these classes at this token.
    pub(crate) fn run_of(&self, at: usize, classes: Classes) -> Option<usize> {
        let run = self
            .hits_at(at)
            .filter(|h| {
                h.prefix.preposition.is_none()
                    && matches!(h.meaning, Meaning::Class(c) if c.any(classes))
            })
            .map(|h| h.end)
            .max();
        run.or_else(|| self.is(at, classes).then_some(at + 1))
    }

    /// From the first to the last of these tokens.
    pub(crate) fn span(&self, start: usize, end: usize) -> ByteSpan {
        // A line end at either side belongs to no span.
        let mut end = end;
        while end > start + 1 && self.tokens.kind(end - 1) == Kind::Break {
            end -= 1;
        }
        ByteSpan::new(self.tokens.span(start).start, self.tokens.span(end - 1).end)
    }

    /// The same without the clitics before the first word, its article aside.
    pub(crate) fn words_span(&self, start: usize, end: usize) -> ByteSpan {
        let prefix = self.words[start]
            .time
            .map(|(_, p)| p)
            .unwrap_or_else(|| self.words[start].prefix);
        // لل cannot be cut: the whole word stays.
        let whole = prefix.preposition == Some('ل') && prefix.definite;
        let letters = u8::from(prefix.conjunction.is_some())
            + u8::from(prefix.preposition.is_some() && !whole);
        let mut from = self.cut(start, letters);
        // A letter that stands alone before the noun: `لـ العين`.
        if letters > 0 && from >= self.tokens.span(start).end && end > start + 1 {
            from = self.tokens.span(start + 1).start;
        }
        ByteSpan::new(from, self.span(start, end).end)
    }

    /// Where the stem of a token begins when its first folded letters are cut off, tatweel included.
    pub(crate) fn cut(&self, at: usize, letters: u8) -> u32 {
        let span = self.tokens.span(at);
        if letters == 0 {
            return span.start;
        }
        span.start + crate::text::fold::unfold(self.tokens.raw(at), usize::from(letters)) as u32
    }
}

fn surnames_of(tokens: &Tokens<'_>, words: &[Word]) -> FxHashSet<Box<str>> {
    (1..words.len())
        .filter(|&at| {
            const NOUN: Classes = Classes::NOUN.or(Classes::GIVEN_NAME).or(Classes::ADJECTIVE);
            let (before, word) = (words[at - 1].classes, &words[at]);
            tokens.kind(at) == Kind::Word
                && before.any(Classes::GIVEN_NAME)
                && !before.any(Classes::TITLE)
                && word.prefix.conjunction.is_none()
                && word.prefix.preposition.is_none()
                && (word.prefix.definite || word.classes.without(NOUN).is_none())
        })
        .map(|at| tokens.folded(at).into())
        .collect()
}

/// `كبير المفاوضين`, `وسائل الإعلام`: what the run means is told of its first word, the head.
fn head_runs(hits: &[Hit], words: &mut [Word]) {
    const HEADS: Classes = Classes::TITLE.or(Classes::HEAD);
    for hit in hits.iter().filter(|h| h.end > h.start + 1) {
        if let Meaning::Class(classes) = hit.meaning
            && classes.any(HEADS)
        {
            let word = &mut words[hit.start];
            word.classes = word.classes.without(Classes::OPEN).or(classes);
            word.prefix = hit.prefix;
            if classes.any(Classes::HONORIFIC) {
                for word in &mut words[hit.start + 1..hit.end] {
                    word.classes = classes;
                }
            }
        }
    }
}

/// `عز الدين`: a given name of several words is one in each of them, whatever else they mean. Only `على أكبر`
/// needs a word behind it that no table knows: it may be a preposition with its superlative.
fn join_given_names(hits: &[Hit], words: &mut [Word]) {
    let names = hits.iter().filter(|h| {
        matches!(h.meaning, Meaning::Class(c) if c.any(Classes::GIVEN_NAME)) && h.end > h.start + 1
    });
    for hit in names {
        let unknown_next = words
            .get(hit.end)
            .is_some_and(|w| w.classes.is_none() && !w.prefix.definite);
        if words[hit.start].classes.any(Classes::PREPOSITION) && !unknown_next {
            continue;
        }
        for word in &mut words[hit.start..hit.end] {
            word.classes = Classes::GIVEN_NAME;
            word.prefix = words::Prefix::default();
            word.enclitic = false;
        }
        words[hit.start].prefix = hit.prefix;
    }
}

/// A word that no table knows is a name wherever it stands, once it has stood behind a given name.
fn learn_surnames(tokens: &Tokens<'_>, tags: &[Tag], words: &mut [Word]) {
    const KNOWN: Classes = Classes::NOUN.or(Classes::VERB);
    let mut surnames: FxHashSet<&str> = FxHashSet::default();
    for at in 1..words.len() {
        let given = words[at - 1].classes.any(Classes::GIVEN_NAME)
            && !words[at - 1].classes.any(Classes::TITLE);
        let word = &words[at];
        let unknown = word.classes.is_none()
            && word.cues.is_empty()
            && !word.prefix.definite
            && word.prefix.conjunction.is_none();
        // `سعيد مرسوما`: an accusative or a verb behind a name is none.
        let may_name = match tags[at] {
            Tag::ProperNoun => true,
            Tag::Noun | Tag::Adjective => !tokens.folded(at).ends_with('ا'),
            _ => false,
        };
        if given
            && unknown
            && may_name
            && tokens.kind(at) == Kind::Word
            && tokens.folded(at).chars().count() >= 4
        {
            surnames.insert(tokens.folded(at));
        }
    }
    if surnames.is_empty() {
        return;
    }
    for (at, word) in words.iter_mut().enumerate() {
        if tokens.kind(at) != Kind::Word
            || !word.classes.without(KNOWN).is_none()
            || word.classes.any(KNOWN)
        {
            continue;
        }
        let folded = tokens.folded(at);
        let known = [None, Some('و'), Some('ف'), Some('ل'), Some('ب')]
            .into_iter()
            .find(|letter| match letter {
                None => surnames.contains(folded),
                Some(letter) => folded
                    .strip_prefix(*letter)
                    .is_some_and(|rest| surnames.contains(rest)),
            });
        if let Some(letter) = known {
            word.classes = word.classes.or(Classes::GIVEN_NAME).or(Classes::SURNAME);
            word.enclitic = false;
            word.prefix = words::Prefix::of_letter(letter);
        }
    }
}

/// علي, the name, folds to the letters of the preposition على. The last letter tells them apart, and
/// where an outlet writes ي for both, the words around.
fn tell_ali(tokens: &Tokens<'_>, words: &mut [Word]) {
    let tells_yeh = (0..tokens.len()).any(|at| {
        matches!(tokens.folded(at), "علي" | "الي" | "حتي") && tokens.raw(at).ends_with('ى')
    });
    for at in 0..tokens.len() {
        if tokens.folded(at).trim_start_matches('و') != "علي" {
            continue;
        }
        let written_with_yeh = tokens.raw(at).ends_with('ي');
        let beside = |i: Option<usize>| {
            i.and_then(|i| words.get(i)).is_some_and(|w| {
                w.classes.any(Classes::TITLE.or(Classes::GIVEN_NAME))
                    && !w.classes.any(Classes::PREPOSITION)
            })
        };
        let unknown_next = words.get(at + 1).is_some_and(|w| {
            w.classes.without(Classes::SUPERLATIVE).is_none()
                && !w.prefix.definite
                && w.prefix.preposition.is_none()
        });
        let name = written_with_yeh
            && (tells_yeh || beside(at.checked_sub(1)) || beside(Some(at + 1)) || unknown_next);
        let other = if name {
            Classes::PREPOSITION.or(Classes::OPENER)
        } else {
            Classes::GIVEN_NAME
        };
        words[at].classes = words[at].classes.without(other);
    }
}

fn innermost(tokens: &Tokens<'_>, quotations: &[Quotation]) -> Vec<u32> {
    let mut held = vec![0; tokens.len() + 1];
    let mut within: Vec<usize> = Vec::new();
    let mut next = 0;
    for (at, holder) in held.iter_mut().enumerate() {
        while within.last().is_some_and(|&q| quotations[q].close <= at) {
            within.pop();
        }
        if let Some(&quotation) = within.last() {
            *holder = quotation as u32 + 1;
        }
        while quotations.get(next).is_some_and(|q| q.open <= at) {
            if quotations[next].closed {
                within.push(next);
            }
            next += 1;
        }
    }
    held
}
