//! One feedback as people read it: the same in static HTML and in a list that the service was asked for.

use loa_feedback::Moment;
use loa_feedback::public::Late;
use yew::prelude::*;

use super::BoardSlice;
use super::item::{Answered, Item};
use crate::words::board::BoardWords;

/// How a feedback is drawn.
#[derive(Clone, Copy)]
pub(crate) struct Manner<'a> {
    /// The names of units and kinds.
    pub(crate) names: &'a BoardSlice,
    /// The language of the page.
    pub(crate) lang: &'a str,
    /// The tag of its heading.
    pub(crate) heading: &'static str,
    /// How late something is, in words; none where they may be read on any later day.
    pub(crate) how_late: fn(Late) -> Option<String>,
}

/// Draws what stands within the item of a list.
pub(crate) fn entry(item: &Item, manner: Manner<'_>) -> Html {
    let Manner { names, lang, heading, how_late } = manner;
    let words = BoardWords::of(lang);
    // What people and officers have written is Vietnamese, whatever the page is.
    let vi = (!lang.starts_with("vi")).then_some("vi");
    let late = item.late.map(|late| match how_late(late) {
        Some(how_late) if vi.is_none() => AttrValue::from(how_late),
        _ => AttrValue::Static(words.late),
    });
    html! {
        <>
            <@{heading}>{ names.kind(item.kind, lang) }{ ": " }{ names.unit(&item.unit, lang) }</@>
            <p>
                <strong><span aria-hidden="true">{ item.status.sign() }</span>{ " " }<span lang={vi}>{ &item.label }</span></strong>
                if let Some(late) = late {
                    { " " }<strong data-loa-late=""><span aria-hidden="true">{ "!" }</span>{ " " }{ late }</strong>
                }
            </p>
            <p>
                { words.code }{ " " }{ item.code.to_string() }{ ". " }{ words.received }{ " " }{ time(item.received) }{ "." }
                if let Some(procedure) = &item.procedure { { " " }{ words.procedure }{ " " }{ procedure }{ "." } }
                if let Some(due) = item.due { { " " }{ words.due }{ " " }{ time(due) }{ "." } }
                if let Some(reason) = item.closed { { " " }{ words.closed }{ " " }<span lang={vi}>{ reason.vietnamese() }</span>{ "." } }
            </p>
            if let Some(question) = &item.question {
                <p><strong>{ words.question }</strong></p>
                <blockquote lang={vi}>{ question }</blockquote>
            } else {
                <p>{ words.not_public }</p>
            }
            if let Some(answer) = &item.answer { { answered(answer, manner, words, vi) } }
        </>
    }
}

fn answered(answer: &Answered, manner: Manner<'_>, words: &BoardWords, vi: Option<&'static str>) -> Html {
    html! {
        <>
            <p>
                <strong>{ words.answer }</strong>{ " " }{ manner.names.unit(&answer.unit, manner.lang) }{ ", " }
                { time(answer.at) }
            </p>
            <blockquote lang={vi}>{ &answer.text }</blockquote>
            if !answer.links.is_empty() {
                <ul lang={vi}>{ for answer.links.iter().map(|(title, url)| html! {
                    <li><a href={url.as_str().to_owned()}>{ title }</a></li>
                }) }</ul>
            }
        </>
    }
}

fn time(moment: Moment) -> Html {
    html! { <time datetime={moment.to_string()}>{ moment.vietnamese() }</time> }
}
