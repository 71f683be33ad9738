//! Redaction finds stretches that can be cut out, whatever the text, and a number on a line of its own is always found.

use loa_feedback::redaction::{Preview, find};
use proptest::prelude::*;

use super::{hold, input};

#[test]
fn what_is_found_can_be_cut_out_of_any_text() {
    hold("redaction", &input::text(), |text| {
        let mut end = 0;
        for found in find(&text) {
            let span = found.span;
            prop_assert!(end <= span.start && span.start < span.end, "{span:?} after {end}");
            prop_assert!(text.get(span.clone()).is_some(), "{span:?} is not between characters");
            end = span.end;
        }
        let redacted = Preview::new(text.as_str()).redacted();
        // What stands in the place of something is found neither as something else nor again without end.
        let again = Preview::new(redacted.as_str()).redacted();
        prop_assert!(again.len() <= redacted.len() + 64 * find(&redacted).len());
        Ok(())
    });
}

#[test]
fn a_phone_number_on_its_own_line_never_comes_out() {
    let inputs = (input::text(), "0[35789][0-9]{8}", input::text());
    hold("phone numbers", &inputs, |(before, phone, after)| {
        let text = format!("{before}\nGọi cho tôi theo số này nhé: {phone} nhé, cảm ơn cơ quan.\n{after}");
        let redacted = Preview::new(text.as_str()).redacted();
        let line = format!("số này nhé: {phone}");
        prop_assert!(!redacted.contains(&line), "{redacted}");
        Ok(())
    });
}
