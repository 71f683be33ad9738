//! What a person sees of the widget itself: what is wrong, the review, the waiting, the receipt, the draft.

use loa_feedback::Moment;
use web_sys::MouseEvent;
use yew::prelude::*;

use super::answer::Receipt;
use super::controls::{DraftState, FeedbackControls, Told};
use super::kept::Queued;
use super::mode::Mode;
use super::stage::{Stage, Why};
use super::wire;
use crate::element::Scene;
use crate::words::feedback::FeedbackWords;

type Here = Scene<FeedbackControls>;

/// All of it, around the form.
pub(super) fn view(of: &FeedbackControls, scene: &Here) -> Html {
    if Mode::of(&scene.view) != Mode::Form {
        return html! { <div class="feedback" part="feedback"><slot name="head" /><slot /></div> };
    }
    let words = FeedbackWords::of(&scene.view.lang);
    let is_writing = of.stage == Stage::Writing;
    html! {
        <div class="feedback" part="feedback">
            <slot name="head" />
            { wrong(of, scene, words) }
            <div class="page" hidden={!is_writing}><slot name="nav" /><slot /></div>
            <div role={(!of.is_person).then_some("status")}>{ stage(of, scene, words) }</div>
            <div class="draft" part="draft" hidden={!is_writing}>{ draft(of, scene, words) }</div>
        </div>
    }
}

/// Everything that is wrong, each with a link to its field.
fn wrong(of: &FeedbackControls, scene: &Here, words: &FeedbackWords) -> Html {
    if of.problems.is_empty() {
        return Html::default();
    }
    html! {
        <div class="box" part="wrong" role="group" aria-labelledby="wrong" tabindex="-1">
            <p id="wrong"><strong>{ words.wrong }</strong></p>
            <ul lang="vi">
                { for of.problems.iter().map(|problem| {
                    let control = problem.field.and_then(|field| of.form()?.control(field));
                    let message = problem.message.clone();
                    let hidden = problem.is_mended.then_some("true");
                    match (problem.field, control) {
                        (Some(field), Some(control)) => {
                            let tell = scene.tell.clone();
                            let go = Callback::from(move |event: MouseEvent| {
                                event.prevent_default();
                                tell(Told::Go(field));
                            });
                            html! { <li aria-hidden={hidden}><a href={format!("#{}", control.id())} onclick={go}>{ message }</a></li> }
                        }
                        _ => html! { <li>{ message }</li> },
                    }
                }) }
            </ul>
        </div>
    }
}

fn stage(of: &FeedbackControls, scene: &Here, words: &FeedbackWords) -> Html {
    match &of.stage {
        Stage::Writing => Html::default(),
        Stage::Review => review(of, scene, words),
        Stage::Sending => heading(scene, words.sending, Html::default()),
        Stage::Waiting(why) => waiting(of, scene, *why, words),
        Stage::Received(receipt) => {
            let more = matches!(of.place.for_sending(), Queued::Body(_));
            let again = button(scene, "another", Told::Another, if more { words.more } else { words.another });
            heading(scene, words.received, html! { <>{ self::receipt(of, scene, receipt, words) }{ again }</> })
        }
        Stage::Earlier(receipt) => {
            let again = button(scene, "another", Told::Edit(1), words.as_new);
            heading(
                scene,
                words.received,
                html! {
                    <><p>{ words.earlier }</p>{ self::receipt(of, scene, receipt, words) }{ again }</>
                },
            )
        }
    }
}

/// A heading that takes the focus, and what stands below it.
fn heading(scene: &Here, title: &'static str, body: Html) -> Html {
    let below = scene.view.heading.below();
    html! { <section part="stage"><@{below} part="heading" tabindex="-1">{ title }</@>{ body }</section> }
}

fn button(scene: &Here, part: &'static str, told: Told, text: &'static str) -> Html {
    html! { <button type="button" {part} onclick={scene.on(told)}>{ text }</button> }
}

