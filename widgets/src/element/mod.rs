//! From a custom element to a running widget, and back: what `js/loa.js` calls.
//!
//! Taking over draws everything apart from the page first and attaches it in one step, so that a widget that
//! fails while drawing has touched nothing.

mod content;
pub(crate) mod controls;
pub(crate) mod field;
mod fragment;
mod host;
mod looks;
mod stage;
#[cfg(all(test, target_arch = "wasm32"))]
pub(crate) mod test;

use std::cell::{Cell, RefCell};
use std::collections::VecDeque;
use std::rc::Rc;

use wasm_bindgen::prelude::*;
use web_sys::HtmlElement;
use yew::prelude::*;

pub(crate) use host::Host;

use crate::slice::{FromJson, Languages};
use crate::view::View;
use content::Waiting;
pub(crate) use controls::{Controls, Scene};
use fragment::Answer;
use stage::Stage;

/// What a widget is, seen from its element.
pub(crate) trait Widget: 'static {
    /// What it is drawn from.
    type Slice: FromJson + 'static;
    /// What stands around its content.
    type Controls: Controls<Slice = Self::Slice>;
    /// The looks of its shadow root.
    const STYLE: &'static str;
    /// Whether its content has a row that scrolls.
    const HAS_ROW: bool = false;
    /// The build that a slice belongs to.
    fn build(slice: &Self::Slice) -> &str;
    /// Whether static HTML of the right build is of the thing that the element names; a page may change its attributes.
    fn is_of(_slice: &Self::Slice, _host: &Host, _view: &View) -> bool {
        true
    }
    /// The languages of its static HTML.
    fn languages(slice: &Self::Slice) -> &Languages;
    /// The part of a view on which the content depends; the rest moves marks and controls alone.
    fn content_view(slice: &Self::Slice, view: &View) -> View {
        View { lang: Self::languages(slice).for_reader(&view.lang).to_owned(), ..view.words_only() }
    }
    /// The name of its static HTML in the bundle.
    fn fragment(_slice: &Self::Slice, _view: &View) -> String {
        "all".to_owned()
    }
    /// The content, where it depends on more than the bundle knows; else the bundle's static HTML is it.
    fn content(_slice: &Self::Slice, _view: &View) -> Option<Html> {
        None
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
    host: Host,
    slice: Rc<W::Slice>,
    stage: RefCell<Option<Stage>>,
    /// Whether the controls stand on the page.
    attached: Cell<bool>,
    revision: Cell<u32>,
    asked: Cell<u32>,
    /// The view for which the content was drawn last.
    drawn: RefCell<View>,
    /// Counts the drawings of content; what belongs to an earlier one comes too late.
    drawing: Cell<u32>,
    /// Newly drawn content that waits until the person has left the old one.
    waiting: RefCell<Option<Waiting>>,
    controls: RefCell<W::Controls>,
    /// What the controls were told and have not done yet.
    told: RefCell<VecDeque<Action<W>>>,
    /// Whether the controls are doing something, so that what is asked of them meanwhile waits.
    is_busy: Cell<bool>,
    /// Whether they are to be drawn when they have done it.
    is_due: Cell<bool>,
    /// The static HTML that the bundle was asked for.
    asking: RefCell<Option<fragment::Asked>>,
    ready: js_sys::Function,
}

/// What can be told to the controls of a widget.
type Action<W> = <<W as Widget>::Controls as Controls>::Action;

thread_local! {
    /// By their numbers, which only grow.
    static INSTANCES: RefCell<Vec<(u32, Rc<dyn Running>)>> = const { RefCell::new(Vec::new()) };
    static NEXT: Cell<u32> = const { Cell::new(1) };
}

/// Starts a widget on an element and gives the number by which it is updated and stopped.
///
/// `slice` is the parsed slice; `ready` is called once, when the widget has taken over, or with the address and the
/// status of what it could not get.
///
/// # Errors
/// The message of a slice that cannot be used, or a tag that this build does not have.
#[wasm_bindgen]
pub fn mount(host: HtmlElement, slice: &JsValue, ready: js_sys::Function) -> Result<u32, JsValue> {
    match host.local_name().as_str() {
        #[cfg(feature = "board")]
        crate::board::TAG => start::<crate::board::Board>(host, slice, ready),
        #[cfg(feature = "feedback")]
        crate::feedback::TAG => start::<crate::feedback::Feedback>(host, slice, ready),
        #[cfg(feature = "guide")]
        crate::guide::TAG => start::<crate::guide::Guide>(host, slice, ready),
        #[cfg(feature = "message")]
        crate::message::TAG => start::<crate::message::Message>(host, slice, ready),
        #[cfg(feature = "progress")]
        crate::progress::TAG => start::<crate::progress::Progress>(host, slice, ready),
        #[cfg(feature = "rating")]
        crate::rating::TAG => start::<crate::rating::Rating>(host, slice, ready),
        #[cfg(feature = "roadmap")]
        crate::roadmap::TAG => start::<crate::roadmap::Roadmap>(host, slice, ready),
        other => Err(JsValue::from_str(&format!("`{other}` is not a widget of this build"))),
    }
}

