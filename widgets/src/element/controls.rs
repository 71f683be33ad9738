//! Controls around a widget's content: a state, how it looks, and what it does on the page.
//!
//! They are drawn by Yew and keep their state in a plain value, told what to do by actions. Hooks would do the same for
//! a third more bytes: each of them is compiled anew for every closure that it is given.

use std::rc::Rc;

use yew::prelude::*;

use super::Host;
use crate::view::View;

/// The controls of a widget, with their state.
pub(crate) trait Controls: Default + 'static {
    /// What the widget is drawn from.
    type Slice: 'static;
    /// What they can be told.
    type Action: Clone + 'static;
    /// Looks at the page before they are drawn.
    fn look(&mut self, _scene: &Scene<Self>) {}
    /// How they look, with slots for the content.
    fn view(&self, scene: &Scene<Self>) -> Html;
    /// Does what they are told; then they are drawn again.
    fn act(&mut self, scene: &Scene<Self>, action: Self::Action);
    /// Does their part on the page, each time that what was drawn stands there.
    fn stand(&mut self, scene: &Scene<Self>);
}

/// What controls see of the page.
pub(crate) struct Scene<C: Controls> {
    /// The element.
    pub(crate) host: Host,
    /// What the widget is drawn from.
    pub(crate) slice: Rc<C::Slice>,
    /// What the page asks for.
    pub(crate) view: View,
    /// Counts the times that the content was drawn anew.
    pub(crate) revision: u32,
    /// Counts what the page asked; a move asks too, since it resets how far things were scrolled.
    pub(crate) asked: u32,
    /// Tells the controls something, now or when they have done what they were told before.
    pub(crate) tell: Rc<dyn Fn(C::Action)>,
}

impl<C: Controls> Scene<C> {
    /// For an attribute such as `onclick`.
    pub(crate) fn on<E: 'static>(&self, action: C::Action) -> Callback<E> {
        let tell = Rc::clone(&self.tell);
        Callback::from(move |_| tell(action.clone()))
    }
}

/// A widget without controls: its content is all there is.
impl<S: 'static> Controls for Bare<S> {
    type Slice = S;
    type Action = ();

    fn view(&self, _: &Scene<Self>) -> Html {
        html! { <slot /> }
    }

    fn act(&mut self, _: &Scene<Self>, (): ()) {}

    fn stand(&mut self, _: &Scene<Self>) {}
}

/// No controls at all.
pub(crate) struct Bare<S>(std::marker::PhantomData<S>);

impl<S> Default for Bare<S> {
    fn default() -> Self {
        Self(std::marker::PhantomData)
    }
}
