//! Input: pieces that have been trouble somewhere, put together with anything that Unicode has.

use proptest::prelude::*;
use proptest::sample::select;

/// Numbers, addresses, signs without width, letters apart from their accents, markup, and what breaks parsers.
const PIECES: [&str; 40] = [
    "0912345678",
    "0 9 1 2.345 678",
    "+84 (0) 912",
    "001085012345",
    "STK 19031234567890",
    "MST 0101234567-001",
    "29A1-123.45",
    "lan.nguyen@gmail.com",
    "lan [at] gmail (dot) com",
    "a còng",
    "chấm com",
    "không chín một hai",
    "hộ chiếu B1234567",
    "1.001193",
    "24/11/2026",
    "1.200.000 đồng",
    "Nghị định 20/2008/NĐ-CP",
    "０９１２",
    "٠٩١٢",
    "0\u{fe0f}\u{20e3}",
    "Hoa\u{300}",
    "\u{200b}",
    "\u{202e}",
    "\u{feff}",
    "\u{0}",
    "\r\n",
    "\t",
    "\u{a0}",
    "ß",
    "İ",
    "\u{1f468}\u{200d}\u{1f469}",
    "<script>alert(1)</script>",
    "\"><img src=x>",
    "' OR 1=1 --",
    "%00",
    "%zz",
    "&",
    "=",
    "\\u0000",
    "@",
];

/// The names of the contract, and some that are none.
const FIELDS: [&str; 16] = [
    "idempotency_key",
    "campaign",
    "actor",
    "kind",
    "procedure",
    "text",
    "name",
    "address",
    "phone",
    "email",
    "consents",
    "consents[]",
    "website",
    "subject",
    "__proto__",
    "",
];

/// Values with which a feedback may be taken in.
const GOOD: [&str; 13] = [
    "0123456789abcdef",
    "ke-hoach",
    "phuong-mau",
    "procedure",
    "campaign",
    "1.001193",
    "Nộp hồ sơ mãi không được",
    "Nguyễn Thị Lan",
    "12 phố Hàng Bài",
    "0912 345 678",
    "lan@gmail.com",
    "answer@1",
    "publish@1",
];

/// A text of pieces, of anything, or of both.
pub(crate) fn text() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        4 => select(PIECES.to_vec()).prop_map(str::to_owned),
        2 => select(GOOD.to_vec()).prop_map(str::to_owned),
        2 => Just(" ".to_owned()),
        1 => "\\PC{0,12}",
        1 => any::<char>().prop_map(String::from),
        1 => "[0-9 .()+-]{1,24}",
    ];
    proptest::collection::vec(piece, 0..24).prop_map(|pieces| pieces.concat())
}

/// The name of a field, mostly one that there is.
pub(crate) fn field() -> impl Strategy<Value = String> {
    prop_oneof![8 => select(FIELDS.to_vec()).prop_map(str::to_owned), 1 => text()]
}

/// A value, often one that is right somewhere.
pub(crate) fn value() -> impl Strategy<Value = String> {
    prop_oneof![2 => select(GOOD.to_vec()).prop_map(str::to_owned), 1 => text()]
}

/// What a form would send if each field were right.
pub(crate) fn right(key: &str) -> Vec<(String, String)> {
    let pairs = [
        ("idempotency_key", key),
        ("campaign", "ke-hoach"),
        ("actor", "phuong-mau"),
        ("kind", "procedure"),
        ("text", "Nộp hồ sơ mãi không được"),
        ("name", "Nguyễn Thị Lan"),
        ("address", "12 phố Hàng Bài"),
        ("phone", "0912 345 678"),
        ("consents", "answer@1"),
    ];
    pairs.map(|(name, value)| (name.to_owned(), value.to_owned())).to_vec()
}

/// The pairs of a form: those of a right one with some changed, or any.
pub(crate) fn pairs() -> impl Strategy<Value = Vec<(String, String)>> {
    let any_pairs = || proptest::collection::vec((field(), value()), 0..6);
    let mended = ("[a-zA-Z0-9_-]{16,64}", any_pairs()).prop_map(|(key, changes)| {
        let mut pairs = right(&key);
        pairs.extend(changes);
        pairs
    });
    prop_oneof![3 => mended, 1 => any_pairs()]
}
