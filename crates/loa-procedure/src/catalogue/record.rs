//! A whole record of the catalogue.

use chrono::NaiveDate;
use loa_plan::Address;
use serde_json::{Map, Value};

use super::RepairKind;
use super::moment::day;
use super::object::{Object, Part};
use super::tidy::Shape;
use crate::procedure::{
    Amount, Case, Copies, Document, DocumentGroup, Fee, FeeKind, Field, Filing, LegalBasis, Level, Necessity, Origin,
    Procedure, Quantity, State, Step, Territory, Time, TimeUnit, Way,
};

/// Whether an entry has what only records have.
pub(super) fn is_record(fields: &Map<String, Value>) -> bool {
    ["channels", "checklist_raw", "steps_raw", "legal_basis"].iter().any(|name| fields.contains_key(*name))
}

/// The record; none when something about it is wrong.
pub(super) fn read(object: &mut Object<'_>, snapshot: NaiveDate) -> Option<Procedure> {
    let code = object.read_code();
    let mut part = object.part();
    let name = part.needed("name", Shape::Line);
    let field = part.object("category", field).flatten();
    let promulgated_by = part.text("promulgating_agency", Shape::Line);
    let done_by = part.text("executing_agency", Shape::Line);
    let subjects = part.texts("subject_types");
    let results = part.texts("results");
    let requirements = part.text("requirements", Shape::Paragraphs);
    let filings = part.objects("channels", filing);
    let cases = part.objects("processing_cases", case);
    let steps = part.objects("steps_raw", step);
    let documents = part.objects("checklist_raw", group);
    let legal_basis = part.objects("legal_basis", basis);
    let level = level(&mut part, &filings);
    let territory = territory(&mut part);
    let state = state(&mut part);
    let id = part.text("source_id", Shape::Line).unwrap_or_default();
    let origin = part.object("source", |source| origin(source, snapshot)).unwrap_or(Origin {
        url: None,
        id: String::new(),
        updated: None,
        snapshot,
    });
    let procedure = Procedure {
        code,
        name: name?,
        field,
        promulgated_by,
        done_by,
        subjects,
        results,
        requirements,
        filings,
        cases,
        steps,
        documents,
        legal_basis,
        level,
        territory,
        state,
        origin: Origin { id, ..origin },
    };
    object.is_sound().then_some(procedure)
}

fn field(part: &mut Part<'_, '_>) -> Option<Field> {
    let code = part.text("code", Shape::Line).unwrap_or_default();
    let name = part.text("name", Shape::Line)?;
    Some(Field { code, name })
}

fn filing(part: &mut Part<'_, '_>) -> Option<Filing> {
    let way = match part.needed("method", Shape::Line)?.as_str() {
        "ONLINE" => Way::Online,
        "POSTAL" => Way::Post,
        "DIRECT" => Way::InPerson,
        other => {
            let message = format!(
                "`{other}` is no way of filing, expected `ONLINE`, `POSTAL` or `DIRECT`; correct it in the file, or ask \
                 for a version of loa that knows it"
            );
            part.problem("method", message);
            return None;
        }
    };
    let fees = part.objects("fees", fee);
    let note = part.text("note", Shape::Paragraphs).unwrap_or_default();
    let time = part.object("processing", time).unwrap_or(Time::Missing);
    Some(Filing { way, fees, time, note })
}

fn fee(part: &mut Part<'_, '_>) -> Option<Fee> {
    let kind = match part.text("type", Shape::Line).as_deref() {
        Some("FEE") => FeeKind::Fee,
        Some("SERVICE_FEE") => FeeKind::Charge,
        Some("PRICE_LEVEL") => FeeKind::Price,
        Some(other) => {
            part.note("type", RepairKind::UnknownWord, other);
            FeeKind::Other
        }
        None => FeeKind::Other,
    };
    let mut text = part.text("text", Shape::Paragraphs).unwrap_or_default();
    let amount = amount(part, &mut text);
    Some(Fee { kind, amount, text })
}

/// The amount; words in its place go before the text of the fee, since they are what the catalogue says.
fn amount(part: &mut Part<'_, '_>, text: &mut String) -> Option<Amount> {
    const NAME: &str = "value_vnd";
    match part.value(NAME)? {
        Value::Number(number) => {
            // A whole number of đồng may be written as `10000.0`.
            let whole = number.as_u64().or_else(|| number.to_string().strip_suffix(".0").and_then(|n| n.parse().ok()));
            if whole.is_none() {
                part.wrong(NAME, &Value::Number(number.clone()), "a whole number of đồng from 0");
            }
            whole.map(Amount)
        }
        Value::String(written) => {
            let written = written.trim();
            let digits: String = written.chars().filter(|c| *c != '.').collect();
            let is_number = !written.is_empty() && written.chars().all(|c| c.is_ascii_digit() || c == '.');
            if let (true, Ok(vnd)) = (is_number && in_thousands(written), digits.parse()) {
                part.note(NAME, RepairKind::NumberAsText, written);
                return Some(Amount(vnd));
            }
            if !written.is_empty() {
                part.note(NAME, RepairKind::WordsAsAmount, written);
                *text = if text.is_empty() { written.to_owned() } else { format!("{written}\n{text}") };
            }
            None
        }
        other => {
            part.wrong(NAME, other, "a whole number of đồng from 0");
            None
        }
    }
}

/// Whether points stand where thousands are parted, so that `20.000` is twenty thousand and `2.5` is not twenty-five.
fn in_thousands(written: &str) -> bool {
    let mut groups = written.split('.');
    let first = groups.next().unwrap_or_default();
    let rest: Vec<&str> = groups.collect();
    rest.is_empty() || ((1..=3).contains(&first.len()) && rest.iter().all(|group| group.len() == 3))
}

