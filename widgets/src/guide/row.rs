//! The steps on the page: a row that scrolls sideways, one step at a time.

use std::cell::Cell;
use std::rc::Rc;

use web_sys::{Element, HtmlElement, HtmlInputElement, ScrollBehavior, ScrollToOptions};

use crate::element::Host;
use crate::words::Words;

/// The row with its steps, as found in the element's content.
#[derive(PartialEq)]
pub(super) struct Row {
    list: HtmlElement,
    steps: Vec<HtmlElement>,
    ticks: Vec<HtmlInputElement>,
    /// The step to which the widget itself has scrolled; anything else is the person's own doing.
    shown: Cell<usize>,
}

impl Row {
    /// Finds the row; none when the content is not a guide.
    pub(super) fn find(host: &Host) -> Option<Rc<Self>> {
        let list = host.find(":scope > ol")?;
        let steps = host.find_all(":scope > ol > li");
        let ticks = host.find_all(":scope > ol > li input[type=checkbox]");
        if steps.is_empty() {
            return None;
        }
        let row = Self { list, steps, ticks, shown: Cell::default() };
        row.shown.set(row.in_view());
        Some(Rc::new(row))
    }

    /// The element that scrolls.
    pub(super) fn list(&self) -> &HtmlElement {
        &self.list
    }

    /// How many steps there are.
    pub(super) fn len(&self) -> usize {
        self.steps.len()
    }

    /// The step that is scrolled into view.
    pub(super) fn in_view(&self) -> usize {
        let width = f64::from(self.list.client_width());
        // Where text runs from right to left, a row scrolls below zero.
        if width == 0.0 { 0 } else { (f64::from(self.list.scroll_left()).abs() / width).round() as usize }
    }

    /// The step to which a person has scrolled, if they did.
    pub(super) fn scrolled_to(&self) -> Option<usize> {
        let step = self.in_view();
        (self.shown.replace(step) != step).then_some(step)
    }

    /// The step that a person is within, by its focus.
    pub(super) fn in_use(&self) -> Option<usize> {
        self.steps.iter().position(|step| step.matches(":focus-within").unwrap_or(false))
    }

    /// Names the steps to assistive technology, as the carousel pattern asks.
    pub(super) fn introduce(&self, words: &Words) {
        set(&self.list, "aria-live", "polite");
        for step in &self.steps {
            if let Some(slide) = step.first_element_child() {
                set(&slide, "role", "group");
                set(&slide, "aria-roledescription", words.slide);
                set(&slide, "aria-labelledby", &format!("{}-ten", step.id()));
            }
        }
    }

    /// Whether it stands at a step, as far as is known without asking where everything is.
    pub(super) fn stands_at(&self, step: usize) -> bool {
        self.shown.get() == step
    }

    /// Shows a step; the others cannot be reached by keyboard or reader, but print and search still have them.
    pub(super) fn show(&self, step: usize) {
        self.shown.set(step);
        self.mark();
        if self.in_view() != step {
            let left = |step: usize| self.steps.get(step).map_or(0, |step| step.offset_left());
            let to = ScrollToOptions::new();
            to.set_left(f64::from(left(step) - left(0)));
            to.set_behavior(ScrollBehavior::Instant);
            self.list.scroll_to_with_scroll_to_options(&to);
        }
    }

    /// Takes every step but the shown one out of reach; a step with the focus on it goes when the focus has left.
    pub(super) fn mark(&self) {
        let shown = self.shown.get();
        // Asking each step would have the browser work out every style once for each.
        let in_use = self.list.matches(":focus-within").unwrap_or(false).then(|| self.in_use()).flatten();
        for (i, step) in self.steps.iter().enumerate() {
            if i == shown || Some(i) == in_use {
                let _ = step.remove_attribute("inert");
            } else if !step.has_attribute("inert") {
                set(step, "inert", "");
            }
        }
        self.let_keyboard_scroll(shown);
    }

    /// A step without anything to reach by keyboard is reached as a whole, so that a long or wide one can be scrolled.
    fn let_keyboard_scroll(&self, step: usize) {
        if let Some(step) = self.steps.get(step) {
            set(&self.list, "aria-labelledby", &format!("{}-ten", step.id()));
        }
        let reachable = self.steps.get(step).and_then(|step| step.query_selector(REACHABLE).ok().flatten());
        if reachable.is_none() {
            set(&self.list, "tabindex", "0");
        } else if !self.list.matches(":focus").unwrap_or(false) {
            let _ = self.list.remove_attribute("tabindex");
        }
    }

    /// Takes back everything that was set on the content.
    pub(super) fn let_go(&self) {
        for name in ["aria-live", "aria-labelledby", "tabindex"] {
            let _ = self.list.remove_attribute(name);
        }
        for step in &self.steps {
            let _ = step.remove_attribute("inert");
            if let Some(slide) = step.first_element_child() {
                for name in ["role", "aria-roledescription", "aria-labelledby"] {
                    let _ = slide.remove_attribute(name);
                }
            }
        }
    }

    /// What is ticked.
    pub(super) fn ticks(&self) -> Vec<bool> {
        self.ticks.iter().map(HtmlInputElement::checked).collect()
    }

    /// Sets the ticks.
    pub(super) fn set_ticks(&self, ticks: &[bool]) {
        for (input, ticked) in self.ticks.iter().zip(ticks) {
            input.set_checked(*ticked);
        }
    }

    /// The words of a step, for reading aloud.
    pub(super) fn words(&self, step: usize) -> String {
        let Some(step) = self.steps.get(step) else { return String::new() };
        let text = step.inner_text();
        // What the button says is no part of the guide.
        let button = step.query_selector("button").ok().flatten().and_then(|button| button.text_content());
        match button {
            Some(button) if !button.is_empty() => text.replace(&button, ""),
            _ => text,
        }
    }
}

/// What the keyboard reaches.
const REACHABLE: &str = "a[href], button, input, summary";

fn set(element: &Element, name: &str, value: &str) {
    // Setting an attribute fails only for a name that is not one.
    let _ = element.set_attribute(name, value);
}