fn review(of: &FeedbackControls, scene: &Here, words: &FeedbackWords) -> Html {
    let parts = of.form().map(|form| form.parts(words)).unwrap_or_default();
    heading(
        scene,
        words.review,
        html! {
            <>
                <p><strong>{ words.not_sent_yet }</strong></p>
                if let Some(hint) = &of.hint { <p class="box" part="hint">{ hint }</p> }
                { for parts.into_iter().enumerate().map(|(i, part)| html! {
                    <div class="part">
                        <p>
                            <strong id={format!("part-{i}")}>{ part.title }</strong>{ " " }
                            <button type="button" part="edit" aria-describedby={format!("part-{i}")}
                                    onclick={scene.on(Told::Edit(i))}>{ words.edit }</button>
                        </p>
                        { for part.rows.into_iter().map(|(asked, answered)| html! {
                        <p class="row"><span>{ asked }</span><strong>{ answered }</strong></p>
                    }) }
                    </div>
                }) }
                <p>{ button(scene, "send", Told::Send, words.send) }</p>
            </>
        },
    )
}

fn waiting(of: &FeedbackControls, scene: &Here, why: Why, words: &FeedbackWords) -> Html {
    let reason = match why {
        Why::Lost => words.lost,
        Why::Busy(_) => words.busy,
        Why::Strange => words.strange,
        Why::Blocked => words.blocked,
    };
    let kept = match why {
        Why::Blocked => of.notice,
        _ if of.is_kept => words.queued,
        _ => words.queued_here,
    };
    let hosted = scene.view.service().map(|endpoint| wire::page(&endpoint, &scene.view));
    heading(
        scene,
        words.not_sent,
        html! {
            <>
                <p><strong>{ reason }</strong></p>
                <p role="status">{ kept }</p>
                <p class="buttons">
                    if why == Why::Blocked {
                        { button(scene, "by-page", Told::ByPage, words.by_page) }
                    } else {
                        { button(scene, "retry", Told::Again, words.retry) }
                    }
                    { button(scene, "take-back", Told::TakeBack, words.take_back) }
                </p>
                <p><a href={hosted}>{ words.hosted }</a></p>
            </>
        },
    )
}

fn receipt(of: &FeedbackControls, scene: &Here, receipt: &Receipt, words: &FeedbackWords) -> Html {
    let due = receipt.due.map_or(words.no_due.to_owned(), |due| format!("{} {}.", words.due, due.vietnamese()));
    html! {
        <>
            <p>{ words.code }</p>
            <p class="code" part="code">{ &receipt.code }</p>
            <p>{ button(scene, "copy", Told::Copy, words.copy) }{ " " }<span role="status">{ of.notice }</span></p>
            <p>{ words.keep_code }</p>
            <ul>
                if let Some(at) = receipt.received.map(Moment::vietnamese) {
                    <li>{ words.received_at }{ " " }{ at }{ "." }</li>
                }
                <li part="due">{ due }</li>
            </ul>
        </>
    }
}

fn draft(of: &FeedbackControls, scene: &Here, words: &FeedbackWords) -> Html {
    let (status, can_forget) = match &of.draft {
        DraftState::None => ("", false),
        DraftState::Kept => (words.draft_kept, true),
        DraftState::Back => (words.draft_back, true),
        DraftState::Refused => (words.draft_refused, false),
        DraftState::Beside => (words.beside, true),
        DraftState::Expired => (words.expired, false),
        DraftState::Forgotten(_) => (words.forgotten, false),
    };
    html! {
        <>
            <p role="status">{ status }</p>
            if can_forget { { button(scene, "forget", Told::Forget, words.forget) } }
            if matches!(of.draft, DraftState::Forgotten(_)) {
                { button(scene, "undo", Told::Undo, scene.view.words().undo) }
            }
        </>
    }
}
