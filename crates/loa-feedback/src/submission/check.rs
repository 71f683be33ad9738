//! From what was typed to what may be taken in.

use loa_plan::{ActorId, PlanId, ProcedureCode};

use super::body::{clean, clean_line, problem};
use super::{Draft, EmailAddress, Field, IdempotencyKey, InvalidPhone, PhoneNumber, Problems, Rules};
use crate::Kind;
use crate::consent::{Given, Need, Purpose};

/// The shortest name, in characters.
pub const MIN_NAME: usize = 2;

/// The longest name, in characters.
pub const MAX_NAME: usize = 100;

/// The shortest address, in characters.
pub const MIN_ADDRESS: usize = 5;

/// The longest address, in characters.
pub const MAX_ADDRESS: usize = 300;

/// A feedback that may be taken in; every rule holds.
///
/// # Source
/// Nghị định 20/2008/NĐ-CP, Điều 7: in Vietnamese, clear, with name and address, phone number or another contact.
/// Luật 91/2025/QH15, Điều 9: consent for each purpose.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Submission {
    /// The key that makes repeats harmless.
    pub key: IdempotencyKey,
    /// The plan of the campaign.
    pub campaign: PlanId,
    /// The unit that it is addressed to.
    pub actor: ActorId,
    /// Its kind; one that is taken in.
    pub kind: Kind,
    /// The procedure that it is about.
    pub procedure: Option<ProcedureCode>,
    /// Its text, cleaned, in Unicode's composed form.
    pub text: String,
    /// The sender, whom no public type has a field for.
    pub sender: Sender,
    /// The consents that were given, each purpose once.
    pub consents: Vec<Given>,
}

/// Who sent a feedback: personal data, kept apart from what may become public.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sender {
    /// The name.
    pub name: String,
    /// The address.
    pub address: String,
    /// A phone number; there is at least one of phone and e-mail.
    pub phone: Option<PhoneNumber>,
    /// An e-mail address.
    pub email: Option<EmailAddress>,
}

impl Submission {
    /// Holds a draft against the rules.
    ///
    /// # Errors
    /// [`Problems`] with everything that is wrong, in the order of the form.
    pub fn check(draft: &Draft, rules: &Rules) -> Result<Self, Problems> {
        let mut problems = Problems::default();
        let found = &mut problems;
        let key = IdempotencyKey::new(draft.idempotency_key.trim())
            .map_err(|_| {
                found.add(Field::IdempotencyKey, "Biểu mẫu thiếu mã chống gửi trùng. Xin tải lại trang rồi gửi lại.")
            })
            .ok();
        let campaign = campaign(draft, rules, found);
        let kind = kind(draft, rules, found);
        let actor = actor(draft, rules, found);
        let procedure = procedure(draft, found);
        let text = clean(&draft.text);
        if let Some(problem) = problem(&text) {
            found.add(Field::Text, problem);
        }
        let name = line(&draft.name, Field::Name, &NAME, found);
        let address = line(&draft.address, Field::Address, &ADDRESS, found);
        let (phone, email) = contact(draft, found);
        let consents = consents(draft, rules, found);
        if !draft.website.trim().is_empty() {
            found.add(Field::Website, "Xin để trống ô này rồi gửi lại.");
        }
        match (key, campaign, kind, actor) {
            (Some(key), Some(campaign), Some(kind), Some(actor)) if problems.errors.is_empty() => {
                let sender = Sender { name, address, phone, email };
                Ok(Self { key, campaign, actor, kind, procedure, text, sender, consents })
            }
            _ => Err(problems),
        }
    }
}

fn campaign(draft: &Draft, rules: &Rules, problems: &mut Problems) -> Option<PlanId> {
    if draft.campaign.trim() == rules.campaign.as_str() {
        return Some(rules.campaign.clone());
    }
    problems.add(Field::Campaign, "Biểu mẫu này thuộc một chương trình khác. Xin tải lại trang rồi gửi lại.");
    None
}

fn kind(draft: &Draft, rules: &Rules, problems: &mut Problems) -> Option<Kind> {
    let written = draft.kind.trim();
    let kind = written.parse::<Kind>().ok();
    let message = match kind {
        Some(kind) if rules.kinds.contains(&kind) && !kind.is_kept_apart_by_law() => return Some(kind),
        Some(kind) if kind.is_kept_apart_by_law() => {
            "Khiếu nại, tố cáo có luật riêng nên không gửi ở đây. Xin xem nơi tiếp nhận ở bước chọn loại nội dung."
        }
        Some(_) => "Loại nội dung này gửi ở nơi khác. Xin xem nơi tiếp nhận ở bước chọn loại nội dung.",
        None if written.is_empty() => "Xin chọn loại nội dung.",
        None => "Loại nội dung không có trong danh sách. Xin chọn lại.",
    };
    problems.add(Field::Kind, message);
    None
}

fn actor(draft: &Draft, rules: &Rules, problems: &mut Problems) -> Option<ActorId> {
    let written = draft.actor.trim();
    let actor = rules.actors.iter().find(|actor| actor.as_str() == written);
    if actor.is_none() {
        problems.add(
            Field::Actor,
            if written.is_empty() {
                "Xin chọn đơn vị nhận."
            } else {
                "Đơn vị nhận không có trong danh sách. Xin chọn lại."
            },
        );
    }
    actor.cloned()
}

