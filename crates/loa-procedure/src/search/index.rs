//! All names, ready to be searched.

use std::collections::HashMap;

use super::Entry;
use super::answer::{Answer, Found, Kind, MOST, Why};
use super::bytes::{self, Contents, InvalidIndex, Name};
use super::everyday::{Ears, Everyday};
use super::question::{Syllables, Term, terms};
use super::scan::{Names, scan};
use super::syllable::{spelled, syllables};
use crate::procedure::CatalogueCode;

/// Names ready to be searched. Its bytes are what `loa build` writes and a page fetches.
#[derive(Debug, Clone)]
pub struct Index {
    names: Vec<Name>,
    pieces: Vec<String>,
    known: Known,
    /// The syllables of all names, one after the other, and where each name begins.
    syllables: Vec<u16>,
    starts: Vec<u32>,
    /// How rare all syllables of each name are together.
    weights: Vec<f32>,
    ears: Ears,
    short: Vec<(Vec<String>, String)>,
}

/// The syllables that names have, each with its number and with how rare it is.
#[derive(Debug, Clone, Default)]
struct Known {
    ids: HashMap<String, u16>,
    all: Vec<String>,
    rarity: Vec<f32>,
    strange: f32,
}

impl Syllables for Known {
    fn id(&self, syllable: &str) -> Option<u16> {
        self.ids.get(syllable).copied()
    }

    fn all(&self) -> &[String] {
        &self.all
    }

    fn rarity(&self, id: u16) -> f32 {
        self.rarity.get(usize::from(id)).copied().unwrap_or(self.strange)
    }

    fn strange(&self) -> f32 {
        self.strange
    }
}

/// How near a name must be to be shown at all: below it were the names that "cách nấu phở" found.
const NEAR: f32 = 0.45;

/// How far the second one must be behind for the first one to be meant.
const CLEAR: f32 = 0.1;

/// How far behind the first one a choice still is one.
const CHOICE: f32 = 0.25;

/// What a saying adds: the catalogue's words for it are a better question than the one that was asked.
const HEARD: f32 = 0.15;

/// What is left of a saying when the question's own words are a name: "đăng ký lại khai tử" asks for no "đăng ký khai tử".
const OVERHEARD: f32 = 0.9;

/// From where on the question's own words are as good as a name.
const OWN_WORDS: f32 = 0.85;

impl Index {
    /// The bytes of an index of these procedures; the same entries give the same bytes.
    #[must_use]
    pub fn write(entries: &[Entry], everyday: &Everyday) -> Vec<u8> {
        bytes::write(entries, everyday)
    }

    /// Reads an index.
    ///
    /// # Errors
    /// [`InvalidIndex`] when the bytes are none, or damaged; never a panic.
    pub fn read(bytes: &[u8]) -> Result<Self, InvalidIndex> {
        Ok(Self::of(bytes::read(bytes)?))
    }

    /// An index of these procedures.
    #[must_use]
    pub fn build(entries: &[Entry], everyday: &Everyday) -> Self {
        // What was just written can be read.
        bytes::read(&bytes::write(entries, everyday)).map(Self::of).unwrap_or_else(|_| Self::of(Contents::default()))
    }

    fn of(contents: Contents) -> Self {
        let Contents { pieces, names, everyday } = contents;
        let mut known = Known::default();
        let mut numbers = |piece: &String| -> Vec<u16> {
            let number = |syllable: String| {
                let next = u16::try_from(known.all.len()).ok()?;
                Some(*known.ids.entry(syllable.clone()).or_insert_with(|| {
                    known.all.push(syllable);
                    next
                }))
            };
            syllables(piece).into_iter().filter_map(number).collect()
        };
        let of_pieces: Vec<Vec<u16>> = pieces.iter().map(&mut numbers).collect();
        let (thu, tuc) = (known.id("thu"), known.id("tuc"));
        let (mut all, mut starts) = (Vec::new(), vec![0]);
        let mut having = vec![0_u32; known.all.len()];
        let mut last_in = vec![u32::MAX; known.all.len()];
        for (number, name) in (0_u32..).zip(&names) {
            let from = all.len();
            for piece in &name.pieces {
                all.extend(of_pieces.get(*piece as usize).into_iter().flatten());
            }
            // Half of all names begin with it, and it says nothing.
            if thu.is_some() && all.get(from).copied() == thu && all.get(from + 1).copied() == tuc {
                all.drain(from..from + 2);
            }
            for id in all.get(from..).unwrap_or_default() {
                let id = usize::from(*id);
                if let (Some(last), Some(count)) = (last_in.get_mut(id), having.get_mut(id))
                    && *last != number
                {
                    *last = number;
                    *count += 1;
                }
            }
            starts.push(u32::try_from(all.len()).unwrap_or(u32::MAX));
        }
        let count = names.len() as f32;
        known.rarity = having.iter().map(|having| (1.0 + count / (*having as f32 + 1.0)).ln()).collect();
        known.strange = count.max(2.0).ln();
        let weight = |bounds: &[u32]| match bounds {
            &[from, to] => {
                all.get(from as usize..to as usize).unwrap_or_default().iter().map(|id| known.rarity(*id)).sum()
            }
            _ => 0.0,
        };
        let weights = starts.windows(2).map(weight).collect();
        let short = everyday.short.iter().map(|(short, long)| (syllables(short), long.clone())).collect();
        Self { names, pieces, ears: Ears::of(&everyday), short, syllables: all, starts, weights, known }
    }

