//! Marks the phase that goes on, and says where the date stands.

use yew::prelude::*;

use super::{RoadmapSlice, now::now};
use crate::element::{Controls, Host, Scene};

/// What the controls of a roadmap hold: the element, once its phases are marked.
#[derive(Default)]
pub(crate) struct RoadmapControls(Option<Host>);

impl Controls for RoadmapControls {
    type Slice = RoadmapSlice;
    type Action = ();

    fn view(&self, scene: &Scene<Self>) -> Html {
        html! {
            <div class="roadmap" part="roadmap">
                <slot name="head" />
                <p class="now" part="now" role="status">{ on_its_day(scene).1 }</p>
                <slot />
            </div>
        }
    }

    fn act(&mut self, _: &Scene<Self>, (): ()) {}

    fn stand(&mut self, scene: &Scene<Self>) {
        mark(&scene.host, on_its_day(scene).0);
        self.0 = Some(scene.host.clone());
    }
}

impl Drop for RoadmapControls {
    fn drop(&mut self) {
        if let Some(host) = &self.0 {
            mark(host, None);
        }
    }
}

/// The phase and the sentence of the date that the page gives, or of today.
fn on_its_day(scene: &Scene<RoadmapControls>) -> (Option<usize>, String) {
    let date = scene.view.at.unwrap_or_else(|| Host::today(scene.slice.zone));
    now(&scene.slice, date, &scene.view.lang, scene.view.words())
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
