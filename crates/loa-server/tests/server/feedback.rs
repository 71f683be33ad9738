//! Feedback for tests.

use loa_feedback::consent::{Need, Purpose, Version};
use loa_feedback::submission::{AskedConsent, Draft, Rules, Submission};
use loa_feedback::{Kind, Moment, ReceiptCode};
use loa_server::store::NewFeedback;

pub(crate) const CAMPAIGN: &str = "ke-hoach";

pub(crate) fn draft(key: &str) -> Draft {
    Draft {
        idempotency_key: key.to_owned(),
        campaign: CAMPAIGN.to_owned(),
        actor: "phuong-mau".to_owned(),
        kind: "procedure".to_owned(),
        procedure: "1.001193".to_owned(),
        text: "Nộp hồ sơ khai sinh mãi không được".to_owned(),
        name: "Nguyễn Thị Lan".to_owned(),
        address: "12 phố Hàng Bài, phường Mẫu".to_owned(),
        phone: "0912 345 678".to_owned(),
        email: "lan@vidu.vn".to_owned(),
        consents: vec!["answer@1".to_owned()],
        website: String::new(),
    }
}

pub(crate) fn rules() -> Rules {
    let consent = |purpose, need| AskedConsent { purpose, version: Version::new(1).unwrap(), need };
    Rules {
        campaign: CAMPAIGN.parse().unwrap(),
        actors: vec!["phuong-mau".parse().unwrap(), "so-mau".parse().unwrap()],
        kinds: vec![Kind::Campaign, Kind::Procedure],
        consents: vec![consent(Purpose::Answer, Need::Required), consent(Purpose::Publish, Need::Optional)],
    }
}

/// The code that comes of a number.
pub(crate) fn code(number: u64) -> ReceiptCode {
    ReceiptCode::from_random(u128::from(number).to_le_bytes())
}

pub(crate) fn moment(text: &str) -> Moment {
    text.parse().unwrap()
}

pub(crate) fn new(draft: &Draft, number: u64) -> NewFeedback {
    NewFeedback {
        submission: Submission::check(draft, &rules()).unwrap(),
        code: code(number),
        received_at: moment("2026-11-24T14:10:00+07:00"),
        due_at: Some(moment("2026-11-25T14:10:00+07:00")),
    }
}

/// A key of at least sixteen signs.
pub(crate) fn key(number: u64) -> String {
    format!("key-for-tests-{number:06}")
}
