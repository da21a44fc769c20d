//! Takes: thousandths. Gives: [`Amount`], an exact decimal number for the record. Relies on: news never
//! telling more than three decimal places that matter.

use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// A decimal number, exact to a thousandth. In JSON a plain number: 45, 18.4.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Amount(i64);

impl Amount {
    /// So many thousandths.
    pub const fn thousandths(thousandths: i64) -> Self {
        Self(thousandths)
    }

    /// The number, where it is whole.
    pub fn whole(self) -> Option<i64> {
        (self.0 % 1000 == 0).then_some(self.0 / 1000)
    }

    /// The number as a float, for arithmetic that need not be exact.
    pub fn to_f64(self) -> f64 {
        self.0 as f64 / 1000.0
    }

    pub(crate) const fn times(self, whole: i64) -> Self {
        Self(self.0.saturating_mul(whole))
    }

    pub(crate) const fn plus(self, whole: i64) -> Self {
        Self(self.0.saturating_add(whole.saturating_mul(1000)))
    }
}

impl std::fmt::Display for Amount {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self.whole() {
            Some(whole) => write!(f, "{whole}"),
            None => write!(f, "{}", self.to_f64()),
        }
    }
}

impl Serialize for Amount {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self.whole() {
            Some(whole) => serializer.serialize_i64(whole),
            None => serializer.serialize_f64(self.to_f64()),
        }
    }
}

impl<'de> Deserialize<'de> for Amount {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let value = f64::deserialize(deserializer)?;
        Ok(Self((value * 1000.0).round() as i64))
    }
}

#[cfg(feature = "schema")]
impl schemars::JsonSchema for Amount {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Amount".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({
            "type": "number",
            "description": "A decimal number, exact to a thousandth."
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn amounts_are_plain_numbers_in_json() {
        for (thousandths, json) in [
            (45_000, "45"),
            (18_400, "18.4"),
            (333, "0.333"),
            (-500, "-0.5"),
        ] {
            let amount = Amount::thousandths(thousandths);
            assert_eq!(serde_json::to_string(&amount).ok().as_deref(), Some(json));
            assert_eq!(serde_json::from_str::<Amount>(json).ok(), Some(amount));
        }
    }
}
