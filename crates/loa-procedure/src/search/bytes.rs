//! The file of an index, written and read: every number and every text is looked at before it is believed.

use std::collections::HashMap;

use super::{Entry, Everyday, Reach};
use crate::procedure::CatalogueCode;

/// What a file begins with.
const MAGIC: &[u8; 4] = b"LOA1";

/// Why bytes are no index.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum InvalidIndex {
    /// Something else, or of another version.
    #[error("the index does not begin with `LOA1`; build the campaign once more with this version of loa")]
    Beginning,
    /// It breaks off, or holds what no index holds.
    #[error("the index is damaged at byte {0}; fetch it once more, or build the campaign once more")]
    Damaged(usize),
    /// The words that people say cannot be read.
    #[error("the words of the index cannot be read; build the campaign once more with this version of loa")]
    Words,
}

/// A name in the file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Name {
    pub code: String,
    pub reach: Reach,
    /// The numbers of its pieces.
    pub pieces: Vec<u32>,
}

/// What a file holds.
#[derive(Debug, Default)]
pub(super) struct Contents {
    /// The pieces of names, the most frequent first.
    pub pieces: Vec<String>,
    pub names: Vec<Name>,
    pub everyday: Everyday,
}

/// The bytes of an index: the same entries give the same bytes.
pub(super) fn write(entries: &[Entry], everyday: &Everyday) -> Vec<u8> {
    let mut counts: HashMap<&str, u32> = HashMap::new();
    for piece in entries.iter().flat_map(|entry| entry.name.split(' ')) {
        *counts.entry(piece).or_default() += 1;
    }
    let mut pieces: Vec<(&str, u32)> = counts.into_iter().collect();
    pieces.sort_by(|a, b| b.1.cmp(&a.1).then(a.0.cmp(b.0)));
    let numbers: HashMap<&str, u64> = pieces.iter().map(|(piece, _)| *piece).zip(0..).collect();
    let mut out = MAGIC.to_vec();
    number(&mut out, pieces.len() as u64);
    for (piece, _) in &pieces {
        text(&mut out, piece);
    }
    number(&mut out, entries.len() as u64);
    for entry in entries {
        out.push(entry.reach as u8);
        code(&mut out, &entry.code);
        number(&mut out, entry.name.split(' ').count() as u64);
        for piece in entry.name.split(' ') {
            number(&mut out, numbers.get(piece).copied().unwrap_or_default());
        }
    }
    // A map with text keys cannot fail to be written.
    text(&mut out, &serde_json::to_string(everyday).unwrap_or_default());
    out
}

/// What a file holds.
pub(super) fn read(bytes: &[u8]) -> Result<Contents, InvalidIndex> {
    let rest = bytes.strip_prefix(MAGIC).ok_or(InvalidIndex::Beginning)?;
    let mut reader = Reader { rest, length: bytes.len() };
    let count = reader.count()?;
    let pieces: Vec<String> = (0..count).map(|_| reader.text().map(str::to_owned)).collect::<Result<_, _>>()?;
    let count = reader.count()?;
    let mut names = Vec::with_capacity(count);
    for _ in 0..count {
        let at = reader.at();
        let reach = Reach::ALL.get(usize::from(reader.byte()?)).copied().ok_or(InvalidIndex::Damaged(at))?;
        let code = reader.code()?;
        let count = reader.count()?;
        let mut of_name = Vec::with_capacity(count);
        for _ in 0..count {
            let at = reader.at();
            let piece = u32::try_from(reader.number()?).map_err(|_| InvalidIndex::Damaged(at))?;
            if piece as usize >= pieces.len() {
                return Err(InvalidIndex::Damaged(at));
            }
            of_name.push(piece);
        }
        names.push(Name { code, reach, pieces: of_name });
    }
    let everyday = serde_json::from_str(reader.text()?).map_err(|_| InvalidIndex::Words)?;
    if !reader.rest.is_empty() {
        return Err(InvalidIndex::Damaged(reader.at()));
    }
    Ok(Contents { pieces, names, everyday })
}

/// LEB128.
fn number(out: &mut Vec<u8>, mut number: u64) {
    while number >= 0x80 {
        out.push((number & 0x7f) as u8 | 0x80);
        number >>= 7;
    }
    out.push(number as u8);
}

fn text(out: &mut Vec<u8>, text: &str) {
    number(out, text.len() as u64);
    out.extend_from_slice(text.as_bytes());
}