fn time(part: &mut Part<'_, '_>) -> Time {
    const COUNT: &str = "qty";
    let unit = match part.text("unit", Shape::Line).as_deref() {
        Some("HOUR") => Some(TimeUnit::Hour),
        Some("DAY") => Some(TimeUnit::Day),
        Some("WORKING_DAY") => Some(TimeUnit::WorkingDay),
        Some("MONTH") => Some(TimeUnit::Month),
        Some("YEAR") => Some(TimeUnit::Year),
        Some("OTHER") | None => None,
        Some(other) => {
            part.note("unit", RepairKind::UnknownWord, other);
            None
        }
    };
    let counted = |quantity| match unit {
        Some(unit) => Time::Counted { quantity, unit },
        None => Time::Uncounted { quantity },
    };
    match part.value(COUNT) {
        None => Time::Missing,
        Some(Value::Number(number)) => {
            let written = number.to_string();
            match written.strip_suffix(".0").unwrap_or(&written).parse::<Quantity>() {
                Ok(quantity) => counted(quantity),
                Err(_) => {
                    part.wrong(COUNT, &Value::Number(number.clone()), "a number from 0 with at most three places");
                    Time::Missing
                }
            }
        }
        Some(Value::String(written)) => match written.trim().parse::<Quantity>() {
            Ok(quantity) => {
                part.note(COUNT, RepairKind::NumberAsText, written.trim());
                counted(quantity)
            }
            Err(_) => part.text(COUNT, Shape::Paragraphs).map_or(Time::Missing, |text| Time::Told { text }),
        },
        Some(other) => {
            part.wrong(COUNT, other, "a number or words");
            Time::Missing
        }
    }
}

fn case(part: &mut Part<'_, '_>) -> Option<Case> {
    let code = part.text("case_code", Shape::Line).unwrap_or_default();
    let name = part.text("name", Shape::Line);
    let time = time(part);
    Some(Case { code, name, time })
}

fn step(part: &mut Part<'_, '_>) -> Option<Step> {
    let name = part.text("name", Shape::Line).unwrap_or_default();
    let text = part.text("text", Shape::Paragraphs).unwrap_or_default();
    (!name.is_empty() || !text.is_empty()).then_some(Step { name, text })
}

fn group(part: &mut Part<'_, '_>) -> Option<DocumentGroup> {
    let name = part.text("group", Shape::Line).unwrap_or_default();
    let documents = part.objects("items", document);
    (!name.is_empty() || !documents.is_empty()).then_some(DocumentGroup { name, documents })
}

fn document(part: &mut Part<'_, '_>) -> Option<Document> {
    let name = part.text("name", Shape::Paragraphs);
    let originals = part.count("original_qty").unwrap_or_default();
    let copies = part.count("copy_qty").unwrap_or_default();
    let necessity = match part.flag(["required", "is_required"]) {
        Some(true) => Necessity::Required,
        Some(false) | None => Necessity::Unsaid,
    };
    let forms = part.objects("attachments", |attachment| attachment.text("fileName", Shape::Line));
    let name = match (name, forms.first()) {
        (Some(name), _) => name,
        (None, Some(form)) => {
            part.note("name", RepairKind::NamedAfterForm, form.as_str());
            form.clone()
        }
        (None, None) => {
            // What is there and wrong is a problem already.
            if part.value("name").is_none_or(Value::is_string) {
                part.note("name", RepairKind::Nameless, "");
            }
            return None;
        }
    };
    Some(Document { name, copies: Copies { originals, copies }, necessity, forms })
}

fn basis(part: &mut Part<'_, '_>) -> Option<LegalBasis> {
    let number = part.text("code", Shape::Line).unwrap_or_default();
    let name = part.text("name", Shape::Line).unwrap_or_default();
    (!number.is_empty() || !name.is_empty()).then_some(LegalBasis { number, name })
}

/// Only a flag that is set says something: it was false even for procedures that are done online as a whole.
fn level(part: &mut Part<'_, '_>, filings: &[Filing]) -> Option<Level> {
    let is_whole = part.flag(["is_full_process", "isFullProcess"]) == Some(true);
    let has_online = filings.iter().any(|filing| filing.way == Way::Online);
    if is_whole {
        return Some(Level::Whole);
    }
    (!filings.is_empty() && !has_online).then_some(Level::None)
}

fn territory(part: &mut Part<'_, '_>) -> Territory {
    match part.flag(["is_non_territorial", "isNonTerritorial"]) {
        Some(true) => Territory::AnyPointInProvince,
        Some(false) => Territory::OwnPlace,
        None => Territory::Unsaid,
    }
}

pub(super) fn state(part: &mut Part<'_, '_>) -> State {
    match part.text("state", Shape::Line) {
        Some(word) if word == "ACTIVE" => State::Active,
        Some(word) if word == "UPDATED" => State::Amended,
        Some(word) => {
            part.note("state", RepairKind::UnknownWord, word.as_str());
            State::Other(word)
        }
        None => State::Other(String::new()),
    }
}

fn origin(part: &mut Part<'_, '_>, snapshot: NaiveDate) -> Origin {
    let url = part.text("url", Shape::Line).and_then(|text| match Address::new(text.as_str()) {
        Ok(address) => Some(address),
        Err(_) => {
            part.note("url", RepairKind::Address, text);
            None
        }
    });
    let mut moment = |name: &str| {
        let text = part.text(name, Shape::Line)?;
        let day = day(&text);
        if day.is_none() {
            part.note(name, RepairKind::Day, text);
        }
        day
    };
    let updated = moment("updated_at");
    let snapshot = moment("crawled_at").unwrap_or(snapshot);
    Origin { url, id: String::new(), updated, snapshot }
}
