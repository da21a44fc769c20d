//! Takes: byte offsets into a report's text. Gives: [`ByteSpan`], the reader's own spans, and
//! [`CodePoints`], which turns them into the record's. Relies on: texts of under 4 GiB.

/// A piece of a text in bytes of UTF-8, start inclusive, end exclusive, on character boundaries.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub(crate) struct ByteSpan {
    pub(crate) start: u32,
    pub(crate) end: u32,
}

impl ByteSpan {
    pub(crate) fn new(start: u32, end: u32) -> Self {
        debug_assert!(start <= end);
        Self { start, end }
    }

    pub(crate) fn is_empty(self) -> bool {
        self.start >= self.end
    }

    /// `other` lies wholly inside.
    pub(crate) fn contains(self, other: Self) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    pub(crate) fn of(self, text: &str) -> &str {
        &text[self.start as usize..self.end as usize]
    }
}

/// Counts code points up to a byte offset in constant time: one count for every block of bytes,
/// and a short walk inside the block.
pub(crate) struct CodePoints<'t> {
    bytes: &'t [u8],
    /// Code points that begin before each block.
    blocks: Vec<u32>,
}

const BLOCK: usize = 64;

impl<'t> CodePoints<'t> {
    pub(crate) fn new(text: &'t str) -> Self {
        let bytes = text.as_bytes();
        let mut blocks = Vec::with_capacity(bytes.len() / BLOCK + 1);
        let mut count = 0;
        for block in bytes.chunks(BLOCK) {
            blocks.push(count);
            count += begun(block);
        }
        if bytes.len().is_multiple_of(BLOCK) {
            blocks.push(count);
        }
        Self { bytes, blocks }
    }

    /// How many code points begin before byte `offset`.
    pub(crate) fn before(&self, offset: u32) -> u32 {
        let offset = offset as usize;
        let block = offset / BLOCK;
        self.blocks[block] + begun(&self.bytes[block * BLOCK..offset])
    }
}

/// Code points that begin in `bytes`: every byte but the continuation bytes.
fn begun(bytes: &[u8]) -> u32 {
    bytes.iter().map(|&b| u32::from((b as i8) >= -0x40)).sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_code_points_at_every_boundary() {
        for text in [
            "",
            "abc",
            &"قال: «نعم» ok 🙂 ".repeat(40),
            &"ا".repeat(32),
            &"ا".repeat(64),
        ] {
            let points = CodePoints::new(text);
            for (count, (byte, _)) in text.char_indices().enumerate() {
                assert_eq!(points.before(byte as u32), count as u32);
            }
            assert_eq!(
                points.before(text.len() as u32),
                text.chars().count() as u32
            );
        }
    }
}
