//! The rules of a submission: what is taken in keeps them, and would be taken in again as it is kept.

use std::path::Path;

use loa_feedback::submission::{MAX_ADDRESS, MAX_NAME, MAX_TEXT, clean};
use loa_feedback::{Draft, Submission};
use proptest::prelude::*;

use super::{hold, input, read};

#[test]
fn what_is_taken_in_would_be_taken_in_again_as_it_is_kept() {
    let campaign = read::read(&Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/campaign"));
    let rules = campaign.rules(loa_plan::date::parse("2026-11-24").unwrap());
    hold("submissions", &input::pairs(), |pairs| {
        let draft = Draft::from_pairs(pairs);
        match Submission::check(&draft, &rules) {
            Err(problems) => prop_assert!(!problems.errors.is_empty()),
            Ok(kept) => {
                let signs = |text: &str| text.chars().count();
                prop_assert!(signs(&kept.text) <= MAX_TEXT && signs(&kept.sender.name) <= MAX_NAME);
                prop_assert!(signs(&kept.sender.address) <= MAX_ADDRESS);
                prop_assert!(kept.text.chars().all(|c| !c.is_control() || c == '\n'), "{:?}", kept.text);
                prop_assert_eq!(clean(&kept.text), kept.text.as_str());
                let phone = kept.sender.phone.as_ref().map(|phone| phone.as_str().to_owned());
                let email = kept.sender.email.as_ref().map(|email| email.as_str().to_owned());
                let again = Draft {
                    text: kept.text.clone(),
                    name: kept.sender.name.clone(),
                    address: kept.sender.address.clone(),
                    phone: phone.unwrap_or_default(),
                    email: email.unwrap_or_default(),
                    ..draft
                };
                prop_assert_eq!(Submission::check(&again, &rules), Ok(kept));
            }
        }
        Ok(())
    });
}