    /// How many procedures it has.
    #[must_use]
    pub fn len(&self) -> usize {
        self.names.len()
    }

    /// Whether it has none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.names.is_empty()
    }

    /// What a question finds. A code finds its own procedure and nothing else.
    #[must_use]
    pub fn find(&self, question: &str) -> Answer {
        if let Some(answer) = self.by_code(question) {
            return answer;
        }
        let question = self.written_out(question);
        let own = self.terms(&question);
        let mut best: HashMap<usize, (f32, Option<Why>)> = HashMap::new();
        for (name, score) in self.near(&own) {
            best.insert(name, (score, None));
        }
        let nearest = best.values().map(|(score, _)| *score).fold(0.0, f32::max);
        let mut elsewhere = None;
        for (saying, said) in self.ears.hear(&question) {
            if let Some(who) = &saying.elsewhere {
                elsewhere.get_or_insert_with(|| who.clone());
            }
            for (order, means) in saying.means.iter().enumerate() {
                let less = 1.0 - 0.03 * order as f32;
                for (name, score) in self.near(&self.terms(means)) {
                    let score = if nearest < OWN_WORDS { score * less + HEARD } else { score * less * OVERHEARD };
                    let known = best.entry(name).or_insert((0.0, None));
                    if score > known.0 {
                        *known = (score, Some(Why::Saying { said: said.clone(), means: means.clone() }));
                    }
                }
            }
        }
        let mut found: Vec<_> = best.into_iter().filter(|(_, (score, _))| *score >= NEAR).collect();
        found.sort_by(|a, b| b.1.0.total_cmp(&a.1.0).then(a.0.cmp(&b.0)));
        let first = found.first().map_or(0.0, |(_, (score, _))| *score);
        if first < NEAR || (elsewhere.is_some() && nearest < OWN_WORDS) {
            return Answer { kind: Kind::None, results: Vec::new(), elsewhere };
        }
        found.truncate(MOST);
        let second = found.get(1).map_or(0.0, |(_, (score, _))| *score);
        let kind = if first - second >= CLEAR { Kind::Match } else { Kind::Choose };
        found.retain(|(_, (score, _))| first - score <= CHOICE || kind == Kind::Match);
        let results = found.iter().filter_map(|(name, (score, why))| self.found(*name, *score, why.clone(), &own));
        Answer { kind, results: results.collect(), elsewhere: None }
    }

    fn by_code(&self, question: &str) -> Option<Answer> {
        let code = CatalogueCode::read(question);
        let code = code.national()?.as_str();
        let of_code =
            |(number, name): (usize, &Name)| (name.code == code).then(|| self.found_as(number, 1.0, Why::Code))?;
        let results: Vec<Found> = self.names.iter().enumerate().filter_map(of_code).collect();
        let kind = match results.len() {
            0 => Kind::None,
            1 => Kind::Match,
            _ => Kind::Choose,
        };
        Some(Answer { kind, results, elsewhere: None })
    }

    /// The question with its abbreviations written out.
    fn written_out(&self, question: &str) -> String {
        let words = question.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
        let long = |word: &str| {
            let plain = syllables(word);
            self.short.iter().find(|(short, _)| *short == plain).map(|(_, long)| long.clone())
        };
        words.map(|word| long(word).unwrap_or_else(|| word.to_owned())).collect::<Vec<_>>().join(" ")
    }

    fn terms(&self, text: &str) -> Vec<Term> {
        terms(text, &self.known)
    }

    fn near(&self, terms: &[Term]) -> Vec<(usize, f32)> {
        let names = Names {
            syllables: &self.syllables,
            starts: &self.starts,
            rarity: &self.known.rarity,
            weights: &self.weights,
        };
        let with_reach = |(name, score): (usize, f32)| {
            let reach = self.names.get(name).map_or(0.0, |name| name.reach.weight());
            (name, score + reach)
        };
        scan(&names, terms).into_iter().map(|near| (near.name, near.score)).map(with_reach).collect()
    }

    fn found(&self, name: usize, score: f32, why: Option<Why>, own: &[Term]) -> Option<Found> {
        let why = why.unwrap_or_else(|| Why::Words(self.words(name, own)));
        self.found_as(name, score, why)
    }

    fn found_as(&self, name: usize, score: f32, why: Why) -> Option<Found> {
        let entry = self.names.get(name)?;
        Some(Found { code: entry.code.clone(), name: self.text(entry), score: score.clamp(0.0, 1.0), why })
    }

    fn text(&self, name: &Name) -> String {
        let piece = |number: &u32| self.pieces.get(*number as usize).map_or("", String::as_str);
        name.pieces.iter().map(piece).collect::<Vec<_>>().join(" ")
    }

    /// The words of a name that a question has, as the name writes them, each once.
    fn words(&self, name: usize, terms: &[Term]) -> Vec<String> {
        let Some(name) = self.names.get(name) else { return Vec::new() };
        let says = |id: u16| terms.iter().any(|term| term.ids.contains(&id));
        let mut words: Vec<String> = Vec::new();
        for piece in name.pieces.iter().filter_map(|number| self.pieces.get(*number as usize)) {
            let is_in = syllables(piece).iter().filter_map(|syllable| self.known.id(syllable)).any(says);
            let word = spelled(piece.trim_matches(|c: char| !c.is_alphanumeric()));
            if is_in && !words.contains(&word) {
                words.push(word);
            }
        }
        words
    }
}
