//! A date as people read it, with the date as machines read it.

use chrono::NaiveDate;
use yew::prelude::*;

/// `<time datetime="2025-07-01">01/07/2025</time>`.
pub(crate) fn day(date: NaiveDate) -> Html {
    html! { <time datetime={date.to_string()}>{ loa_plan::date::vietnamese(date) }</time> }
}
