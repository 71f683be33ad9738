//! Yew apps that are used again and again.
//!
//! A release build of Yew keeps the listeners of every root that it ever had, so roots go back to a pool
//! with their app: a thousand mounts hold as much as one.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use web_sys::Element;
use yew::prelude::*;

thread_local! {
    static POOL: RefCell<Vec<Stage>> = const { RefCell::new(Vec::new()) };
}

/// A root element with the app that draws into it.
pub(crate) struct Stage {
    root: Element,
    app: AppHandle<Shown>,
    turn: u32,
}

#[derive(Properties)]
struct ShownProps {
    /// Taken when it is drawn: Yew copies, element by element, what somebody else still holds.
    html: Cell<Html>,
    drawn: Callback<()>,
    /// Counts what was shown.
    turn: u32,
}

/// Two turns are two things to draw: comparing them part by part would do the work of drawing, and once more.
impl PartialEq for ShownProps {
    fn eq(&self, other: &Self) -> bool {
        self.turn == other.turn
    }
}

/// What is shown; a component of its own, whose life cycle tells when it stands.
struct Shown {
    /// The turn that was drawn last; the next one may have been asked for before it stood.
    drawn: Cell<u32>,
}

impl Component for Shown {
    type Message = ();
    type Properties = ShownProps;

    fn create(_: &Context<Self>) -> Self {
        Self { drawn: Cell::new(0) }
    }

    fn view(&self, context: &Context<Self>) -> Html {
        self.drawn.set(context.props().turn);
        context.props().html.take()
    }

    fn rendered(&mut self, context: &Context<Self>, _: bool) {
        let props = context.props();
        if props.turn == self.drawn.get() {
            props.drawn.emit(());
        }
    }
}

impl Stage {
    /// A stage from the pool, or a new one; none only where there is no document.
    pub(crate) fn take() -> Option<Self> {
        if let Some(stage) = POOL.with_borrow_mut(Vec::pop) {
            return Some(stage);
        }
        let root = web_sys::window()?.document()?.create_element("div").ok()?;
        let props = ShownProps { html: Cell::default(), drawn: Callback::noop(), turn: 0 };
        let app = yew::Renderer::<Shown>::with_root_and_props(root.clone(), props).render();
        Some(Self { root, app, turn: 0 })
    }

    /// The element into which it draws.
    pub(crate) fn root(&self) -> &Element {
        &self.root
    }

    /// Draws something once, apart from the page, and hands it over.
    pub(crate) fn draw(html: Html, hand_over: impl Fn(&Element) + 'static) {
        let Some(mut stage) = Self::take() else { return };
        let root = stage.root().clone();
        let held = Rc::new(RefCell::new(None));
        let back = Rc::clone(&held);
        stage.show(
            html,
            Callback::from(move |()| {
                if let Some(stage) = back.borrow_mut().take() {
                    hand_over(&root);
                    Self::give_back(stage);
                }
            }),
        );
        *held.borrow_mut() = Some(stage);
    }

    /// Shows something; `drawn` is called when it stands.
    pub(crate) fn show(&mut self, html: Html, drawn: Callback<()>) {
        self.turn += 1;
        self.app.update(ShownProps { html: Cell::new(html), drawn, turn: self.turn });
    }

    /// Clears the stage and puts it back into the pool.
    pub(crate) fn give_back(mut stage: Self) {
        stage.show(Html::default(), Callback::noop());
        stage.root.remove();
        POOL.with_borrow_mut(|pool| pool.push(stage));
    }
}
