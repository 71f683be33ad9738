//! Sending, and what follows from an answer or from none.

use std::rc::Rc;

use gloo::timers::callback::Timeout;
use wasm_bindgen::JsValue;

use super::answer::Answer;
use super::controls::{FeedbackControls, Focus, Told};
use super::stage::{Stage, Why};
use super::wire;
use crate::element::Scene;
use crate::names;
use crate::request::Request;
use crate::words::feedback::FeedbackWords;

impl FeedbackControls {
    pub(super) fn send(&mut self, scene: &Scene<Self>) {
        let Some(endpoint) = scene.view.service() else { return self.wait(scene, Why::Lost) };
        self.timer = None;
        self.stage = Stage::Sending;
        self.lead(scene, "heading");
        let tell = Rc::clone(&scene.tell);
        self.request = Request::post(&endpoint.form(), &self.body, move |reply| {
            tell(Told::Answered(Answer::read(reply.status, reply.body.as_ref(), reply.seconds)));
        });
        if self.request.is_none() {
            (scene.tell)(Told::Answered(Answer::Lost));
        }
    }

    pub(super) fn answered(&mut self, scene: &Scene<Self>, answer: Answer) {
        let (stage, problems) = Stage::answered(answer);
        if let Stage::Waiting(why) = stage {
            return self.wait(scene, why);
        }
        self.notice = "";
        match &stage {
            Stage::Received(_) => self.received(scene),
            // What is in the form now is something else, and has a key of its own.
            Stage::Earlier(_) if self.take_back() => {
                self.key.clear();
                self.keep_draft();
            }
            Stage::Writing if self.take_back() => {
                self.problems = problems;
                self.say();
            }
            _ => {}
        }
        self.lead(scene, if stage == Stage::Writing { "wrong" } else { "heading" });
        self.stage = stage;
    }

    /// Nothing of what was taken in stays on the page or on the device; what a person has written since does.
    fn received(&mut self, scene: &Scene<Self>) {
        let sent = wire::read(&self.body);
        self.place.forget_sending(&self.body);
        if self.key == sent.idempotency_key {
            self.key.clear();
        }
        if self.has_room_for(&sent) {
            if let Some(form) = self.form() {
                form.element().reset();
            }
            self.problems.clear();
            self.hint = None;
            self.say();
            self.prefill(scene);
        }
        self.keep_draft();
        let texts = [("actor", sent.actor), ("kind", sent.kind), ("procedure", sent.procedure)];
        scene.host.send(names::SENT, &texts.map(|(name, text)| (name, JsValue::from_str(&text))));
    }

    /// Leads a person on, who has begun this or is at the widget; somebody elsewhere on the page is left alone.
    fn lead(&mut self, scene: &Scene<Self>, part: &'static str) {
        if self.is_person || scene.host.in_use() {
            self.focus = Some(Focus::Part(part));
        }
    }

    /// Waits for a better time; the person is told what is known.
    pub(super) fn wait(&mut self, scene: &Scene<Self>, why: Why) {
        self.stage = Stage::Waiting(why);
        let tell = Rc::clone(&scene.tell);
        self.timer = why.again().map(|seconds| Timeout::new(seconds * 1000, move || tell(Told::Online)));
        self.notice = "";
        self.lead(scene, "heading");
        // What follows goes on by itself.
        if std::mem::take(&mut self.is_person) {
            scene.host.send(names::WAITING, &[]);
        }
    }

    /// The browser sends the form and shows what the service answers.
    pub(super) fn send_by_page(&mut self) {
        self.notice = "";
        if let Some(form) = self.form() {
            form.set_key(&self.key);
            let _ = form.element().submit();
        }
    }
}

/// Copies the code, and says whether that worked.
pub(super) fn copy(scene: &Scene<FeedbackControls>, code: String) {
    let words = FeedbackWords::of(&scene.view.lang);
    let tell = Rc::clone(&scene.tell);
    wasm_bindgen_futures::spawn_local(async move {
        let copied = crate::clipboard::copy(&code).await;
        tell(Told::Say(if copied.is_some() { words.copied } else { words.copy_by_hand }));
    });
}
