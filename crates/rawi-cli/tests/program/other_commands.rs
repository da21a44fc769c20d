//! `rawi schema`, `completions`, `man`, and help.

use serde_json::Value;

use crate::harness::*;

/// Tells where a value is not as the schema says: of JSON Schema, as much as the record's schema uses.
fn misfit(value: &Value, schema: &Value, root: &Value, at: &str) -> Option<String> {
    if let Some(name) = schema["$ref"].as_str() {
        let name = name.trim_start_matches("#/$defs/");
        return misfit(value, &root["$defs"][name], root, at);
    }
    for choice in ["anyOf", "oneOf"] {
        if let Some(choices) = schema[choice].as_array() {
            let fits = |one: &Value| misfit(value, one, root, at).is_none();
            return (!choices.iter().any(fits))
                .then(|| format!("{at}: {value} fits none of {choice}"));
        }
    }
    let allowed = schema["enum"].as_array();
    if schema.get("const").is_some_and(|only| only != value)
        || allowed.is_some_and(|allowed| !allowed.contains(value))
    {
        return Some(format!("{at}: {value} is no value of {schema}"));
    }
    let types = match &schema["type"] {
        Value::String(one) => vec![one.as_str()],
        Value::Array(several) => several.iter().filter_map(Value::as_str).collect(),
        _ => return Some(format!("{at}: the schema says nothing")),
    };
    let is = |kind: &&str| match *kind {
        "null" => value.is_null(),
        "string" => value.is_string(),
        "boolean" => value.is_boolean(),
        "integer" => value.is_u64(),
        "number" => value.is_number(),
        "array" => value.is_array(),
        "object" => value.is_object(),
        _ => false,
    };
    if !types.iter().any(is) {
        return Some(format!("{at}: {value} is none of {types:?}"));
    }
    if let Value::Array(items) = value {
        let items = items.iter().enumerate();
        return items
            .filter_map(|(n, item)| misfit(item, &schema["items"], root, &format!("{at}[{n}]")))
            .next();
    }
    let fields = value.as_object()?;
    let required = schema["required"].as_array().cloned().unwrap_or_default();
    let lacking = required
        .iter()
        .find(|name| !fields.contains_key(name.as_str().unwrap_or_default()));
    if let Some(name) = lacking {
        return Some(format!("{at} lacks {name}"));
    }
    fields
        .iter()
        .filter_map(|(name, field)| {
            let at = format!("{at}.{name}");
            // A map names no properties but says what each value is.
            let each = schema.get("additionalProperties").filter(|s| s.is_object());
            match schema["properties"].get(name).or(each) {
                Some(schema) => misfit(field, schema, root, &at),
                None => Some(format!("{at} is not in the schema")),
            }
        })
        .next()
}

#[test]
fn the_records_of_the_samples_are_as_the_schema_says() {
    let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let (code, out, err) = run(&root, &["schema"]);
    assert_eq!((code, err.as_str()), (0, ""));
    let schema = json(&out);
    assert_eq!(schema["title"], "Record");
    for text in [&[][..], &["--with-text"]] {
        let args = [&["read", "-f", "json", "samples"], text].concat();
        let records = json(&run(&root, &args).1);
        let records = records.as_array().unwrap();
        assert!(records.len() >= 15);
        for record in records {
            assert_eq!(misfit(record, &schema, &schema, "record"), None);
        }
    }
    // The check itself can fail.
    let wrong = |pointer: &str, value: Value| {
        let mut record = json(&run(&root, &["read", "-f", "json", "samples/ferry-call.txt"]).1);
        *record.pointer_mut(pointer).unwrap() = value;
        misfit(&record, &schema, &schema, "record").is_some()
    };
    assert!(wrong("/statements/0/act", "utter".into()));
    assert!(wrong("/statements/0/cue", "قال".into()));
    assert!(wrong("/report/length", Value::Null));
    assert!(!wrong("/statements/0/when", Value::Null));
    assert!(wrong("/events/0/type", "MEET".into()));
    assert!(wrong("/events/0/trigger", Value::Null));
    assert!(!wrong("/events/0/duration", Value::Null));
    assert!(wrong("/times/0/value", Value::Null));
}

#[test]
fn completions_and_manual_pages_are_made() {
    let root = folder(&[]);
    for shell in ["bash", "elvish", "fish", "powershell", "zsh"] {
        let (code, out, _) = run(root.path(), &["completions", shell]);
        assert!(code == 0 && out.contains("rawi"), "{shell}");
    }
    for page in [&["man"][..], &["man", "read"], &["man", "eval"]] {
        let (code, out, _) = run(root.path(), page);
        assert!(code == 0 && out.contains(".TH rawi"), "{page:?}");
    }
}

#[test]
fn help_and_version_are_no_errors() {
    let root = folder(&[]);
    for args in [
        &["--help"][..],
        &["--version"],
        &["help", "read"],
        &["read", "-h"],
        &["eval", "--help"],
    ] {
        let (code, out, err) = run(root.path(), args);
        assert!(code == 0 && err.is_empty() && !out.is_empty(), "{args:?}");
    }
}
