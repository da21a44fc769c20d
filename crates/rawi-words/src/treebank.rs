//! Takes: a treebank in CoNLL-U. Gives: its sentences as the reader sees them: text, tokens, and the tag of each
//! token's stem. Relies on: `SpaceAfter=No` and the text between words.

use anyhow::{Context, bail};

use crate::language::arabic::tagger::Tag;
use crate::text::token::{Kind, Tokens};

/// A sentence and the tag of each of its tokens.
#[derive(Debug)]
pub(crate) struct Sentence {
    pub(crate) text: String,
    pub(crate) tags: Vec<Tag>,
}

/// A piece of a word: how many characters it has, and its tag.
struct Piece {
    length: usize,
    letters: bool,
    tag: Tag,
}

/// Every sentence of a treebank.
pub(crate) fn sentences(conllu: &str) -> anyhow::Result<Vec<Sentence>> {
    let mut sentences = Vec::new();
    let (mut text, mut pieces) = (String::new(), Vec::new());
    for (number, line) in (1..).zip(conllu.lines().chain([""])) {
        if line.is_empty() {
            if !pieces.is_empty() {
                sentences.push(sentence(std::mem::take(&mut text), &pieces));
                pieces.clear();
            }
            continue;
        }
        let fields: Vec<&str> = line.split('\t').collect();
        if line.starts_with('#') || fields[0].contains(['-', '.']) {
            continue;
        }
        let [_, form, _, upos, .., misc] = fields[..] else {
            bail!("line {number}: `{line}` is no CoNLL-U");
        };
        text.push_str(form);
        pieces.push(Piece {
            length: form.len(),
            letters: form.contains(char::is_alphanumeric),
            tag: tag(upos).with_context(|| format!("line {number}: no tag `{upos}`"))?,
        });
        if !misc.split('|').any(|m| m == "SpaceAfter=No") {
            text.push(' ');
            pieces.push(Piece {
                length: 1,
                letters: false,
                tag: Tag::Punctuation,
            });
        }
    }
    Ok(sentences)
}

fn tag(upos: &str) -> Option<Tag> {
    Some(match upos {
        "AUX" => Tag::Verb,
        "CCONJ" | "INTJ" => Tag::Particle,
        "SYM" => Tag::Punctuation,
        "X" => Tag::Noun,
        _ => return Tag::ALL.into_iter().find(|t| t.upos() == upos),
    })
}

/// A token has the tag of its longest piece, clitics last.
fn sentence(text: String, pieces: &[Piece]) -> Sentence {
    let tokens = Tokens::of(&text);
    let mut tags = Vec::with_capacity(tokens.len());
    let (mut piece, mut start) = (0, 0);
    for at in 0..tokens.len() {
        let span = tokens.span(at);
        let mut best = None;
        while piece < pieces.len() && start < span.end as usize {
            let Piece {
                length,
                letters,
                tag,
            } = pieces[piece];
            if letters && start + length > span.start as usize {
                best = best.max(Some((
                    !is_clitic(tag),
                    length,
                    std::cmp::Reverse(piece),
                    tag as usize,
                )));
            }
            start += length;
            piece += 1;
        }
        tags.push(match best {
            Some((.., tag)) if tokens.kind(at) != Kind::Break => Tag::ALL[tag],
            _ => Tag::Punctuation,
        });
    }
    Sentence { text, tags }
}

fn is_clitic(tag: Tag) -> bool {
    matches!(
        tag,
        Tag::Adposition | Tag::Particle | Tag::Pronoun | Tag::Subordinator | Tag::Determiner
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_has_the_tag_of_its_stem() {
        let conllu = "1\tو\t_\tCCONJ\t_\t_\t_\t_\t_\tSpaceAfter=No\n2\tقال\t_\tVERB\t_\t_\t_\t_\t_\t_\n3\tله\t_\tADP\t_\t_\t_\t_\t_\tSpaceAfter=No\n4\t.\t_\tPUNCT\t_\t_\t_\t_\t_\t_\n";
        let found = sentences(conllu).unwrap();
        assert_eq!(found[0].text, "وقال له. ");
        assert_eq!(
            found[0].tags,
            [Tag::Verb, Tag::Adposition, Tag::Punctuation]
        );
    }
}
