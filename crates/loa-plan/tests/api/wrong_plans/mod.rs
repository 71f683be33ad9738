//! Wrong plans, and every word that is said about them.

mod advice;
mod blanks;
mod brackets;
mod keys;
mod numbers;
mod values;
mod words;

use expect_test::Expect;
use loa_plan::Plan;

use crate::small::{SMALL, changed};

#[track_caller]
fn wrong(from: &str, to: &str, expected: Expect) {
    let found = match Plan::from_toml(&changed(from, to)) {
        Ok(_) => "nothing is wrong".to_owned(),
        Err(error) => error.to_string(),
    };
    expected.assert_eq(&format!("{found}\n"));
}

#[test]
fn a_right_plan_is_right_also_with_the_habits_of_windows() {
    let plan = Plan::from_toml(SMALL).unwrap();
    let windows = format!("\u{feff}{}", SMALL.replace('\n', "\r\n").replace("kind =", "\tkind\t="));
    assert_eq!(Plan::from_toml(&windows), Ok(plan));
}
