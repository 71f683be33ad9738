//! From a custom element to a running widget, and back: what `js/loa.js` calls.
//!
//! Taking over draws everything apart from the page first and attaches it in one step, so that a widget that
//! fails while drawing has touched nothing.

mod content;
mod host;
mod looks;
mod stage;
#[cfg(all(test, target_arch = "wasm32"))]
pub(crate) mod test;

use std::cell::{Cell, RefCell};
use std::collections::HashMap;
use std::rc::Rc;

use wasm_bindgen::prelude::*;
use web_sys::HtmlElement;
use yew::prelude::*;

pub(crate) use host::Host;

use crate::slice::FromJson;
use crate::view::View;
use stage::Stage;

/// What a widget is, seen from its element.
pub(crate) trait Widget: 'static {
    /// What it is drawn from.
    type Slice: FromJson + 'static;
    /// The looks of its shadow root.
    const STYLE: &'static str;
    /// The build that a slice belongs to.
    fn build(slice: &Self::Slice) -> &str;
    /// The part of a view on which the content depends; the rest moves marks and controls alone.
    fn content_view(slice: &Self::Slice, view: &View) -> View;
    /// The content, as it stands in static HTML.
    fn content(slice: &Self::Slice, view: &View) -> Html;
    /// The controls around the content's slots.
    fn controls(props: Bound<Self::Slice>) -> Html;
}

/// What the controls of a widget are given.
#[derive(Properties)]
pub(crate) struct Bound<S: 'static> {
    /// The element.
    pub(crate) host: Host,
    /// What it is drawn from.
    pub(crate) slice: Rc<S>,
    /// What the page asks for.
    pub(crate) view: View,
    /// Counts the times that the content was drawn anew.
    pub(crate) revision: u32,
    /// The instance; as a key it ends the state of what another element showed on the same stage before.
    pub(crate) id: u32,
}

impl<S> Clone for Bound<S> {
    fn clone(&self) -> Self {
        Self {
            host: self.host.clone(),
            slice: Rc::clone(&self.slice),
            view: self.view.clone(),
            revision: self.revision,
            id: self.id,
        }
    }
}

impl<S> PartialEq for Bound<S> {
    fn eq(&self, other: &Self) -> bool {
        self.host == other.host
            && Rc::ptr_eq(&self.slice, &other.slice)
            && self.view == other.view
            && self.revision == other.revision
    }
}

/// A widget that runs on the page.
trait Running {
    /// The page changed an attribute.
    fn update(self: Rc<Self>);
    /// The element left the page.
    fn stop(&self);
}

struct Instance<W: Widget> {
    id: u32,
    host: Host,
    slice: Rc<W::Slice>,
    stage: RefCell<Option<Stage>>,
    revision: Cell<u32>,
    /// The view for which the content was drawn last.
    drawn: RefCell<View>,
    ready: js_sys::Function,
}

thread_local! {
    static INSTANCES: RefCell<HashMap<u32, Rc<dyn Running>>> = RefCell::default();
    static NEXT: Cell<u32> = const { Cell::new(1) };
}

/// Starts a widget on an element and gives the number by which it is updated and stopped.
///
/// `slice` is the parsed slice; `ready` is called once, when the widget has taken over.
///
/// # Errors
/// The message of a slice that cannot be used, or a tag that this build does not have.
#[wasm_bindgen]
pub fn mount(host: HtmlElement, slice: &JsValue, ready: js_sys::Function) -> Result<u32, JsValue> {
    match host.local_name().as_str() {
        crate::guide::TAG => start::<crate::guide::Guide>(host, slice, ready),
        crate::message::TAG => start::<crate::message::Message>(host, slice, ready),
        crate::progress::TAG => start::<crate::progress::Progress>(host, slice, ready),
        crate::roadmap::TAG => start::<crate::roadmap::Roadmap>(host, slice, ready),
        other => Err(JsValue::from_str(&format!("`{other}` is not a widget of this build"))),
    }
}

/// Tells a widget that attributes of its element changed.
#[wasm_bindgen]
pub fn update(id: u32) {
    if let Some(instance) = INSTANCES.with_borrow(|all| all.get(&id).cloned()) {
        instance.update();
    }
}

