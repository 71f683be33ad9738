//! A rating in use: chosen by one tap, taken back or sent, and never counted twice.

use std::rc::Rc;

use gloo::events::EventListener;
use gloo::timers::callback::Timeout;
use loa_feedback::Field;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{HtmlElement, HtmlInputElement, UrlSearchParams};
use yew::prelude::*;

use super::form::{self, Form};
use super::stage::{Did, Level, Stage, Then, Why};
use super::{RatingSlice, screen};
use crate::element::{Controls, Scene};
use crate::names;
use crate::request::{self, Reply, Request};

/// For how many milliseconds a choice can be taken back.
const TIME: u32 = 8_000;

/// What the controls of a rating hold.
#[derive(Default)]
pub(crate) struct RatingControls {
    pub(super) stage: Stage,
    /// The form on the page, with the drawing of content that it belongs to.
    form: Option<(u32, Form)>,
    listeners: Vec<EventListener>,
    /// Made anew for each choice.
    key: String,
    timer: Option<Timeout>,
    request: Option<Request>,
    focus: Option<Focus>,
}

/// Where the focus goes when the button that had it is gone.
#[derive(Clone, Copy)]
enum Focus {
    Form,
    Status,
}

/// What the controls are told.
#[derive(Clone)]
pub(crate) enum Told {
    /// Something that changes the stage.
    Do(Did),
    /// The page's policy forbids to send from a script.
    Blocked,
    /// A person sends it as a page does.
    ByPage,
}

impl Controls for RatingControls {
    type Slice = RatingSlice;
    type Action = Told;

    fn look(&mut self, scene: &Scene<Self>) {
        if self.form.as_ref().map(|(revision, _)| *revision) != Some(scene.revision) {
            self.listeners.clear();
            self.form = Form::find(&scene.host).map(|form| (scene.revision, form));
            if let Some((_, form)) = &self.form {
                self.listeners = form::listen(scene, form);
            }
        }
    }

    fn view(&self, scene: &Scene<Self>) -> Html {
        screen::view(self, scene)
    }

    fn act(&mut self, scene: &Scene<Self>, told: Told) {
        match told {
            // Nobody loses the time to take it back while they are about to.
            Told::Do(Did::TimeUp) if within(scene, "[part=undo]:focus").is_some() => self.wait(scene),
            Told::Do(did) => self.follow(scene, did),
            Told::Blocked => self.follow(scene, Did::Answer(Some(Why::Blocked))),
            Told::ByPage => {
                if let Some((_, form)) = &self.form {
                    // Not `requestSubmit`, which would ask the widget again.
                    let _ = form.element().submit();
                }
            }
        }
    }

    fn stand(&mut self, scene: &Scene<Self>) {
        let Some((_, form)) = &self.form else { return };
        if let Some(endpoint) = scene.view.service() {
            form.element().set_action(&endpoint.ratings());
            if let Some((link, actor)) = scene.host.find(":scope > p > a").zip(scene.view.actor.as_deref()) {
                let _ = link.set_attribute("href", &[&endpoint.page(), "?actor=", actor].concat());
            }
        }
        form.fill(Field::Actor.as_str(), scene.view.actor.as_deref().unwrap_or_default());
        form.fill(Field::IdempotencyKey.as_str(), &self.key);
        if self.stage.level().is_some() {
            form.mark(self.stage.level());
        }
        let element = match self.focus.take() {
            Some(Focus::Form) => form.levels().into_iter().next().map(Into::into),
            Some(Focus::Status) => within(scene, "[part=status]"),
            None => None,
        };
        if let Some(element) = element {
            let _ = element.focus();
        }
    }
}

/// An element of the shadow root.
fn within(scene: &Scene<RatingControls>, selector: &str) -> Option<HtmlElement> {
    scene.host.shadow_root()?.query_selector(selector).ok()?.map(JsCast::unchecked_into)
}

impl RatingControls {
    /// The words of a level.
    pub(super) fn words(&self, level: Level) -> String {
        self.input(level).map(|input| form::words(&input)).unwrap_or_default()
    }

    fn input(&self, level: Level) -> Option<HtmlInputElement> {
        self.form.as_ref()?.1.levels().into_iter().nth(level)
    }

    fn follow(&mut self, scene: &Scene<Self>, did: Did) {
        match did {
            Did::Undo => self.focus = Some(Focus::Form),
            Did::Again => self.focus = Some(Focus::Status),
            _ => {}
        }
        let (stage, then) = self.stage.after(did);
        self.stage = stage;
        match then {
            Then::Rest => {}
            Then::Wait => {
                self.key = request::key().unwrap_or_default();
                self.wait(scene);
            }
            Then::Send | Then::HandOver => self.send(scene, then),
            Then::Drop => {
                self.timer = None;
                if let Some((_, form)) = self.form.as_ref().filter(|_| stage == Stage::Undone) {
                    form.mark(None);
                }
            }
            Then::Tell => {
                let input = stage.level().and_then(|level| self.input(level));
                let value = input.map(|input| input.value()).unwrap_or_default();
                scene.host.send(names::RATED, &[("satisfaction", JsValue::from_str(&value))]);
            }
        }
    }

    fn wait(&mut self, scene: &Scene<Self>) {
        let tell = Rc::clone(&scene.tell);
        self.timer = Some(Timeout::new(TIME, move || tell(Told::Do(Did::TimeUp))));
    }

    fn send(&mut self, scene: &Scene<Self>, then: Then) {
        self.timer = None;
        self.request = None;
        // As it was last drawn, it holds the choice and its key.
        let Some((_, form)) = &self.form else { return };
        let (address, body) = (form.element().action(), form.body());
        if then == Then::HandOver {
            if let Some(body) = body {
                hand_over(&address, &body);
            }
            return;
        }
        let tell = Rc::clone(&scene.tell);
        let answer = move |reply: Reply| tell(Told::Do(Did::Answer(Stage::read(reply.status))));
        self.request = body.and_then(|body| Request::post(&address, &String::from(body.to_string()), answer));
        if self.request.is_none() {
            (scene.tell)(Told::Do(Did::Answer(Some(Why::Lost))));
        }
    }
}

/// Gives it to the browser, which sends it also when the page is gone.
fn hand_over(address: &str, body: &UrlSearchParams) {
    if let Some(window) = web_sys::window() {
        let _ = window.navigator().send_beacon_with_opt_url_search_params(address, Some(body));
    }
}
