//! The form itself: doors that lead elsewhere, four steps with native controls, the official channels.
//!
//! It is the static HTML of a page: it posts without scripts, and stays in the document when the widget takes over.

use loa_feedback::Field;
use loa_feedback::consent::Need;
use loa_feedback::submission::{HONEYPOT, MAX_ADDRESS, MAX_EMAIL, MAX_NAME, MAX_TEXT, MIN_LETTERS};
use yew::prelude::*;

use super::Mode;
use super::sheet::{Asked, Choice, Elsewhere, FeedbackSheet};
use crate::guide::contact;
use crate::link::link;
use crate::view::View;
use crate::words::form::{FormWords, filled};

/// Draws what a page offers.
pub fn content(sheet: &FeedbackSheet, mode: Mode, view: &View) -> Html {
    let words = FormWords::of(&view.lang);
    let heading = view.heading.tag();
    let below = view.heading.below();
    html! {
        <>
            <header slot="head">
                <@{heading}>{ words.title }</@>
                <p>{ if mode == Mode::Channels { words.not_here } else { words.intro } }</p>
            </header>
            if mode == Mode::Form {
                <nav slot="nav" aria-label={words.steps_of_form}>
                    <ol role="list">{ for words.steps.iter().enumerate().map(|(i, step)| html! {
                        <li><a href={format!("#{}", step_id(sheet, i))}>{ *step }</a></li>
                    }) }</ol>
                </nav>
            }
            if !sheet.elsewhere.is_empty() {
                <section>
                    <@{below}>{ words.elsewhere }</@>
                    { for sheet.elsewhere.iter().map(|door| elsewhere(door, words, view)) }
                </section>
            }
            if let (Mode::Form, Some(endpoint)) = (mode, &sheet.endpoint) {
                <form method="post" action={endpoint.form()} accept-charset="utf-8">{ form(sheet, words, view) }</form>
            }
            if let (Mode::Link, Some(endpoint)) = (mode, &sheet.endpoint) {
                <p><a href={endpoint.page()}>{ words.open }</a></p>
            }
            <section data-loa-kind={mode.name()}>
                <@{below}>{ words.channels }</@>
                <p>{ if mode == Mode::Channels { words.no_channels } else { words.other_channels } }</p>
                if sheet.channels.is_empty() {
                    <p>{ words.none_named }</p>
                } else {
                    <ul>{ for sheet.channels.iter().map(contact) }</ul>
                }
            </section>
        </>
    }
}

/// A door that leads elsewhere: why, who, how, by which law.
fn elsewhere(door: &Elsewhere, words: &FormWords, view: &View) -> Html {
    html! {
        <details data-loa-door={door.kind.as_str()}>
            <summary>{ &door.label }</summary>
            if let Some(text) = &door.text { <p>{ text }</p> }
            if let Some(reason) = &door.reason { <p>{ reason }</p> }
            if let Some(unit) = &door.unit {
                <p>{ words.unit }{ " " }{ match unit { Ok(unit) => unit, Err(_) => words.unknown } }</p>
            }
            if !door.channels.is_empty() { <ul>{ for door.channels.iter().map(contact) }</ul> }
            if let Some(source) = &door.source {
                <p><small>{ view.words().source }{ " " }{ link(source, view) }</small></p>
            }
        </details>
    }
}

/// The id of a step, to which links lead.
fn step_id(sheet: &FeedbackSheet, step: usize) -> String {
    format!("{}-buoc-{}", prefix(sheet), step + 1)
}

fn prefix(sheet: &FeedbackSheet) -> String {
    format!("phan-anh-{}", sheet.campaign)
}

fn form(sheet: &FeedbackSheet, words: &FormWords, view: &View) -> Html {
    let step = |i: usize, body: Html| {
        html! { <fieldset id={step_id(sheet, i)}><legend>{ words.steps.get(i).copied() }</legend>{ body }</fieldset> }
    };
    html! {
        <>
            <input type="hidden" name={Field::Campaign.as_str()} value={sheet.campaign.clone()} />
            { step(0, kinds(sheet)) }
            { step(1, writing(sheet, words)) }
            { step(2, sender(sheet, words)) }
            { step(3, html! {
                <>
                    <p>{ words.consents }</p>
                    { for sheet.consents.iter().map(|asked| consent(sheet, asked, words, view)) }
                </>
            }) }
            { trap(sheet, words) }
            <p><button>{ words.send }</button></p>
        </>
    }
}

fn kinds(sheet: &FeedbackSheet) -> Html {
    sheet
        .kinds
        .iter()
        .map(|here| {
            // A word of its own: a kind may be called as a field is.
            let id = format!("{}-loai-{}", prefix(sheet), here.kind);
            html! {
                <div>
                    <label>
                        <input type="radio" name={Field::Kind.as_str()} value={here.kind.as_str()} required=true
                               aria-describedby={here.text.as_ref().map(|_| format!("{id}-goi-y"))} />
                        <span>{ &here.label }</span>
                    </label>
                    if let Some(text) = &here.text { <p id={format!("{id}-goi-y")}><small>{ text }</small></p> }
                </div>
            }
        })
        .collect()
}

