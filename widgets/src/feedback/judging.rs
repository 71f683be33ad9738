//! Holding what is filled in against the rules, and saying beside the fields what is wrong.

use loa_feedback::Draft;
use loa_feedback::routes::{Answers, Decision, Hint, triage};
use loa_feedback::submission::Submission;

use super::answer::Problem;
use super::controls::{FeedbackControls, Focus};
use super::stage::Stage;
use super::{messages, wire};
use crate::element::{Host, Scene};
use crate::request;
use crate::words::feedback::FeedbackWords;

impl FeedbackControls {
    /// What is wrong with what is filled in.
    fn judge(&mut self, scene: &Scene<Self>) -> Option<(Draft, Vec<Problem>)> {
        if self.key.is_empty() {
            self.key = request::key()?;
        }
        let draft = self.form()?.draft(&self.key);
        let problems = match Submission::check(&draft, &scene.slice.rules(today(scene))) {
            Ok(_) => Vec::new(),
            Err(problems) => {
                problems.errors.into_iter().map(|problem| Problem::new(Some(problem.field), problem.message)).collect()
            }
        };
        Some((draft, problems))
    }

    pub(super) fn submit(&mut self, scene: &Scene<Self>) {
        if self.stage != Stage::Writing {
            return;
        }
        let Some((draft, problems)) = self.judge(scene) else { return };
        self.problems = problems;
        self.hint = hint(scene, &draft);
        self.say();
        if self.problems.is_empty() {
            self.keep_draft();
            self.body = wire::write(draft);
            self.stage = Stage::Review;
            self.focus = Some(Focus::Part("heading"));
        } else {
            self.focus = Some(Focus::Part("wrong"));
        }
    }

    /// Fields that were wrong are looked at again when they are changed; others wait until the form is sent.
    ///
    /// Nothing may move then: a person may be pressing the button below, and would press beside it.
    pub(super) fn judge_again(&mut self, scene: &Scene<Self>) {
        if self.problems.iter().all(|problem| problem.is_mended) {
            return;
        }
        let Some((_, still)) = self.judge(scene) else { return };
        for problem in &mut self.problems {
            if !problem.is_mended && still.iter().all(|still| still.field != problem.field) {
                problem.is_mended = true;
                if let (Some((_, form)), Some(field)) = (&self.form, problem.field) {
                    messages::mend(form, field);
                }
            }
        }
    }

    /// Says beside the fields what is known of them.
    pub(super) fn say(&self) {
        if let Some(form) = self.form() {
            messages::show(form, &self.problems, self.hint.as_deref());
        }
    }
}

pub(super) fn today(scene: &Scene<FeedbackControls>) -> chrono::NaiveDate {
    scene.view.at.unwrap_or_else(|| Host::today(scene.slice.zone))
}

/// What the words of the text suggest; the door that they name is opened.
fn hint(scene: &Scene<FeedbackControls>, draft: &Draft) -> Option<String> {
    let routes = scene.slice.routes();
    let answers = Answers { kind: draft.kind.parse().ok(), text: &draft.text, hint: Hint::Wanted };
    let Decision::Ask { suggested, word, .. } = triage(&routes, &answers) else { return None };
    if let Some(door) = scene.host.find(&["[data-loa-door=", suggested.kind.as_str(), "]"].concat()) {
        let _ = door.set_attribute("open", "");
    }
    let [begin, middle, end] = FeedbackWords::of(&scene.view.lang).hint;
    Some(format!("{begin} “{word}”{middle}{}{end}", suggested.label.get(&scene.view.lang)))
}
