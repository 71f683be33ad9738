//! From a plan to what is published: slices for the widgets, and static HTML made by the same components.

mod board;
mod cite;
mod feedback;
mod guide;
mod message;
mod progress;
mod rating;
mod roadmap;

#[cfg(test)]
mod tests;

use loa_plan::Plan;
use loa_procedure::guide::Guide;
use yew::Html;

pub use feedback::{Feedback, Offered, Service};

use crate::board as board_widget;
use crate::feedback::{self as feedback_widget, Mode};
use crate::progress::ProgressSlice;
use crate::slice::Languages;
use crate::still;
use crate::view::View;
use crate::{
    guide as guide_widget, message as message_widget, progress as progress_widget, rating as rating_widget,
    roadmap as roadmap_widget,
};

/// A small JSON file from which a widget draws.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Slice {
    /// Its path below the bundle: `guide/khai-sinh.json`.
    pub path: String,
    /// Its content.
    pub json: String,
}

/// An element with its static HTML, to be pasted into a page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fragment {
    /// The tag: `loa-guide`.
    pub tag: &'static str,
    /// Its name among those of the tag: `khai-sinh`.
    pub name: String,
    /// The whole element.
    pub html: String,
}

/// Why nothing could be published.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum PublishError {
    /// A slice could not be written as JSON.
    #[error("the slice `{path}` could not be written")]
    Slice {
        /// The path of the slice.
        path: String,
        /// What went wrong.
        #[source]
        source: serde_json::Error,
    },
    /// The static HTML could not be rendered.
    #[error("the static HTML could not be rendered; free some memory and build again")]
    Render(#[source] std::io::Error),
}

/// The pictures of a campaign: their sizes keep the page still while they load.
pub trait Pictures {
    /// Width and height in pixels of a picture, by its path below the campaign.
    fn size(&self, path: &str) -> Option<(u32, u32)>;
}

/// All slices of a campaign, in the order of their paths.
///
/// # Errors
/// [`PublishError::Slice`] when one cannot be written as JSON.
pub fn slices(
    plan: &Plan,
    guides: &[Guide],
    feedback: Option<Feedback<'_>>,
    build: &str,
) -> Result<Vec<Slice>, PublishError> {
    let languages = languages(plan);
    let mut slices = Vec::with_capacity(guides.len() + plan.targets.len() + 4);
    if let Some(feedback) = feedback {
        slices.push(slice("board/all.json".to_owned(), &board::slice(plan, feedback, &languages, build))?);
        slices.push(slice("feedback/all.json".to_owned(), &feedback::slice(plan, feedback, &languages, build))?);
        slices.push(slice("rating/all.json".to_owned(), &rating::slice(&languages, build))?);
    }
    let counts = guide::counts(plan, feedback);
    for guide in guides {
        let of_guide = guide::slice(&languages, guide, counts.as_ref(), build);
        slices.push(slice(format!("guide/{}.json", guide.id), &of_guide)?);
    }
    slices.push(slice("message/all.json".to_owned(), &message::slice(plan, &languages, build))?);
    for target in &plan.targets {
        slices.push(slice(format!("progress/{}.json", target.id), &progress::slice(plan, &languages, target, build))?);
    }
    slices.push(slice("roadmap/all.json".to_owned(), &roadmap::slice(plan, &languages, build))?);
    slices.sort_by(|a, b| a.path.cmp(&b.path));
    Ok(slices)
}

/// The static HTML of every widget, for a bundle that will live at `src`, in the order of tags and names.
///
/// # Errors
/// [`PublishError::Render`] when the components cannot be run.
pub fn fragments(
    plan: &Plan,
    guides: &[Guide],
    feedback: Option<Feedback<'_>>,
    pictures: &dyn Pictures,
    build: &str,
    src: &str,
) -> Result<Vec<Fragment>, PublishError> {
    let still = still::Renderer::new().map_err(PublishError::Render)?;
    let languages = languages(plan);
    let view = View { lang: languages.lang.clone(), ..View::still(src) };
    let draw = |tag: &'static str, name: &str, attributes: &[(&str, &str)], html: Html| Fragment {
        tag,
        name: name.to_owned(),
        html: still::element(
            tag,
            &[attributes, &[("src", src), (crate::names::BUILD, build)]].concat(),
            &still.render(html),
        ),
    };
    let mut fragments = Vec::new();
    for guide in guides {
        let id = guide.id.as_str();
        let sheet = guide::sheet(plan, guide, pictures);
        fragments.push(draw(guide_widget::TAG, id, &[("guide", id)], guide_widget::content(&sheet, &view)));
    }
    let messages = message::sheet(plan);
    for group in &messages.groups {
        let view = View { audience: Some(group.kind.clone()), ..view.clone() };
        let html = message_widget::content(&messages, &view);
        fragments.push(draw(message_widget::TAG, &group.kind, &[("audience", &group.kind)], html));
    }
    for target in &plan.targets {
        let slice = progress::slice(plan, &languages, target, build);
        fragments.extend(progress_forms(&slice, target.id.as_str(), &view, &draw));
    }
    for lang in std::iter::once(&languages.lang).chain(&languages.langs) {
        let view = View { lang: lang.clone(), ..view.clone() };
        let name = format!("all{}", languages.ending(lang));
        let lang = [("lang", lang.as_str())];
        let attributes = if name == "all" { &[][..] } else { &lang };
        fragments.push(draw(message_widget::TAG, &name, attributes, message_widget::content(&messages, &view)));
        fragments.push(draw(roadmap_widget::TAG, &name, attributes, roadmap_widget::content(plan, &view)));
        if let Some(feedback) = feedback {
            fragments.extend(rating_offers(plan, guides, feedback, attributes, &languages, &view, &draw));
            let names = board::slice(plan, feedback, &languages, build);
            let sheet = board::sheet(plan, feedback, &view.lang);
            fragments.extend(board_modes(&sheet, &names, attributes, &view, &draw));
            fragments.extend(feedback_modes(
                &feedback::sheet(plan, feedback, &view.lang),
                attributes,
                &languages,
                &view,
                &draw,
            ));
        }
    }
    fragments.sort_by(|a, b| (a.tag, &a.name).cmp(&(b.tag, &b.name)));
    Ok(fragments)
}