fn writing(sheet: &FeedbackSheet, words: &FormWords) -> Html {
    let limits = filled(words.text[1], &[MIN_LETTERS, MAX_TEXT]);
    html! {
        <>
            { field(sheet, Field::Actor, &[words.actor, ""], |id, _| html! {
                <select {id} name={Field::Actor.as_str()} required=true>
                    <option value="">{ words.choose }</option>
                    { for sheet.units.iter().map(|unit| option(unit, words)) }
                </select>
            }) }
            { field(sheet, Field::Procedure, &words.procedure, |id, hint| html! {
                <input {id} name={Field::Procedure.as_str()} autocomplete="off" aria-describedby={hint} />
            }) }
            { field(sheet, Field::Text, &[words.text[0], &limits], |id, hint| html! {
                <textarea {id} name={Field::Text.as_str()} rows="8" required=true aria-describedby={hint} />
            }) }
        </>
    }
}

/// Static HTML says the same on every day, so a unit that is no more is there with its last day.
fn option(unit: &Choice, words: &FormWords) -> Html {
    let day = |word: &str, day: Option<chrono::NaiveDate>| {
        day.map(|day| format!("{word} {}", loa_plan::date::vietnamese(day)))
    };
    let days: Vec<String> =
        [day(words.actor_from, unit.from), day(words.actor_until, unit.until)].into_iter().flatten().collect();
    let days = if days.is_empty() { String::new() } else { format!(" ({})", days.join(" ")) };
    html! { <option value={unit.id.clone()}>{ &unit.title }{ days }</option> }
}

fn sender(sheet: &FeedbackSheet, words: &FormWords) -> Html {
    let line =
        |of: Field, text: &[&'static str; 2], most: usize, kind: &'static str, fill: &'static str, required: bool| {
            field(sheet, of, &[text[0], &filled(text[1], &[most])], |id, hint| {
                html! {
                    <input {id} name={of.as_str()} type={kind} autocomplete={fill} {required} aria-describedby={hint} />
                }
            })
        };
    html! {
        <>
            <p>{ words.sender }</p>
            { line(Field::Name, &words.name, MAX_NAME, "text", "name", true) }
            { line(Field::Address, &words.address, MAX_ADDRESS, "text", "street-address", true) }
            { line(Field::Phone, &words.phone, 0, "tel", "tel", false) }
            { line(Field::Email, &words.email, MAX_EMAIL, "email", "email", false) }
        </>
    }
}

/// Label and hint above a control.
fn field(sheet: &FeedbackSheet, of: Field, text: &[&str; 2], control: impl Fn(String, Option<String>) -> Html) -> Html {
    let id = format!("{}-{of}", prefix(sheet));
    let hint = (!text[1].is_empty()).then(|| format!("{id}-goi-y"));
    html! {
        <div>
            <label for={id.clone()}>{ text[0] }</label>
            if let Some(hint) = &hint { <p id={hint.clone()}><small>{ text[1] }</small></p> }
            { control(id, hint.clone()) }
        </div>
    }
}

/// A box for one purpose, never ticked beforehand, with everything that the law wants said.
fn consent(sheet: &FeedbackSheet, asked: &Asked, words: &FormWords, view: &View) -> Html {
    let id = format!("{}-{}-goi-y", prefix(sheet), asked.value.replace('@', "-"));
    let need = match asked.need {
        Need::Required => words.required,
        Need::Optional => words.optional,
    };
    html! {
        <div>
            <label>
                <input type="checkbox" name={Field::Consents.as_str()} value={asked.value.clone()} aria-describedby={id.clone()} />
                <span>{ &asked.text }{ " (" }{ need }{ ")" }</span>
            </label>
            <div {id}>
                <small>
                    { words.data }{ " " }{ asked.data.join("; ") }{ ". " }
                    { words.controller }{ " " }{ &asked.controller }{ ". " }
                    { words.rights }{ " " }{ &asked.rights }{ " " }
                    { words.withdraw }{ " " }{ &asked.withdraw }
                </small>
                if !asked.channels.is_empty() { <ul>{ for asked.channels.iter().map(contact) }</ul> }
                if let Some(source) = &asked.source {
                    <small>{ view.words().source }{ " " }{ link(source, view) }</small>
                }
            </div>
        </div>
    }
}

/// The field that programs fill in; people neither see nor reach it.
fn trap(sheet: &FeedbackSheet, words: &FormWords) -> Html {
    let id = format!("{}-{HONEYPOT}", prefix(sheet));
    html! {
        <p aria-hidden="true">
            <label for={id.clone()}>{ words.leave_empty }</label>
            <input {id} name={HONEYPOT} tabindex="-1" autocomplete="off" />
        </p>
    }
}
