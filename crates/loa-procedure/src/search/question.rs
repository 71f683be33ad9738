//! A question, as syllables with weights.

use super::distance::is_slip;
use super::syllable::syllables;

/// How many syllables of a question are looked at; each has its bit in a mask.
pub(super) const MOST: usize = 64;

/// A syllable of a question: those of the catalogue that it may be, and how much it says.
pub(super) struct Term {
    /// Their numbers in the list of syllables.
    pub ids: Vec<u16>,
    /// How rare it is, times how much words of its kind say.
    pub weight: f32,
}

/// What the catalogue's syllables are asked.
pub(super) trait Syllables {
    /// The number of a syllable.
    fn id(&self, syllable: &str) -> Option<u16>;
    /// All of them, in the order of their numbers.
    fn all(&self) -> &[String];
    /// How rare one is: the logarithm of how many names there are for each that has it.
    fn rarity(&self, id: u16) -> f32;
    /// How rare one is that no name has.
    fn strange(&self) -> f32;
}

/// The terms of a text.
pub(super) fn terms(text: &str, known: &impl Syllables) -> Vec<Term> {
    let mut all = syllables(text);
    if all.first().is_some_and(|first| first == "thu") && all.get(1).is_some_and(|second| second == "tuc") {
        all.drain(..2);
    }
    let mut terms = Vec::new();
    for syllable in all {
        if terms.len() < MOST {
            push(&syllable, known, &mut terms);
        }
    }
    terms.truncate(MOST);
    terms
}

fn push(syllable: &str, known: &impl Syllables, terms: &mut Vec<Term>) {
    let share = share(syllable);
    if let Some(id) = known.id(syllable) {
        terms.push(Term { ids: vec![id], weight: share * known.rarity(id) });
        return;
    }
    if let Some((left, right)) = run_together(syllable, known) {
        for part in [left, right] {
            push(part, known, terms);
        }
        return;
    }
    let is_word = syllable.len() > 2 && syllable.bytes().all(|b| b.is_ascii_alphabetic());
    let near = |id: u16, other: &str| {
        is_word && other.len() > 1 && is_slip(syllable, other) && known.rarity(id) < known.strange()
    };
    let numbered = (0_u16..).zip(known.all());
    let ids: Vec<u16> = numbered.filter(|(id, other)| near(*id, other)).map(|(id, _)| id).collect();
    let weight = ids.iter().map(|id| known.rarity(*id)).fold(f32::INFINITY, f32::min);
    // A word that no name has speaks against every name.
    let weight = if weight.is_finite() { weight * SLIP } else { known.strange() };
    terms.push(Term { ids, weight: share * weight });
}

/// How much of a word is left when one letter is another.
const SLIP: f32 = 0.8;

/// Two syllables that were written without the space between them: `khaisinh`.
fn run_together<'s>(syllable: &'s str, known: &impl Syllables) -> Option<(&'s str, &'s str)> {
    if syllable.len() < 5 || !syllable.is_ascii() {
        return None;
    }
    let both = |at: usize| Some((syllable.get(..at)?, syllable.get(at..)?));
    (2..syllable.len() - 1).filter_map(both).find(|(left, right)| {
        left.len() > 1 && right.len() > 1 && known.id(left).is_some() && known.id(right).is_some()
    })
}

/// How much words of a kind say: who asks and how says nothing, what every second name has says little.
fn share(syllable: &str) -> f32 {
    if SAYS_NOTHING.contains(&syllable) {
        0.0
    } else if SAYS_LITTLE.contains(&syllable) {
        0.15
    } else {
        1.0
    }
}

/// Who asks, and the small words of a question.
const SAYS_NOTHING: [&str; 66] = [
    "toi", "em", "anh", "chi", "chau", "co", "chu", "bac", "ong", "ba", "minh", "nha", "xin", "cho", "hoi", "muon",
    "can", "lam", "the", "nao", "o", "dau", "thi", "phai", "gi", "a", "voi", "duoc", "khong", "la", "va", "cua", "nhu",
    "sao", "bi", "roi", "vua", "hay", "nhe", "oi", "oa", "ai", "u", "nay", "kia", "do", "khi", "de", "ma", "se", "da",
    "dang", "con", "nguoi", "ta", "cac", "nhung", "mot", "bao", "nhieu", "lau", "giup", "vay", "ah", "nhi", "ad",
];

/// What every second name of the catalogue has.
const SAYS_LITTLE: [&str; 23] = [
    "thu", "tuc", "giay", "to", "ho", "so", "don", "nop", "ve", "tai", "theo", "trong", "tu", "den", "cap", "ky",
    "viec", "thuc", "hien", "doi", "truong", "hop", "hanh",
];
