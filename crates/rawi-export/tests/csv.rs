//! The tables of statements and of events.

mod common;

use common::{call, record, statement};
use rawi_export::csv::{COLUMNS, EVENT_COLUMNS, Rows, Table};

fn table(record: &rawi::Record) -> Vec<Vec<String>> {
    let mut table = Table::new(Vec::new());
    table.add(record).unwrap();
    let bytes = table.finish().unwrap();
    let mut rows = csv::ReaderBuilder::new()
        .has_headers(false)
        .from_reader(bytes.as_slice());
    rows.records()
        .map(|row| row.unwrap().iter().map(str::to_owned).collect())
        .collect()
}

fn cell<'a>(rows: &'a [Vec<String>], row: usize, column: &str) -> &'a str {
    let column = COLUMNS
        .iter()
        .position(|name| *name == column)
        .expect(column);
    &rows[row][column]
}

#[test]
fn one_row_a_statement() {
    let rows = table(&call());
    assert_eq!(rows[0], COLUMNS);
    assert_eq!(rows.len(), 4);
    assert_eq!(cell(&rows, 1, "report.key"), "a.txt");
    assert_eq!(cell(&rows, 1, "cue.text"), "");
    assert_eq!(cell(&rows, 1, "source.type"), "implicit");
    assert_eq!(cell(&rows, 2, "id"), "s2");
    assert_eq!(cell(&rows, 2, "cue.start"), "11");
    assert_eq!(cell(&rows, 2, "source.name"), "سلمى حداد");
    assert_eq!(
        cell(&rows, 2, "addressees.mention.text"),
        "الصحفيين | النواب"
    );
    assert_eq!(cell(&rows, 2, "addressees.name"), "");
    assert_eq!(cell(&rows, 2, "content.start"), "47;54");
    assert_eq!(cell(&rows, 2, "content.end"), "52;69");
    assert_eq!(cell(&rows, 2, "content.text"), "الجسر | وفق مهندس،\nمغلق");
    assert_eq!(cell(&rows, 2, "negated"), "false");
    assert_eq!(cell(&rows, 2, "channel"), "press_conference");
    assert_eq!(cell(&rows, 3, "on_word_of"), "s2");
}

#[test]
fn no_cell_is_a_formula() {
    for text in ["=1+1", "+1", "-1", "@x", "\tx", "\rx", "\nx", "＝1"] {
        let mut one = statement("s1");
        one.source.name = Some(text.into());
        let rows = table(&record("", vec![one]));
        assert_eq!(cell(&rows, 1, "source.name"), format!("'{text}"));
    }
    let mut one = statement("s1");
    one.source.name = Some("1-1=".into());
    assert_eq!(
        cell(&table(&record("", vec![one])), 1, "source.name"),
        "1-1="
    );
}

#[test]
fn a_table_of_nothing_is_its_header() {
    assert_eq!(table(&record("", Vec::new())), [COLUMNS]);
    let mut rows = Table::rows_only(Vec::new(), Rows::Statements);
    rows.add(&record("", Vec::new())).unwrap();
    assert!(rows.finish().unwrap().is_empty());
}

#[test]
fn one_row_an_event() {
    let text = "وقالت الشرطة إنها اعتقلت نحو 30 متظاهرا في مدينة الكرك أمس.";
    let report = rawi::Report::new(text, rawi::Metadata::default());
    let mut table = Table::of(Vec::new(), Rows::Events);
    table.add(&rawi::read(&report)).unwrap();
    let bytes = table.finish().unwrap();
    let mut read = csv::Reader::from_reader(bytes.as_slice());
    assert_eq!(read.headers().unwrap(), &EVENT_COLUMNS[..]);
    let rows: Vec<_> = read.records().map(Result::unwrap).collect();
    assert_eq!(rows.len(), 1);
    let cell = |column: &str| {
        let at = EVENT_COLUMNS.iter().position(|name| *name == column);
        &rows[0][at.expect(column)]
    };
    for (column, value) in [
        ("id", "v1"),
        ("type", "COERCE"),
        ("mode", "arrest"),
        ("trigger.text", "اعتقلت"),
        ("when.value", "UNDEF-this-day-minus-1"),
        ("where.text", "مدينة الكرك"),
        ("numbers.kind", "detained"),
        ("numbers.min", "30"),
        ("status", "asserted"),
        ("on_word_of", "s1"),
    ] {
        assert_eq!(cell(column), value, "{column}");
    }
}