/// Vietnamese unless the plan says otherwise, and the other languages that its texts have.
fn languages(plan: &Plan) -> Languages {
    let lang = plan.language.as_ref().map_or("vi", loa_plan::Language::as_str).to_owned();
    let others = plan.languages.iter().map(|language| language.as_str().to_owned());
    Languages { langs: others.filter(|other| *other != lang).collect(), lang }
}

/// Makes a fragment from a tag, a name, attributes and content.
type Draw<'a> = dyn Fn(&'static str, &str, &[(&str, &str)], Html) -> Fragment + 'a;

/// The badge bears the target's own name; no id has a dot, so the others cannot bear that of another target.
fn progress_forms(slice: &ProgressSlice, id: &str, view: &View, draw: &Draw<'_>) -> [Fragment; 3] {
    ["badge", "bar", "ring"].map(|kind| {
        let view = View { kind: Some(kind.to_owned()), ..view.clone() };
        let html = progress_widget::content(slice, &view);
        if kind == "badge" {
            draw(progress_widget::TAG, id, &[("target", id)], html)
        } else {
            draw(progress_widget::TAG, &format!("{id}.{kind}"), &[("target", id), ("kind", kind)], html)
        }
    })
}

/// A form and a link to one only where the campaign says who takes feedback in.
fn feedback_modes(
    sheet: &feedback_widget::sheet::FeedbackSheet,
    lang: &[(&str, &str)],
    languages: &Languages,
    view: &View,
    draw: &Draw<'_>,
) -> Vec<Fragment> {
    let endpoint = sheet.endpoint.as_ref().map(ToString::to_string);
    let of = |mode: Mode| {
        let attributes: Vec<(&str, &str)> = match (mode, &endpoint) {
            (Mode::Channels, _) => Vec::new(),
            (Mode::Form, Some(endpoint)) => vec![("endpoint", endpoint)],
            (Mode::Link, Some(endpoint)) => vec![("endpoint", endpoint), ("kind", mode.name())],
            (_, None) => return None,
        };
        let name = format!("{}{}", mode.name(), languages.ending(&view.lang));
        let html = feedback_widget::content(sheet, mode, view);
        Some(draw(feedback_widget::TAG, &name, &[&attributes, lang].concat(), html))
    };
    Mode::ALL.into_iter().filter_map(of).collect()
}

/// Something to press only where the campaign says who counts ratings, and that they are counted.
fn rating_offers(
    plan: &Plan,
    guides: &[Guide],
    feedback: Feedback<'_>,
    lang: &[(&str, &str)],
    languages: &Languages,
    view: &View,
    draw: &Draw<'_>,
) -> Vec<Fragment> {
    let endpoint = feedback.routes.endpoint.as_ref().filter(|_| feedback.service.ratings == Offered::Yes);
    let written = endpoint.map(ToString::to_string);
    let offers = rating::offers(plan, guides, endpoint, view);
    let fragment = |(offer, html): (rating_widget::Offer, Html)| {
        let mut attributes = Vec::new();
        if let (Some(endpoint), false) = (&written, offer == rating_widget::Offer::Closed) {
            attributes.push(("endpoint", endpoint.as_str()));
        }
        if let rating_widget::Offer::Guide(guide) = &offer {
            attributes.push(("guide", guide));
        }
        attributes.extend(lang);
        draw(rating_widget::TAG, &format!("{}{}", offer.name(), languages.ending(&view.lang)), &attributes, html)
    };
    offers.into_iter().map(fragment).collect()
}

/// What asks a service only where the campaign says which.
fn board_modes(
    sheet: &board_widget::sheet::BoardSheet,
    names: &board_widget::BoardSlice,
    lang: &[(&str, &str)],
    view: &View,
    draw: &Draw<'_>,
) -> Vec<Fragment> {
    let endpoint = sheet.endpoint.as_ref().map(ToString::to_string);
    let of = |mode: board_widget::Mode| {
        let attributes: Vec<(&str, &str)> = match (mode, &endpoint) {
            (board_widget::Mode::Channels, _) => Vec::new(),
            (board_widget::Mode::Live, Some(endpoint)) => vec![("endpoint", endpoint)],
            (board_widget::Mode::Live, None) => return None,
        };
        let name = format!("{}{}", mode.name(), names.languages.ending(&view.lang));
        let html = board_widget::content(sheet, names, mode, view);
        Some(draw(board_widget::TAG, &name, &[&attributes, lang].concat(), html))
    };
    board_widget::Mode::ALL.into_iter().filter_map(of).collect()
}

fn slice(path: String, value: &impl serde::Serialize) -> Result<Slice, PublishError> {
    match serde_json::to_string(value) {
        Ok(json) => Ok(Slice { path, json }),
        Err(source) => Err(PublishError::Slice { path, source }),
    }
}
