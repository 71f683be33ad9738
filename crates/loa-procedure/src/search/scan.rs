//! All names are gone through for one reading of a question: a few operations for each syllable, and no list of words.

use super::question::Term;

/// How near a name is, and which syllables of it are in the question.
pub(super) struct Nearness {
    /// From 0 to a little over 1.
    pub score: f32,
    /// The number of the name.
    pub name: usize,
}

/// What a scan needs of the index.
pub(super) struct Names<'i> {
    /// The syllables of all names, one after the other.
    pub syllables: &'i [u16],
    /// Where each name begins in them, and where the last one ends.
    pub starts: &'i [u32],
    /// How rare each syllable is.
    pub rarity: &'i [f32],
    /// How rare all syllables of each name are together.
    pub weights: &'i [f32],
}

/// How near every name is that has something of the question.
///
/// A name that has all words of the question is near; one that has them side by side, as the question has them, is nearer;
/// one that has little besides is nearest.
pub(super) fn scan(names: &Names<'_>, terms: &[Term]) -> Vec<Nearness> {
    let mut masks = vec![0_u64; names.rarity.len()];
    for (bit, term) in terms.iter().enumerate() {
        for id in &term.ids {
            if let Some(mask) = masks.get_mut(usize::from(*id)) {
                *mask |= 1 << bit;
            }
        }
    }
    let weights: Vec<f32> = terms.iter().map(|term| term.weight).collect();
    let total: f32 = weights.iter().sum();
    if total <= 0.0 {
        return Vec::new();
    }
    let pair = |bit: usize| match (weights.get(bit), weights.get(bit + 1)) {
        (Some(a), Some(b)) => (a + b) / 2.0,
        _ => 0.0,
    };
    let pairs: Vec<f32> = (0..terms.len()).map(pair).collect();
    let all_pairs: f32 = pairs.iter().sum();
    let sum = |mask: u64, of: &[f32]| -> f32 {
        let mut rest = mask;
        let mut sum = 0.0;
        while rest != 0 {
            sum += of.get(rest.trailing_zeros() as usize).copied().unwrap_or_default();
            rest &= rest - 1;
        }
        sum
    };
    let mut near = Vec::new();
    for (name, bounds) in names.starts.windows(2).enumerate() {
        let &[from, to] = bounds else { continue };
        let Some(syllables) = names.syllables.get(from as usize..to as usize) else { continue };
        let (mut had, mut side_by_side, mut before, mut covered) = (0_u64, 0_u64, 0_u64, 0.0_f32);
        for id in syllables {
            let id = usize::from(*id);
            let mask = masks.get(id).copied().unwrap_or_default();
            if mask != 0 {
                had |= mask;
                covered += names.rarity.get(id).copied().unwrap_or_default();
                side_by_side |= (before << 1) & mask;
            }
            before = mask;
        }
        let asked = sum(had, &weights);
        if asked <= 0.0 {
            continue;
        }
        let asked = asked / total;
        // A pair is counted at its second syllable, and weighed at its first.
        let pairs = if all_pairs > 0.0 { sum(side_by_side >> 1, &pairs) / all_pairs } else { asked };
        let weight = names.weights.get(name).copied().unwrap_or_default();
        let covered = if weight > 0.0 { covered / weight } else { 0.0 };
        near.push(Nearness { score: (0.55 * asked + 0.45 * pairs) * (0.55 + 0.45 * covered), name });
    }
    near
}
