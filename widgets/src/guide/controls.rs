//! The controls of a guide: back, position, next; below the steps what else can be done with it.

use std::rc::Rc;

use gloo::events::EventListener;
use wasm_bindgen::JsValue;
use yew::prelude::*;

use super::GuideSlice;
use super::counting::{self, Asks, Counting};
use super::hands;
use super::row::Row;
use super::state::{Action, GuideState, step_in_address, ticks_from_text, ticks_to_text};
use super::tools::{self, Tools};
use crate::element::{Controls, Host, Scene};
use crate::memory;
use crate::names;

/// What the controls of a guide hold.
#[derive(Default)]
pub(crate) struct GuideControls {
    pub(super) state: GuideState,
    /// The steps on the page, with the drawing of content that they belong to.
    row: Option<(u32, Rc<Row>)>,
    /// The language in which the steps are introduced to assistive technology.
    introduced: String,
    /// Everything that a person does with the steps themselves.
    listeners: Vec<EventListener>,
    /// What was last shown: the step, and what the page had asked by then.
    shown: Option<(usize, u32)>,
    pub(super) tools: Tools,
    pub(super) counting: Counting,
}

/// What the controls are told.
#[derive(Clone)]
pub(crate) enum Told {
    /// Something that changes the state.
    Do(Action),
    /// A person asks for a step, by a button or by scrolling.
    Step(usize),
    /// A person ticked something.
    Ticked,
    /// A person is done.
    Finish,
    /// The address leads to a step.
    Linked,
    /// A person goes to where one files.
    Filing,
    /// A person is there, maybe again.
    Here,
    /// A person wants to say how it went.
    Ask,
    /// They say it.
    Answer(usize),
    /// Something of the bar below the steps.
    Tool(tools::Told),
}

impl Controls for GuideControls {
    type Slice = GuideSlice;
    type Action = Told;

    fn look(&mut self, scene: &Scene<Self>) {
        self.take_hold(scene);
    }

    fn view(&self, scene: &Scene<Self>) -> Html {
        let words = scene.view.words();
        let state = &self.state;
        html! {
            <div class="guide" part="guide" role="group" aria-roledescription={words.carousel}
                 aria-label={scene.slice.title.clone()}>
                <slot name="head" />
                <div class="bar">
                    <div class="links"><slot name="nav" /></div>
                    <div class="controls" part="controls">
                        <button type="button" part="previous" onclick={scene.on(Told::Step(state.step.wrapping_sub(1)))}
                                aria-label={words.previous} aria-disabled={state.at_first().then_some("true")}>
                            { "‹" }<span class="word">{ " " }{ words.previous }</span>
                        </button>
                        <p class="position" part="position">
                            <span class="word">{ words.step }{ " " }</span>{ state.step + 1 }
                            <span aria-hidden="true">{ "/" }</span>
                            <span class="hidden">{ " " }{ words.of }{ " " }</span>{ state.of }
                        </p>
                        <button type="button" part="next" onclick={scene.on(Told::Step(state.step + 1))}
                                aria-label={words.next} aria-disabled={state.at_last().then_some("true")}>
                            <span class="word">{ words.next }{ " " }</span>{ "›" }
                        </button>
                    </div>
                </div>
                <slot />
                { tools::view(self, scene) }
            </div>
        }
    }

    fn act(&mut self, scene: &Scene<Self>, told: Told) {
        match told {
            Told::Do(action) => {
                self.tools.hold_focus(scene);
                self.change(scene, action);
            }
            Told::Step(step) if step != self.state.step && step < self.state.of => {
                if self.state.at_first() {
                    self.counting.count(scene, counting::STARTED);
                }
                self.change(scene, Action::Go(step));
                if self.state.at_last() {
                    self.counting.count(scene, counting::FINISHED);
                }
                say(scene, names::STEP, &[("step", step + 1), ("of", self.state.of)]);
            }
            Told::Step(_) => {}
            Told::Ticked => {
                let ticks = |of: &Self| of.row().map(|row| row.ticks()).unwrap_or_default();
                let now = ticks(self);
                let ticked = now.iter().filter(|ticked| **ticked).count();
                say(scene, names::TICK, &[("ticked", ticked), ("of", now.len())]);
                // The page may have ticked something in answer.
                self.change(scene, Action::Tick(ticks(self)));
            }
            Told::Finish => {
                self.tools.hold_focus(scene);
                self.change(scene, Action::Finish);
                say(scene, names::DONE, &[]);
            }
            Told::Linked => {
                if let Some(step) = address().and_then(|hash| step_in_address(&hash, &scene.slice.id)) {
                    self.change(scene, Action::Go(step));
                    if !scene.host.in_sight() {
                        scene.host.scroll_into_view();
                    }
                }
            }
            Told::Filing => self.counting.count(scene, counting::WENT),
            Told::Here => self.counting.welcome(scene),
            Told::Ask => {
                self.counting.asks = Asks::Why;
                self.tools.lead("[part=answer]");
            }
            Told::Answer(answer) => {
                self.counting.answer(scene, answer);
                self.tools.lead("[part=print]");
            }
            Told::Tool(told) => tools::act(self, scene, told),
        }
    }

