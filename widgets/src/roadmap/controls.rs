//! Marks the phase that goes on, and says where the date stands.

use yew::prelude::*;

use super::{RoadmapSlice, now::now};
use crate::element::{Bound, Host};

#[component]
pub(super) fn Controls(props: &Bound<RoadmapSlice>) -> Html {
    let date = props.view.at.unwrap_or_else(|| Host::today(props.slice.zone));
    let (current, sentence) = now(&props.slice, date, &props.view.lang, props.view.words());
    use_effect_with((props.host.clone(), props.revision, current), |(host, _, current)| {
        mark(host, *current);
        let host = host.clone();
        move || mark(&host, None)
    });
    html! {
        <div class="roadmap" part="roadmap">
            <slot name="head" />
            <p class="now" part="now" role="status">{ sentence }</p>
            <slot />
        </div>
    }
}

fn mark(host: &Host, current: Option<usize>) {
    for (i, phase) in host.find_all::<web_sys::Element>(":scope > ol > li").iter().enumerate() {
        // Setting an attribute fails only for a name that is not one.
        let _ = if Some(i) == current {
            phase.set_attribute("aria-current", "step")
        } else {
            phase.remove_attribute("aria-current")
        };
    }
}
