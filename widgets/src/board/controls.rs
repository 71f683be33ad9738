//! The board in use: a list that grows, a lookup, and what is said when the service cannot be reached.

use std::rc::Rc;

use gloo::events::EventListener;
use gloo::timers::callback::Timeout;
use loa_feedback::{BoardQuery, Cursor, ReceiptCode};
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;
use yew::prelude::*;

use super::answer::{self, Answer};
use super::item::Item;
use super::mode::Mode;
use super::{BoardSlice, forms, screen};
use crate::element::{Controls, Host, Scene};
use crate::request::Request;

/// What the controls of a board hold.
#[derive(Default)]
pub(crate) struct BoardControls {
    /// What the service was asked for and stands in place of the page's own list, page by page.
    pub(super) list: Option<List>,
    /// What was found by its code.
    pub(super) found: Option<Rc<Vec<Item>>>,
    pub(super) said: Said,
    /// What is asked for, or was in vain.
    wish: Option<Wish>,
    request: Option<Request>,
    timer: Option<Timeout>,
    /// The drawing of the content whose forms are followed.
    forms: Option<(u32, Host)>,
    listeners: Vec<EventListener>,
    focus: Option<&'static str>,
}

/// A list that has begun.
pub(super) struct List {
    query: BoardQuery,
    /// What has come, and how many parts of it are drawn: one after another, with time for a person between them.
    pub(super) parts: Vec<Rc<Vec<Item>>>,
    pub(super) drawn: usize,
    /// Whether more was asked for and came.
    pub(super) has_grown: bool,
    pub(super) next: Option<Cursor>,
}

/// What a person asks the service for.
#[derive(Clone, PartialEq)]
enum Wish {
    /// A list from its beginning.
    List(BoardQuery),
    /// The next page of it.
    More(BoardQuery),
    /// One feedback.
    Code(ReceiptCode),
}

/// What is said about what happened last.
#[derive(Clone, Copy, PartialEq, Default)]
pub(super) enum Said {
    #[default]
    Nothing,
    Loading,
    /// The list as it is.
    Shown,
    Found,
    Unknown,
    Busy(u32),
    Lost,
    Strange,
}

/// What the controls are told.
#[derive(Clone)]
pub(crate) enum Told {
    /// A person looks a code up.
    LookUp,
    /// A person wants a list.
    Filter,
    /// A person wants more of it.
    More,
    /// A person tries once more.
    Again,
    /// A person is done with what was looked up.
    Close,
    /// The service has answered.
    Answered(Answer),
    /// The next part of the answer is due.
    Draw,
}

impl Controls for BoardControls {
    type Slice = BoardSlice;
    type Action = Told;

    fn look(&mut self, scene: &Scene<Self>) {
        if Mode::of(&scene.view) == Mode::Channels {
            // There is nobody to ask any more.
            *self = Self::default();
        } else if self.forms.as_ref().map(|(revision, _)| *revision) != Some(scene.revision) {
            self.listeners = forms::listen(scene);
            self.forms = Some((scene.revision, scene.host.clone()));
            forms::prefill(scene);
        }
    }

    fn view(&self, scene: &Scene<Self>) -> Html {
        screen::view(self, scene)
    }

    fn act(&mut self, scene: &Scene<Self>, told: Told) {
        match told {
            Told::LookUp => self.look_up(scene),
            Told::Filter => {
                let query = forms::query(&scene.host, scene.slice.campaign.clone());
                self.ask(scene, Wish::List(query));
            }
            Told::More => {
                let next = self.list.as_ref().and_then(|list| Some(list.query.from_place(list.next.clone()?)));
                // Twice pressed, it is asked once.
                if let Some(wish) =
                    next.map(Wish::More).filter(|wish| self.request.is_none() || self.wish.as_ref() != Some(wish))
                {
                    self.ask(scene, wish);
                }
            }
            Told::Again => {
                if let Some(wish) = self.wish.clone() {
                    // The button goes, so the place where the answer is said has the focus.
                    self.focus = Some("status");
                    self.ask(scene, wish);
                }
            }
            Told::Close => {
                self.found = None;
                self.said = Said::Nothing;
                self.focus = Some("status");
            }
            Told::Answered(answer) => self.answered(answer),
            Told::Draw => {
                if let Some(list) = &mut self.list {
                    list.drawn += 1;
                }
            }
        }
    }

    fn stand(&mut self, scene: &Scene<Self>) {
        forms::direct(scene);
        if self.list.as_ref().is_some_and(|list| !list.is_drawn()) {
            let tell = Rc::clone(&scene.tell);
            self.timer = Some(Timeout::new(0, move || tell(Told::Draw)));
        }
        let Some(part) = self.focus.take() else { return };
        let shadow = scene.host.shadow_root();
        let element = shadow.and_then(|shadow| shadow.query_selector(&["[part=", part, "]"].concat()).ok().flatten());
        if let Some(element) = element.and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
            let _ = element.focus();
        }
    }
}

impl BoardControls {
    /// A code that cannot be one is told so before anybody is asked.
    fn look_up(&mut self, scene: &Scene<Self>) {
        match forms::code(&scene.host).parse::<ReceiptCode>() {
            Ok(code) => {
                forms::forgive(&scene.host);
                self.ask(scene, Wish::Code(code));
            }
            Err(error) => {
                self.request = None;
                self.said = Said::Nothing;
                let _ = forms::wrong(&scene.host, error.vietnamese());
            }
        }
    }

    fn ask(&mut self, scene: &Scene<Self>, wish: Wish) {
        let Some(endpoint) = scene.view.service() else { return };
        let address = match &wish {
            Wish::List(query) | Wish::More(query) => endpoint.board(query),
            Wish::Code(code) => endpoint.lookup(code),
        };
        self.wish = Some(wish);
        self.said = Said::Loading;
        let tell = Rc::clone(&scene.tell);
        self.request = Request::get(&address, move |reply| {
            tell(Told::Answered(answer::read(reply.status, reply.body.as_ref(), reply.seconds)));
        });
        if self.request.is_none() {
            self.said = Said::Lost;
        }
    }

    /// What was shown stays, whatever the answer is, until there is something in its place.
    fn answered(&mut self, answer: Answer) {
        self.request = None;
        self.said = match (answer, &self.wish, &mut self.list) {
            (Answer::Page(parts, next), Some(Wish::List(query)), list) => {
                *list = Some(List { query: query.clone(), parts, drawn: 1, has_grown: false, next });
                self.found = None;
                Said::Shown
            }
            (Answer::Page(parts, next), Some(Wish::More(_)), Some(list)) => {
                list.parts.extend(parts);
                list.next = next;
                list.has_grown = true;
                Said::Shown
            }
            (Answer::One(found), Some(Wish::Code(_)), _) => {
                self.found = Some(found);
                Said::Found
            }
            (Answer::Unknown, Some(Wish::Code(_)), _) => {
                self.found = None;
                Said::Unknown
            }
            (Answer::Busy(seconds), ..) => Said::Busy(seconds),
            (Answer::Lost, ..) => Said::Lost,
            _ => Said::Strange,
        };
    }
}

impl List {
    pub(super) fn is_drawn(&self) -> bool {
        self.drawn >= self.parts.len()
    }
}

impl Drop for BoardControls {
    fn drop(&mut self) {
        if let Some((_, host)) = &self.forms {
            forms::forgive(host);
        }
    }
}