    fn stand(&mut self, scene: &Scene<Self>) {
        self.tools.listen(scene);
        self.tools.give_focus(scene);
        let Some(row) = self.row() else { return };
        let step = self.state.step;
        match self.shown.replace((step, scene.asked)) {
            before if before == self.shown => {}
            // Where a row begins was seen when it was found; to look again would lay out the page once for each guide.
            None if row.stands_at(step) => row.mark(),
            _ => row.show(step),
        }
    }
}

impl GuideControls {
    /// The steps on the page.
    pub(super) fn row(&self) -> Option<Rc<Row>> {
        self.row.as_ref().map(|(_, row)| Rc::clone(row))
    }

    /// Changes the state, and keeps on the device what a person did.
    fn change(&mut self, scene: &Scene<Self>, action: Action) {
        let before = std::mem::take(&mut self.state);
        self.state = before.after(action);
        let Self { state, tools, .. } = self;
        if state.step != before.step {
            tools.stop_reading();
            // Nothing is kept before the person does something, and what is offered is not forgotten.
            if state.offer.is_none() {
                memory::keep(memory::of_tab(), &step_key(scene), &state.step.to_string());
            }
        }
        if state.ticks != before.ticks
            && let Some(row) = self.row()
        {
            let ticks = &self.state.ticks;
            if row.ticks() != *ticks {
                row.set_ticks(ticks);
            }
            let kept = if ticks.contains(&true) { ticks_to_text(ticks) } else { String::new() };
            memory::keep(memory::of_device(), &ticks_key(scene), &kept);
        }
    }

    /// Finds the steps on the page, when they are new there, and begins to follow what a person does with them.
    fn take_hold(&mut self, scene: &Scene<Self>) {
        if self.row.as_ref().map(|(revision, _)| *revision) != Some(scene.revision) {
            self.let_go();
            let Some(row) = Row::find(&scene.host) else { return };
            // An address leads once; a person who went on from there is not called back.
            let address = if self.state.of > 0 { None } else { address() };
            let step = self.state.step;
            self.state = self.state.after(found(scene, &row, address));
            if self.state.step != step {
                self.tools.stop_reading();
            }
            let ticks = &self.state.ticks;
            if row.ticks() != *ticks {
                row.set_ticks(ticks);
            }
            self.listeners = hands::listen(scene, &row);
            self.counting.welcome(scene);
            self.row = Some((scene.revision, row));
        }
        if self.introduced != scene.view.lang {
            self.introduced.clone_from(&scene.view.lang);
            if let Some(row) = self.row() {
                row.introduce(scene.view.words());
            }
        }
    }

    fn let_go(&mut self) {
        self.listeners.clear();
        self.introduced.clear();
        self.shown = None;
        if let Some((_, row)) = self.row.take() {
            row.let_go();
        }
    }
}

impl Drop for GuideControls {
    fn drop(&mut self) {
        self.let_go();
    }
}

/// Where a guide begins: where the person has scrolled it to, else at the step that the address names;
/// at the step of an earlier visit only when that moves nothing under their eyes, else it is offered.
fn found(scene: &Scene<GuideControls>, row: &Row, address: Option<String>) -> Action {
    let host: &Host = &scene.host;
    let there = row.in_view();
    let named = address.filter(|_| there == 0 && row.in_use().is_none());
    let named = named.and_then(|hash| step_in_address(&hash, &scene.slice.id));
    let earlier = memory::recall(memory::of_tab(), &step_key(scene)).and_then(|step| step.parse().ok());
    let untouched = named.is_none() && there == 0 && row.in_use().is_none();
    let offer = earlier.filter(|_| untouched);
    let kept = memory::recall(memory::of_device(), &ticks_key(scene)).unwrap_or_default();
    let now = row.ticks();
    let ticks = ticks_from_text(&kept, now.len()).iter().zip(&now).map(|(kept, now)| *kept || *now).collect();
    if named.is_some() && !host.in_sight() {
        host.scroll_into_view();
    }
    let step = named.or(offer.filter(|_| !host.in_sight())).unwrap_or(there);
    Action::Found { step, of: row.len(), ticks, offer }
}

fn say(scene: &Scene<GuideControls>, name: &str, numbers: &[(&str, usize)]) {
    let mut detail = vec![("guide", JsValue::from_str(&scene.slice.id))];
    detail.extend(numbers.iter().map(|(key, number)| (*key, JsValue::from_f64(*number as f64))));
    scene.host.send(name, &detail);
}

fn address() -> Option<String> {
    web_sys::window()?.location().hash().ok()
}

fn step_key(scene: &Scene<GuideControls>) -> String {
    ["loa-buoc:", &scene.view.src, &scene.slice.id].concat()
}

fn ticks_key(scene: &Scene<GuideControls>) -> String {
    ["loa-dau:", &scene.view.src, &scene.slice.id].concat()
}
