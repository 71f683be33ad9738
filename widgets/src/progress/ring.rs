//! A ring by attributes of SVG alone, which every policy lets through.

use yew::prelude::*;

use super::slice::hundredths_to_text;

/// Draws a ring that is filled to `share` hundredths of a percent; without a share it is an empty, dashed one.
pub(super) fn ring(share: Option<u32>, label: &str) -> Html {
    let full = "100";
    html! {
        <svg viewBox="0 0 40 40" width="80" height="80" role="img" aria-label={label.to_owned()}>
            <circle cx="20" cy="20" r="17" fill="none" stroke="currentColor" stroke-width="1" pathLength={full}
                    stroke-dasharray={if share.is_some() { "none" } else { "2 2" }} />
            if let Some(share) = share {
                <circle cx="20" cy="20" r="17" fill="none" stroke="currentColor" stroke-width="5" pathLength={full}
                        transform="rotate(-90 20 20)" stroke-dasharray={format!("{} 100", hundredths_to_text(share))} />
            }
        </svg>
    }
}
