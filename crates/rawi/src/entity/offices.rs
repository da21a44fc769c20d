//! Takes: the words of an office. Gives: the office in the world that they name, and who held it when the report was
//! published. Relies on: the tables of offices; what they do not tell for certain is left open.

use jiff::civil::Date;

use super::chain;
use crate::lexicon::world::{Office, Owner, Person, Term};
use crate::record::EntityKind;
use crate::view::View;

/// A word beside the office leaves open who holds it: `السابق`, `المنتخب`.
pub(super) fn is_open(view: &View<'_>, start: usize, end: usize) -> bool {
    let open = &view.lexicon.callings.open;
    (start..=end).any(|i| view.is_word(i) && open.contains(view.stem(i)))
}

/// The office of the world that these words name.
pub(super) fn named<'v>(view: &'v View<'_>, start: usize, end: usize) -> Option<&'v Office> {
    spoken(view, start, end).find_map(|(title, owner)| view.lexicon.world.office(&title, owner))
}

/// The titles that these words may be, folded and without articles, and whose each is: `رئيس مجلس النواب الأمريكي` is of
/// a body, or of a state.
pub(super) fn spoken<'v>(
    view: &'v View<'_>,
    start: usize,
    end: usize,
) -> impl Iterator<Item = (String, Owner<'v>)> {
    [true, false].into_iter().filter_map(move |of_bodies| {
        let mut title = String::new();
        let mut owner = None;
        let mut at = start;
        while at < end {
            if !view.is_word(at) {
                return None;
            }
            let name = view.name_at(at).filter(|_| at > start);
            if let Some((hit, index)) = name {
                let name = &view.lexicon.names[usize::from(index)];
                let state = name.kind == EntityKind::State;
                if state || of_bodies {
                    owner = owner.or(match &name.state {
                        Some(iso) if state => Some(Owner::State(iso)),
                        _ => Some(Owner::Body(index)),
                    });
                    at = hit.end;
                    continue;
                }
            }
            if at > start && chain::is_nationality(view, at) {
                owner = owner.or(view.lexicon.nationality(view.stem(at)).map(Owner::State));
            } else {
                let stem = view.stem(at);
                let lemma = view.lexicon.lemma(stem).filter(|_| at == start);
                if !title.is_empty() {
                    title.push(' ');
                }
                title.push_str(lemma.unwrap_or(stem));
            }
            at += 1;
        }
        Some((title, owner?))
    })
}

/// What a user may call whose an office is: an ISO code, or a folded name.
pub(super) fn names_of(view: &View<'_>, owner: Owner<'_>) -> Vec<String> {
    match owner {
        Owner::State(iso) => vec![iso.to_owned()],
        Owner::Body(body) => {
            let forms = &view.lexicon.names[usize::from(body)].forms;
            forms.iter().map(|form| form.to_string()).collect()
        }
    }
}

/// The one holder, of whatever time, whose name ends with this folded surname.
pub(super) fn holder_called(view: &View<'_>, office: &Office, surname: &str) -> Option<u16> {
    let people = &view.lexicon.world.people;
    let called = |person: &Person| person.forms.iter().any(|form| last_word(form) == surname);
    let mut found = office
        .terms
        .iter()
        .map(|t| t.person)
        .filter(|&p| called(&people[usize::from(p)]));
    let first = found.next()?;
    found.all(|p| p == first).then_some(first)
}

/// The term of a person that covers the day; the last that began.
pub(super) fn term_on(person: &Person, day: Option<Date>) -> Option<&Term> {
    let day = day?;
    let covers = |t: &&Term| t.from.is_some_and(|from| from.last <= day) && t.may_hold(day);
    person
        .terms
        .iter()
        .filter(covers)
        .max_by_key(|t| t.from.map(|from| from.first))
}

fn last_word(form: &str) -> &str {
    let last = form.rsplit(' ').next().unwrap_or(form);
    crate::speaker::without_article(last)
}