/// A national code as one number above zero; whatever else as zero and its text.
fn code(out: &mut Vec<u8>, code: &str) {
    let national = CatalogueCode::read(code);
    let digits: String = national.as_str().chars().filter(char::is_ascii_digit).collect();
    match digits.parse::<u64>() {
        Ok(packed) if !national.is_malformed() && national.as_str() == code && packed > 0 => number(out, packed),
        _ => {
            number(out, 0);
            text(out, code);
        }
    }
}

struct Reader<'b> {
    rest: &'b [u8],
    length: usize,
}

impl<'b> Reader<'b> {
    fn at(&self) -> usize {
        self.length - self.rest.len()
    }

    fn damaged(&self) -> InvalidIndex {
        InvalidIndex::Damaged(self.at())
    }

    fn byte(&mut self) -> Result<u8, InvalidIndex> {
        let (first, rest) = self.rest.split_first().ok_or_else(|| self.damaged())?;
        self.rest = rest;
        Ok(*first)
    }

    fn number(&mut self) -> Result<u64, InvalidIndex> {
        let mut number = 0;
        for shift in (0..63).step_by(7) {
            let byte = self.byte()?;
            number |= u64::from(byte & 0x7f) << shift;
            if byte < 0x80 {
                return Ok(number);
            }
        }
        Err(self.damaged())
    }

    /// How many things follow, of which each has at least one byte: a damaged file asks for no more memory than it is long.
    fn count(&mut self) -> Result<usize, InvalidIndex> {
        let count = usize::try_from(self.number()?).map_err(|_| self.damaged())?;
        if count > self.rest.len() { Err(self.damaged()) } else { Ok(count) }
    }

    fn text(&mut self) -> Result<&'b str, InvalidIndex> {
        let length = self.count()?;
        let damaged = self.damaged();
        let (text, rest) = self.rest.split_at_checked(length).ok_or(damaged.clone())?;
        self.rest = rest;
        std::str::from_utf8(text).map_err(|_| damaged)
    }

    fn code(&mut self) -> Result<String, InvalidIndex> {
        let at = self.at();
        match self.number()? {
            0 => self.text().map(str::to_owned),
            packed if packed < 10_000_000 => Ok(format!("{}.{:06}", packed / 1_000_000, packed % 1_000_000)),
            _ => Err(InvalidIndex::Damaged(at)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn bytes() -> Vec<u8> {
        let entries = [
            Entry { code: "1.001193".to_owned(), name: "Đăng ký khai sinh".to_owned(), reach: Reach::Commune },
            Entry { code: "0.000000".to_owned(), name: "Đăng ký".to_owned(), reach: Reach::Others },
            Entry::new("1.014955-Xoa", ""),
        ];
        write(&entries, &Everyday::default())
    }

    #[test]
    fn what_is_written_is_read() {
        let Contents { pieces, names, everyday } = read(&bytes()).unwrap();
        let name = |name: &Name| {
            name.pieces.iter().map(|piece| pieces[*piece as usize].as_str()).collect::<Vec<_>>().join(" ")
        };
        assert_eq!(names.iter().map(name).collect::<Vec<_>>(), ["Đăng ký khai sinh", "Đăng ký", ""]);
        let codes: Vec<&str> = names.iter().map(|name| name.code.as_str()).collect();
        assert_eq!(codes, ["1.001193", "0.000000", "1.014955-Xoa"]);
        assert_eq!(names[1].reach, Reach::Others);
        assert_eq!(everyday, Everyday::default());
    }

    #[test]
    fn a_damaged_file_is_an_error_wherever_it_is_damaged() {
        let whole = bytes();
        for length in 0..whole.len() {
            assert!(read(&whole[..length]).is_err(), "cut at {length}");
        }
        for at in 0..whole.len() {
            for bit in 0..8 {
                let mut other = whole.clone();
                other[at] ^= 1 << bit;
                // Another letter is still a letter; what counts is that nothing breaks.
                drop(read(&other));
            }
        }
        assert_eq!(read(b"LOA2").unwrap_err(), InvalidIndex::Beginning);
        assert_eq!(
            read(&whole[..10]).unwrap_err().to_string(),
            "the index is damaged at byte 10; fetch it once more, or build the campaign once more"
        );
        assert_eq!(
            InvalidIndex::Beginning.to_string(),
            "the index does not begin with `LOA1`; build the campaign once more with this version of loa"
        );
        assert_eq!(
            InvalidIndex::Words.to_string(),
            "the words of the index cannot be read; build the campaign once more with this version of loa"
        );
        let longer = [whole, vec![0]].concat();
        assert_eq!(read(&longer).unwrap_err(), InvalidIndex::Damaged(longer.len() - 1));
    }
}
