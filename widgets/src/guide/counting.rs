//! What people do with a guide, counted where the campaign says so: no cookie, no identifier, nothing that tells two visits
//! apart. The device remembers only that the way to the portal was taken, until the question about it was shown.

use web_sys::UrlSearchParams;
use yew::prelude::*;

use super::controls::{GuideControls, Told};
use super::slice::Counts;
use crate::element::Scene;
use crate::memory;

/// What is counted of one guide on one page.
#[derive(Default)]
pub(super) struct Counting {
    /// What was counted already, one bit each.
    done: u8,
    pub(super) asks: Asks,
}

/// Whether a person is asked how it went.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) enum Asks {
    #[default]
    No,
    /// The question is there, for who wants to answer.
    Whether,
    /// So are the answers.
    Why,
    /// It was answered.
    Thanks,
}

/// What people do, in the order of the bits.
const DEEDS: [&str; 3] = ["guide-started", "guide-finished", "went-to-portal"];
pub(super) const STARTED: usize = 0;
pub(super) const FINISHED: usize = 1;
pub(super) const WENT: usize = 2;

/// What people say, as it is counted: that they have filed, and that they do not want to say; the rest is why not.
const FILED: &str = "filed";
const NO_ANSWER: &str = "none";

impl Counting {
    /// Counts a deed, once.
    pub(super) fn count(&mut self, scene: &Scene<GuideControls>, deed: usize) {
        let before = self.done;
        self.done |= 1 << deed;
        if self.done != before {
            send(scene, DEEDS.get(deed).copied().unwrap_or_default(), "");
        }
        if deed == WENT && scene.slice.counts.is_some() {
            memory::keep(memory::of_device(), &key(scene), "1");
        }
    }

    /// Asks whoever comes back from the portal, once.
    pub(super) fn welcome(&mut self, scene: &Scene<GuideControls>) {
        if scene.slice.counts.is_some() && memory::recall(memory::of_device(), &key(scene)).is_some() {
            memory::keep(memory::of_device(), &key(scene), "");
            self.asks = Asks::Whether;
        }
    }

    /// Counts what a person says.
    pub(super) fn answer(&mut self, scene: &Scene<GuideControls>, answer: usize) {
        self.asks = Asks::No;
        match scene.slice.counts.as_ref().and_then(|counts| counts.answers.get(2 * answer)).map(String::as_str) {
            None | Some(NO_ANSWER) => return,
            Some(FILED) => send(scene, "said-filed", ""),
            Some(why) => send(scene, "said-not-filed", why),
        }
        self.asks = Asks::Thanks;
    }
}

/// The question, a button that moves nothing; the answers when a person wants them.
pub(super) fn view(counting: &Counting, scene: &Scene<GuideControls>) -> Html {
    let Some(counts) = scene.slice.counts.as_ref() else { return Html::default() };
    let button = |part: &'static str, told: Told, text: &str| {
        html! { <button type="button" {part} onclick={scene.on(told)}>{ text }</button> }
    };
    match counting.asks {
        Asks::Whether => button("ask", Told::Ask, &counts.question),
        Asks::Why => html! {
            <div role="group" part="answers" aria-label={counts.question.clone()}>
                { for counts.answers.iter().skip(1).step_by(2).enumerate().map(|(i, text)| button("answer", Told::Answer(i), text)) }
            </div>
        },
        Asks::No | Asks::Thanks => Html::default(),
    }
}

/// What is sent is made of ids, which need no escapes.
fn send(scene: &Scene<GuideControls>, deed: &str, obstacle: &str) {
    let Some(Counts { at, campaign, audiences, .. }) = &scene.slice.counts else { return };
    let given = scene.view.audience.as_deref();
    let named = audiences.iter().step_by(2).position(|name| Some(&**name) == given);
    let audience = named.and_then(|place| audiences.get(2 * place + 1)).map_or("", String::as_str);
    let actor = scene.view.actor.as_deref().unwrap_or_default();
    let guide = &scene.slice.id;
    let body = [
        "campaign=",
        campaign,
        "&actor=",
        actor,
        "&guide=",
        guide,
        "&audience=",
        audience,
        "&deed=",
        deed,
        "&obstacle=",
        obstacle,
    ];
    if let (Some(window), Ok(body)) = (web_sys::window(), UrlSearchParams::new_with_str(&body.concat())) {
        let _ = window.navigator().send_beacon_with_opt_url_search_params(at, Some(&body));
    }
}

fn key(scene: &Scene<GuideControls>) -> String {
    ["loa-nop:", &scene.view.src, &scene.slice.id].concat()
}
