//! Sending, and what follows from an answer or from none.

use std::rc::Rc;

use gloo::timers::callback::Timeout;
use loa_feedback::Field;
use wasm_bindgen::JsValue;

use super::answer::Answer;
use super::controls::{DraftState, FeedbackControls, Focus, Told};
use super::mode::endpoint;
use super::stage::{Stage, Why};
use super::wire;
use crate::element::Scene;
use crate::names;
use crate::words::feedback::FeedbackWords;

impl FeedbackControls {
    pub(super) fn send(&mut self, scene: &Scene<Self>) {
        self.timer = None;
        self.stage = Stage::Sending;
        if self.is_person {
            self.focus = Some(Focus::Part("heading"));
        }
        let tell = Rc::clone(&scene.tell);
        let address = endpoint(&scene.view).map(|endpoint| endpoint.form()).unwrap_or_default();
        self.request = wire::send(&address, &self.body, move |answer| tell(Told::Answered(answer)));
        if self.request.is_none() {
            (scene.tell)(Told::Answered(Answer::Lost));
        }
    }

    pub(super) fn answered(&mut self, scene: &Scene<Self>, answer: Answer) {
        let (stage, problems) = Stage::answered(answer);
        if let Stage::Waiting(why) = stage {
            return self.wait(scene, why);
        }
        self.place.forget_sending();
        self.problems = problems;
        self.notice = "";
        match &stage {
            Stage::Received(_) => {
                self.place.forget_draft();
                self.key.clear();
                self.draft = DraftState::None;
                let draft = wire::read(&self.body);
                let texts = [("actor", draft.actor), ("kind", draft.kind), ("procedure", draft.procedure)];
                scene.host.send(names::SENT, &texts.map(|(name, text)| (name, JsValue::from_str(&text))));
            }
            Stage::Earlier(_) => self.key.clear(),
            _ => {
                let sent = wire::read(&self.body);
                self.fill(&sent);
                self.say();
            }
        }
        if self.is_person {
            self.focus = Some(Focus::Part(if stage == Stage::Writing { "wrong" } else { "heading" }));
        }
        self.stage = stage;
    }

    /// Waits for a better time; the person is told what is known.
    pub(super) fn wait(&mut self, scene: &Scene<Self>, why: Why) {
        self.stage = Stage::Waiting(why);
        let tell = Rc::clone(&scene.tell);
        self.timer = why.again().map(|seconds| Timeout::new(seconds * 1000, move || tell(Told::Online)));
        if self.is_person {
            self.focus = Some(Focus::Part("heading"));
            scene.host.send(names::WAITING, &[]);
        }
    }

    /// The browser sends the form and shows what the service answers.
    pub(super) fn send_by_page(&mut self) {
        self.place.forget_sending();
        let Some(form) = self.form() else { return };
        let key = form.element().owner_document().and_then(|document| document.create_element("input").ok());
        if let Some(key) = key {
            let pairs = [("type", "hidden"), ("name", Field::IdempotencyKey.as_str()), ("value", self.key.as_str())];
            for (name, value) in pairs {
                let _ = key.set_attribute(name, value);
            }
            let _ = form.element().append_child(&key);
        }
        let _ = form.element().submit();
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