/// Whether a build is of a later day: a fragment pasted today is newer than a bundle that was not copied yet.
fn is_newer(build: &str, other: &str) -> bool {
    matches!((build.get(..8), other.get(..8)), (Some(day), Some(other)) if day > other)
}

fn place(all: &[(u32, Rc<dyn Running>)], id: u32) -> Option<usize> {
    all.binary_search_by_key(&id, |(id, _)| *id).ok()
}

/// Tells a widget that attributes of its element changed.
#[wasm_bindgen]
pub fn update(id: u32) {
    if let Some(instance) = INSTANCES.with_borrow(|all| Some(Rc::clone(&all.get(place(all, id)?)?.1))) {
        instance.update();
    }
}

/// Stops a widget and gives back what it held.
#[wasm_bindgen]
pub fn unmount(id: u32) {
    if let Some(instance) = INSTANCES.with_borrow_mut(|all| place(all, id).map(|place| all.remove(place).1)) {
        instance.stop();
    }
}

fn start<W: Widget>(host: HtmlElement, slice: &JsValue, ready: js_sys::Function) -> Result<u32, JsValue> {
    let slice = W::Slice::from_json(slice).map_err(|bad| JsValue::from_str(&bad.to_string()))?;
    let host = Host::new(host);
    let view = W::content_view(&slice, &host.view());
    let id = NEXT.replace(NEXT.get().wrapping_add(1));
    let instance = Rc::new(Instance::<W> {
        host,
        slice: Rc::new(slice),
        stage: RefCell::default(),
        attached: Cell::new(false),
        revision: Cell::new(0),
        asked: Cell::new(0),
        drawn: RefCell::new(view),
        drawing: Cell::new(0),
        waiting: RefCell::default(),
        controls: RefCell::default(),
        told: RefCell::default(),
        is_busy: Cell::new(false),
        is_due: Cell::new(false),
        asking: RefCell::default(),
        ready,
    });
    INSTANCES.with_borrow_mut(|all| all.push((id, Rc::clone(&instance) as Rc<dyn Running>)));
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
        let lang = W::languages(&self.slice).lang.clone();
        let pasted = View { kind: drawn.kind.clone(), lang, ..View::still(&drawn.src) };
        let is_current = |build: String| build == W::build(&self.slice) || is_newer(&build, W::build(&self.slice));
        self.host.build().is_some_and(is_current) && *drawn == pasted && W::is_of(&self.slice, &self.host, &drawn)
    }

    /// Draws the content apart or asks the bundle for it, and puts it into the page when nothing there is in use.
    fn draw_content(self: &Rc<Self>) {
        let number = self.drawing.get().wrapping_add(1);
        self.drawing.set(number);
        self.waiting.take();
        self.asking.take();
        let drawn = self.drawn.borrow();
        let this = Rc::downgrade(self);
        let current = move || this.upgrade().filter(|this| this.drawing.get() == number);
        if let Some(html) = W::content(&self.slice, &drawn) {
            Stage::draw(html, move |root| {
                if let Some(this) = current() {
                    this.place(root);
                }
            });
        } else {
            let ending = W::languages(&self.slice).ending(&drawn.lang);
            let name = format!("{}/{}{ending}", self.host.local_name(), W::fragment(&self.slice, &drawn));
            let is_old = self.host.build().is_some() && W::is_of(&self.slice, &self.host, &drawn);
            let asked = fragment::ask(&name, W::build(&self.slice), &drawn, move |answer| match (answer, current()) {
                (Answer::Element(root), Some(this)) => this.place(root),
                // Old static HTML is better than none; without any, or with that of something else, the widget cannot start.
                (Answer::Nothing(address, status), Some(this))
                    if this.host.build().is_none() || !(is_old || this.attached.get()) =>
                {
                    let (address, status) = (JsValue::from_str(address), JsValue::from(status));
                    let _ = this.ready.call2(&JsValue::NULL, &address, &status);
                }
                _ => {}
            });
            self.asking.replace(asked);
            // The controls of old static HTML come at once, but not those of something else.
            if is_old && !self.attached.get() {
                drop(drawn);
                self.draw_controls();
            }
        }
    }

    /// Puts drawn content into the page, now or when the person has left what is there.
    fn place(self: &Rc<Self>, root: &web_sys::Element) {
        let build = root.get_attribute(crate::names::BUILD).unwrap_or_else(|| W::build(&self.slice).to_owned());
        let this = Rc::downgrade(self);
        let then = move || {
            let Some(this) = this.upgrade() else { return };
            this.waiting.take();
            this.host.set_build(&build);
            this.revision.set(this.revision.get().wrapping_add(1));
            this.draw_controls();
        };
        // Something else does not wait until the person has left: its controls would work on what is there.
        let is_same = W::is_of(&self.slice, &self.host, &self.drawn.borrow());
        let waiting = if is_same {
            content::replace(&self.host, root, then)
        } else {
            content::replace_at_once(&self.host, root, then);
            None
        };
        if waiting.is_some() {
            *self.waiting.borrow_mut() = waiting;
            // The controls do not wait; they fit the old content as well.
            if !self.attached.get() {
                self.draw_controls();
            }
        }
    }

    /// What the controls see of the page.
    fn scene(self: &Rc<Self>) -> Scene<W::Controls> {
        let this = Rc::downgrade(self);
        let tell = Rc::new(move |action| {
            if let Some(this) = this.upgrade() {
                this.told.borrow_mut().push_back(action);
                this.obey();
            }
        });
        Scene {
            host: self.host.clone(),
            slice: Rc::clone(&self.slice),
            view: self.host.view(),
            revision: self.revision.get(),
            asked: self.asked.get(),
            tell,
        }
    }

    /// Lets the controls do what they were told, one after another, and draws them.
    fn obey(self: &Rc<Self>) {
        if self.is_busy.replace(true) {
            return;
        }
        let mut is_changed = false;
        loop {
            let Some(action) = self.told.borrow_mut().pop_front() else { break };
            self.controls.borrow_mut().act(&self.scene(), action);
            is_changed = true;
        }
        self.is_busy.set(false);
        if self.is_due.take() || is_changed {
            self.draw_controls();
        }
    }

    /// Draws the controls apart, then attaches them with the slots that hold the content.
    fn draw_controls(self: &Rc<Self>) {
        // A page may move the element, or leave it, while the controls tell it something.
        if self.is_busy.get() {
            self.is_due.set(true);
            return;
        }
        let scene = self.scene();
        self.is_busy.set(true);
        self.controls.borrow_mut().look(&scene);
        self.is_busy.set(false);
        let html = self.controls.borrow().view(&scene);
        let mut slot = self.stage.borrow_mut();
        if slot.is_none() {
            *slot = Stage::take();
        }
        let Some(stage) = slot.as_mut() else { return };
        let this = Rc::downgrade(self);
        let root = stage.root().clone();
        stage.show(
            html,
            Callback::from(move |()| {
                if let Some(this) = this.upgrade().filter(|this| this.stage.borrow().is_some()) {
                    this.stand(&root);
                }
            }),
        );
    }

    /// What was drawn stands: it goes onto the page the first time, and the controls do their part there.
    fn stand(self: &Rc<Self>, root: &web_sys::Element) {
        let is_first = !self.attached.get();
        if is_first {
            if !self.host.attach(root, W::STYLE, W::HAS_ROW.then(|| self.host.find(":scope > ol")).flatten()) {
                return;
            }
            self.attached.set(true);
        }
        if !self.is_busy.replace(true) {
            self.controls.borrow_mut().stand(&self.scene());
            self.is_busy.set(false);
            self.obey();
        }
        if is_first {
            // A page's own handler may throw; that is its affair and not a failure of the widget.
            let _ = self.ready.call0(&JsValue::NULL);
        }
    }
}

impl<W: Widget> Running for Instance<W> {
    fn update(self: Rc<Self>) {
        let view = W::content_view(&self.slice, &self.host.view());
        self.asked.set(self.asked.get().wrapping_add(1));
        if *self.drawn.borrow() == view {
            // Content that is still on its way draws the controls itself.
            if self.stage.borrow().is_some() {
                self.draw_controls();
            }
        } else {
            *self.drawn.borrow_mut() = view;
            self.draw_content();
        }
    }

    fn stop(&self) {
        self.drawing.set(self.drawing.get().wrapping_add(1));
        self.waiting.take();
        self.asking.take();
        self.controls.take();
        self.host.detach();
        if let Some(stage) = self.stage.borrow_mut().take() {
            Stage::give_back(stage);
        }
    }
}
