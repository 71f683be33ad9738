//! The form in use: checked by the rules that the service has, read once more, sent, and never lost.

use gloo::events::EventListener;
use gloo::timers::callback::Timeout;
use loa_feedback::{Draft, Field};
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;
use yew::prelude::*;

use super::answer::{Answer, Problem};
use super::form::Form;
use super::judging::today;
use super::kept::{Place, Queued};
use super::mode::Mode;
use super::sending::copy;
use super::stage::{Stage, Why};
use super::{FeedbackSlice, hands, messages, screen, wire};
use crate::element::{Controls, Scene};
use crate::request::Request;

/// What the controls of a form hold.
#[derive(Default)]
pub(crate) struct FeedbackControls {
    pub(super) stage: Stage,
    pub(super) problems: Vec<Problem>,
    /// What the words of the text suggest.
    pub(super) hint: Option<String>,
    pub(super) draft: DraftState,
    /// Whether the device keeps what is to be sent.
    pub(super) is_kept: bool,
    /// Whether a person has begun what happens now; what goes on by itself takes no focus from the rest of the page.
    pub(super) is_person: bool,
    pub(super) notice: &'static str,
    /// The form on the page, with the drawing of content that it belongs to.
    pub(super) form: Option<(u32, Form)>,
    pub(super) place: Place,
    /// The key under which the service takes a repeat for what it is.
    pub(super) key: String,
    /// What is sent.
    pub(super) body: String,
    pub(super) request: Option<Request>,
    pub(super) timer: Option<Timeout>,
    listeners: Vec<EventListener>,
    pub(super) focus: Option<Focus>,
}

/// What is known of the draft.
#[derive(Default)]
pub(super) enum DraftState {
    #[default]
    None,
    Kept,
    /// It was there from an earlier visit.
    Back,
    /// The device keeps nothing.
    Refused,
    /// Something else waits to be sent, and cannot come back into a form that is in use.
    Beside,
    /// What waited to be sent was too old.
    Expired,
    /// A person deleted it, and can have it back until they leave.
    Forgotten(Box<Draft>),
}

/// Where the focus goes when what was drawn stands.
pub(super) enum Focus {
    /// A part of the shadow root.
    Part(&'static str),
    /// A place in the form.
    Element(HtmlElement),
}

/// What the controls are told.
#[derive(Clone)]
pub(crate) enum Told {
    /// A person has typed and paused.
    Typed,
    /// A person has left a field that they changed.
    Changed,
    /// A person is done with the form.
    Submit,
    /// A person has read it once more.
    Send,
    /// The service has answered.
    Answered(Answer),
    /// It is to be sent again.
    Again,
    /// The network is back.
    Online,
    /// The page's policy forbids to send from a script.
    Blocked,
    /// A person sends it as a page does.
    ByPage,
    /// A person wants to change what waits.
    TakeBack,
    /// A person goes back to a step.
    Edit(usize),
    /// A person goes to a field.
    Go(Field),
    /// A person has something else to say.
    Another,
    /// A person deletes the draft.
    Forget,
    /// A person wants it back.
    Undo,
    /// A person copies the code.
    Copy,
    /// Something is to be said about that.
    Say(&'static str),
}

impl Controls for FeedbackControls {
    type Slice = FeedbackSlice;
    type Action = Told;

    fn look(&mut self, scene: &Scene<Self>) {
        if Mode::of(&scene.view) == Mode::Form {
            self.take_hold(scene);
        } else {
            // Without a form there is nobody to whom it could be sent; what is kept waits for the next one.
            self.let_go();
            self.halt();
            if self.stage.is_open() {
                self.stage = Stage::Waiting(Why::Lost);
            }
        }
    }

    fn view(&self, scene: &Scene<Self>) -> Html {
        screen::view(self, scene)
    }

    fn act(&mut self, scene: &Scene<Self>, told: Told) {
        if !matches!(
            told,
            Told::Answered(_) | Told::Online | Told::Blocked | Told::Typed | Told::Changed | Told::Say(_)
        ) {
            self.is_person = true;
        }
        match told {
            Told::Typed => self.keep_draft(),
            Told::Changed => {
                self.keep_draft();
                self.judge_again(scene);
            }
            Told::Submit => self.submit(scene),
            Told::Send if self.stage == Stage::Review => {
                self.is_kept = self.place.keep_for_sending(&self.body);
                self.send(scene);
            }
            Told::Again if matches!(self.stage, Stage::Waiting(_)) => self.send(scene),
            Told::Online if matches!(self.stage, Stage::Waiting(why) if why != Why::Blocked) => self.send(scene),
            Told::Answered(answer) if self.stage == Stage::Sending => self.answered(scene, answer),
            Told::Blocked if self.stage.is_open() => {
                if self.take_back() {
                    self.wait(scene, Why::Blocked);
                } else {
                    self.rest();
                }
            }
            Told::ByPage => self.send_by_page(),
            Told::TakeBack => {
                self.take_back();
                self.edit(1);
            }
            Told::Edit(step) => self.edit(step),
            Told::Go(field) => self.focus = self.form().and_then(|form| form.control(field)).map(Focus::Element),
            Told::Another if self.send_queued(scene) => {}
            Told::Another => self.edit(0),
            Told::Forget => self.forget(scene),
            Told::Undo => {
                if let DraftState::Forgotten(draft) = std::mem::take(&mut self.draft) {
                    self.fill(&draft);
                    self.keep_draft();
                }
            }
            Told::Copy => {
                if let Stage::Received(receipt) | Stage::Earlier(receipt) = &self.stage {
                    copy(scene, receipt.code.clone());
                }
            }
            Told::Say(notice) => self.notice = notice,
            Told::Send | Told::Again | Told::Online | Told::Answered(_) | Told::Blocked => {}
        }
    }