/// Stops a widget and gives back what it held.
#[wasm_bindgen]
pub fn unmount(id: u32) {
    if let Some(instance) = INSTANCES.with_borrow_mut(|all| all.remove(&id)) {
        instance.stop();
    }
}

fn start<W: Widget>(host: HtmlElement, slice: &JsValue, ready: js_sys::Function) -> Result<u32, JsValue> {
    let slice = W::Slice::from_json(slice).map_err(|bad| JsValue::from_str(&bad.to_string()))?;
    let host = Host::new(host);
    let view = W::content_view(&slice, &host.view());
    let id = NEXT.replace(NEXT.get().wrapping_add(1));
    let instance = Rc::new(Instance::<W> {
        id,
        host,
        slice: Rc::new(slice),
        stage: RefCell::default(),
        revision: Cell::new(0),
        drawn: RefCell::new(view),
        ready,
    });
    INSTANCES.with_borrow_mut(|all| all.insert(id, Rc::clone(&instance) as Rc<dyn Running>));
    if instance.content_is_current() {
        instance.draw_controls();
    } else {
        instance.draw_content();
    }
    Ok(id)
}

impl<W: Widget> Instance<W> {
    /// Whether what the page has is what would be drawn; most often its build id says so.
    fn content_is_current(&self) -> bool {
        let drawn = self.drawn.borrow();
        // A fragment is made for each kind, so the attribute that names the kind came with the content.
        let pasted = View { kind: drawn.kind.clone(), ..View::still(&drawn.src) };
        self.host.build().as_deref() == Some(W::build(&self.slice)) && *drawn == pasted
    }

    /// Draws the content apart, and puts it into the page when it differs and nothing there is in use.
    fn draw_content(self: &Rc<Self>) {
        let html = W::content(&self.slice, &self.drawn.borrow());
        let this = Rc::clone(self);
        let Some(mut stage) = Stage::take() else { return };
        let root = stage.root().clone();
        let held = Rc::new(RefCell::new(None));
        let back = Rc::clone(&held);
        stage.show(
            html,
            Callback::from(move |()| {
                let Some(stage) = back.borrow_mut().take() else { return };
                let then = Rc::clone(&this);
                content::replace(&this.host, &root, move || {
                    then.host.set_build(W::build(&then.slice));
                    then.revision.set(then.revision.get() + 1);
                    then.draw_controls();
                });
                Stage::give_back(stage);
                if this.stage.borrow().is_none() {
                    this.draw_controls();
                }
            }),
        );
        *held.borrow_mut() = Some(stage);
    }

    /// Draws the controls apart, then attaches them with the slots that hold the content.
    fn draw_controls(self: &Rc<Self>) {
        let html = W::controls(Bound {
            host: self.host.clone(),
            slice: Rc::clone(&self.slice),
            view: self.host.view(),
            revision: self.revision.get(),
            id: self.id,
        });
        let mut slot = self.stage.borrow_mut();
        let first = slot.is_none();
        if first {
            *slot = Stage::take();
        }
        let Some(stage) = slot.as_mut() else { return };
        let this = Rc::downgrade(self);
        let root = stage.root().clone();
        stage.show(
            html,
            Callback::from(move |()| {
                let Some(this) = this.upgrade() else { return };
                if first && this.host.attach(&root, W::STYLE) {
                    // A page's own handler may throw; that is its affair and not a failure of the widget.
                    let _ = this.ready.call0(&JsValue::NULL);
                }
            }),
        );
    }
}

impl<W: Widget> Running for Instance<W> {
    fn update(self: Rc<Self>) {
        let view = W::content_view(&self.slice, &self.host.view());
        if *self.drawn.borrow() == view {
            self.draw_controls();
        } else {
            *self.drawn.borrow_mut() = view;
            self.draw_content();
        }
    }

    fn stop(&self) {
        self.host.detach();
        if let Some(stage) = self.stage.borrow_mut().take() {
            Stage::give_back(stage);
        }
    }
}
