//! Takes: the events of a record. Gives: a line for each: its type and word, who did it and to whom, and in
//! brackets when, how long, where, how many, whether it was done and on whose word. Relies on: the pieces of the
//! ladder, which isolate the report's words.

use rawi::{Event, EventNumber, Participant, Status};

use super::{Palette, Piece, resolved};

/// What is told of one event.
pub(super) fn told(event: &Event, palette: &Palette) -> Vec<Piece> {
    let mut line = vec![
        Piece::sign(event.kind.as_str(), palette.label),
        Piece::words(&event.trigger.text, palette.cue),
    ];
    parts(&event.actors, "·", palette, &mut line);
    parts(&event.recipients, "→", palette, &mut line);
    let mut labels: Vec<Piece> = Vec::new();
    let mut label = |text: String| labels.push(Piece::sign(text, palette.label));
    if let Some(mode) = &event.mode {
        label(mode.clone());
    }
    if event.status != Status::Asserted {
        label(event.status.to_string());
    }
    for when in event.when.iter().chain(&event.duration) {
        label(when.value.clone().unwrap_or_default());
    }
    for number in &event.numbers {
        label(counted(number));
    }
    if let Some(word) = &event.on_word_of {
        label(format!("on {word}"));
    }
    if let Some(place) = &event.place {
        labels.push(Piece::words(&place.text, palette.label));
    }
    let last = labels.len();
    for (n, mut label) in labels.into_iter().enumerate() {
        let open = if n == 0 { "[" } else { "" };
        let close = if n + 1 == last { "]" } else { "," };
        if label.isolated {
            line.extend((n == 0).then(|| Piece::sign("[", palette.label)));
            label.close = n == 0;
            line.push(label);
            line.push(Piece::sign(close, palette.label).close());
        } else {
            label.text = format!("{open}{}{close}", label.text);
            line.push(label);
        }
    }
    line
}

fn parts(parts: &[Participant], sign: &str, palette: &Palette, line: &mut Vec<Piece>) {
    for (n, part) in parts.iter().enumerate() {
        line.push(Piece::sign(if n == 0 { sign } else { "+" }, palette.label));
        let name = part.name.as_deref();
        match &part.mention {
            Some(mention) => {
                line.push(Piece::words(&mention.text, palette.source));
                let other = name.filter(|name| *name != mention.text);
                line.extend(other.into_iter().flat_map(|n| resolved(n, palette.name)));
            }
            None => line.extend(resolved(name.unwrap_or_default(), palette.name)),
        }
    }
}

/// `killed 41`, `detained about 30`, `wounded 10–20`.
fn counted(number: &EventNumber) -> String {
    let about = if number.about { "about " } else { "" };
    let range = match (number.min, number.max) {
        (Some(min), Some(max)) if min == max => min.to_string(),
        (Some(min), Some(max)) => format!("{min}–{max}"),
        (Some(min), None) => format!("{min} or more"),
        (None, Some(max)) => format!("{max} or less"),
        (None, None) => "some".to_owned(),
    };
    format!("{} {about}{range}", number.kind)
}