    fn stand(&mut self, scene: &Scene<Self>) {
        match (Mode::of(&scene.view), scene.view.service()) {
            (Mode::Form, Some(endpoint)) => {
                if let Some(form) = self.form() {
                    form.element().set_action(&endpoint.form());
                }
            }
            (Mode::Link, Some(endpoint)) => {
                if let Some(link) = scene.host.find(":scope > p > a") {
                    let _ = link.set_attribute("href", &wire::page(&endpoint, &scene.view));
                }
            }
            _ => {}
        }
        let element = match self.focus.take() {
            Some(Focus::Element(element)) => Some(element),
            Some(Focus::Part(part)) => scene
                .host
                .shadow_root()
                .and_then(|shadow| shadow.query_selector(&["[part=", part, "]"].concat()).ok().flatten())
                .and_then(|element| element.dyn_into().ok()),
            None => None,
        };
        if let Some(element) = element {
            let _ = element.focus();
        }
    }
}

impl FeedbackControls {
    /// The form on the page.
    pub(super) fn form(&self) -> Option<&Form> {
        self.form.as_ref().map(|(_, form)| form)
    }

    /// Finds the form when it is new there, fills in what is known, and begins to follow what a person does with it.
    fn take_hold(&mut self, scene: &Scene<Self>) {
        if self.form.as_ref().map(|(revision, _)| *revision) == Some(scene.revision) {
            return;
        }
        let is_first = self.form.is_none();
        self.let_go();
        let Some(form) = Form::find(&scene.host) else { return };
        // What is wrong is said by the rules and beside the fields, in whole sentences.
        form.element().set_no_validate(true);
        let rules = scene.slice.rules(today(scene));
        form.allow_units(|id| rules.actors.iter().any(|actor| actor.as_str() == id));
        self.listeners = hands::listen(scene, &form);
        self.form = Some((scene.revision, form));
        if is_first {
            self.place = Place::new(scene.slice.campaign.as_str(), scene.view.actor.as_deref().unwrap_or_default());
            if let Some(draft) = self.place.draft() {
                self.draft = if self.fill(&draft) { DraftState::Back } else { DraftState::Kept };
            }
            self.send_queued(scene);
        }
        self.prefill(scene);
        // What was said beside the fields of older content is said beside these.
        self.say();
    }

    fn let_go(&mut self) {
        self.listeners.clear();
        if let Some((_, form)) = self.form.take() {
            form.element().set_no_validate(false);
            messages::clear(&form);
        }
    }

    /// What the page says about unit and procedure is filled in where nothing is.
    pub(super) fn prefill(&self, scene: &Scene<Self>) {
        if let Some(form) = self.form() {
            form.fill(&wire::asked(&scene.view));
        }
    }

    pub(super) fn fill(&mut self, draft: &Draft) -> bool {
        self.key.clone_from(&draft.idempotency_key);
        self.form().is_some_and(|form| form.fill(draft))
    }

    pub(super) fn keep_draft(&mut self) {
        let Some(draft) = self.form().map(|form| form.draft(&self.key)) else { return };
        let is_empty =
            [&draft.text, &draft.name, &draft.address, &draft.phone, &draft.email].iter().all(|text| text.is_empty());
        if is_empty {
            self.place.forget_draft();
            self.draft = DraftState::None;
        } else if self.place.keep_draft(draft) {
            self.draft = DraftState::Kept;
        } else {
            self.draft = DraftState::Refused;
        }
    }

    /// Sends what waits, the first of it; whether anything does.
    fn send_queued(&mut self, scene: &Scene<Self>) -> bool {
        match self.place.for_sending() {
            Queued::None => return false,
            Queued::Expired => {
                self.draft = DraftState::Expired;
                return false;
            }
            Queued::Body(body) => (self.body, self.is_kept) = (body, true),
        }
        self.send(scene);
        true
    }

    /// Makes a draft in the form again of what was to be sent. It cannot where a person has written something else there
    /// meanwhile: then that stays, and what waits goes on waiting.
    pub(super) fn take_back(&mut self) -> bool {
        let sent = wire::read(&self.body);
        if !self.has_room_for(&sent) {
            self.draft = DraftState::Beside;
            return false;
        }
        self.fill(&sent);
        self.keep_draft();
        self.place.forget_sending(&self.body);
        self.is_kept = false;
        true
    }

    /// Whether there is no other text in the form.
    pub(super) fn has_room_for(&self, sent: &Draft) -> bool {
        let there = self.form().map(|form| form.draft("").text).unwrap_or_default();
        there.is_empty() || there == sent.text
    }

    fn forget(&mut self, scene: &Scene<Self>) {
        let Some(form) = self.form() else { return };
        let draft = form.draft(&self.key);
        form.element().reset();
        self.place.forget_draft();
        self.key.clear();
        self.problems.clear();
        self.hint = None;
        self.say();
        self.prefill(scene);
        self.draft = DraftState::Forgotten(Box::new(draft));
        self.focus = Some(Focus::Part("undo"));
    }

    /// Nothing goes on by itself.
    fn halt(&mut self) {
        self.timer = None;
        self.request = None;
    }

    fn rest(&mut self) {
        self.halt();
        self.stage = Stage::Writing;
    }

    fn edit(&mut self, step: usize) {
        self.rest();
        let step = self.form().and_then(|form| form.all("fieldset").into_iter().nth(step));
        let control = step.and_then(|step| step.query_selector("input, select, textarea").ok().flatten());
        self.focus = control.and_then(|control| control.dyn_into().ok()).map(Focus::Element);
    }
}

impl Drop for FeedbackControls {
    fn drop(&mut self) {
        self.let_go();
    }
}