fn procedure(draft: &Draft, problems: &mut Problems) -> Option<ProcedureCode> {
    let written = draft.procedure.trim();
    if written.is_empty() {
        return None;
    }
    let code = ProcedureCode::new(written).ok();
    if code.is_none() {
        problems.add(Field::Procedure, "Mã thủ tục chưa đúng. Mã có dạng 1.001193; nếu không biết, xin để trống.");
    }
    code
}

/// The words about a field of one line.
struct Line {
    least: usize,
    most: usize,
    empty: &'static str,
    short: &'static str,
    long: &'static str,
}

const NAME: Line = Line {
    least: MIN_NAME,
    most: MAX_NAME,
    empty: "Xin ghi họ và tên.",
    short: "Họ và tên quá ngắn. Xin ghi đầy đủ.",
    long: "Họ và tên dài quá 100 ký tự. Xin ghi gọn lại.",
};

const ADDRESS: Line = Line {
    least: MIN_ADDRESS,
    most: MAX_ADDRESS,
    empty: "Xin ghi địa chỉ.",
    short: "Địa chỉ quá ngắn. Xin ghi đầy đủ, ví dụ số nhà, đường, phường.",
    long: "Địa chỉ dài quá 300 ký tự. Xin ghi gọn lại.",
};

fn line(written: &str, field: Field, words: &Line, problems: &mut Problems) -> String {
    let clean = clean_line(written);
    let length = clean.chars().count();
    if clean.is_empty() {
        problems.add(field, words.empty);
    } else if length > words.most {
        problems.add(field, words.long);
    } else if length < words.least || !clean.contains(char::is_alphabetic) {
        problems.add(field, words.short);
    }
    clean
}

fn contact(draft: &Draft, problems: &mut Problems) -> (Option<PhoneNumber>, Option<EmailAddress>) {
    let (phone, email) = (draft.phone.trim(), draft.email.trim());
    if phone.is_empty() && email.is_empty() {
        problems.add(Field::Phone, "Xin ghi số điện thoại hoặc thư điện tử để cơ quan trả lời.");
        return (None, None);
    }
    let phone = (!phone.is_empty()).then(|| PhoneNumber::new(phone)).and_then(|phone| match phone {
        Ok(phone) => Some(phone),
        Err(InvalidPhone::BeforeTheChange) => {
            problems.add(Field::Phone, "Số di động 11 chữ số đã đổi từ năm 2018. Xin ghi số mới có 10 chữ số.");
            None
        }
        Err(_) => {
            problems.add(Field::Phone, "Số điện thoại chưa đúng. Xin ghi số như 0912 345 678 hoặc +84 912 345 678.");
            None
        }
    });
    let email = (!email.is_empty()).then(|| EmailAddress::new(email)).and_then(|email| {
        email.map_err(|_| problems.add(Field::Email, "Địa chỉ thư điện tử chưa đúng. Xin ghi như ten@vidu.vn.")).ok()
    });
    (phone, email)
}

/// What is no longer asked for is not kept: a consent is for a purpose that the person was told.
fn consents(draft: &Draft, rules: &Rules, problems: &mut Problems) -> Vec<Given> {
    let mut given: Vec<Given> = Vec::new();
    let (mut unreadable, mut outdated) = (false, false);
    for text in draft.consents.iter().map(|text| text.trim()).filter(|text| !text.is_empty()) {
        let Ok(consent) = text.parse::<Given>() else {
            unreadable = true;
            continue;
        };
        match rules.consents.iter().find(|asked| asked.purpose == consent.purpose) {
            Some(asked) if asked.version == consent.version && !given.contains(&consent) => given.push(consent),
            Some(asked) if asked.version == consent.version => {}
            _ => outdated = true,
        }
    }
    if unreadable {
        problems.add(Field::Consents, "Có một ô đồng ý không đọc được. Xin tải lại trang rồi đánh dấu lại.");
    }
    if outdated {
        problems.add(Field::Consents, "Nội dung đồng ý đã thay đổi. Xin tải lại trang, đọc lại và đánh dấu lại.");
        return given;
    }
    let missing = rules
        .consents
        .iter()
        .filter(|asked| asked.need == Need::Required && !given.iter().any(|consent| consent.purpose == asked.purpose));
    for asked in missing {
        problems.add(Field::Consents, missing_consent(asked.purpose));
    }
    given
}

fn missing_consent(purpose: Purpose) -> &'static str {
    match purpose {
        Purpose::Answer => {
            "Xin đánh dấu đồng ý để cơ quan dùng thông tin của mình khi giải quyết và trả lời; thiếu ô này thì không trả lời được."
        }
        Purpose::Publish => "Xin đánh dấu đồng ý công khai nội dung phản ánh, không kèm họ tên và cách liên hệ.",
        Purpose::Survey => "Xin đánh dấu đồng ý để cơ quan hỏi lại sau khi trả lời.",
    }
}
