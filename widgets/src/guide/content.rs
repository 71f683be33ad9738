//! The guide itself: a heading, links to the steps, and the steps as an ordered list.
//!
//! It is the static HTML of a page, all of it readable, and it stays in the document when the widget takes over.
//! It is made natively; a browser that wants a newer one asks the bundle for it.

use yew::prelude::*;

use super::sheet::{Block, Contact, GuideSheet, Inline, Need};
use super::step_id;
use crate::link::link;
use crate::view::View;

/// Draws the guide.
pub fn content(slice: &GuideSheet, view: &View) -> Html {
    let words = view.words();
    let parts = parts(slice, view);
    let heading = view.heading.tag();
    let below = view.heading.below();
    html! {
        <>
            <header slot="head">
                <@{heading}>{ &slice.title }</@>
                if let Some(summary) = &slice.summary { <p>{ summary }</p> }
                if let Some(minutes) = slice.minutes {
                    <p>{ format!("{} {minutes} {}.", words.about_minutes[0], words.about_minutes[1]) }</p>
                }
                { blocks(&slice.intro, view) }
            </header>
            <nav slot="nav" aria-label={words.steps}>
                { for parts.iter().enumerate().map(|(i, (title, _))| html! {
                    <a href={format!("#{}", step_id(&slice.id, i + 1))}
                       aria-label={format!("{} {}: {title}", words.step, i + 1)}>{ i + 1 }</a>
                }) }
            </nav>
            <ol role="list">
                { for parts.into_iter().enumerate().map(|(i, (title, body))| {
                    let id = step_id(&slice.id, i + 1);
                    html! {
                        <li id={id.clone()}>
                            <div>
                                <@{below} id={format!("{id}-ten")}>
                                    { format!("{} {}. {title}", words.step, i + 1) }
                                </@>
                                { body }
                            </div>
                        </li>
                    }
                }) }
            </ol>
        </>
    }
}

/// The slides: what to prepare, the guide's own steps, filing and help.
fn parts(slice: &GuideSheet, view: &View) -> Vec<(String, Html)> {
    let words = view.words();
    let mut parts = Vec::with_capacity(slice.steps.len() + 2);
    if !slice.needs.is_empty() {
        parts.push((words.prepare.to_owned(), needs(&slice.needs, view)));
    } else if let Some(why) = &slice.needs_unknown {
        parts.push((words.prepare.to_owned(), html! { <p>{ why }</p> }));
    }
    parts.extend(slice.steps.iter().map(|step| (step.title.clone(), blocks(&step.body, view))));
    parts.push((words.file_and_help.to_owned(), filing(slice, view)));
    parts
}

/// What to prepare as a tick list; the form goes nowhere, but its reset button works without scripts.
fn needs(needs: &[Need], view: &View) -> Html {
    html! {
        <form method="dialog">
            <ul role="list">
                { for needs.iter().enumerate().map(|(i, need)| html! {
                    <li>
                        <label>
                            <input type="checkbox" name={format!("can-{}", i + 1)} />
                            <span>
                                { &need.text }
                                if let Some(note) = &need.note { { " " }<small>{ note }</small> }
                            </span>
                        </label>
                    </li>
                }) }
            </ul>
            <p><button type="reset">{ view.words().clear_ticks }</button></p>
        </form>
    }
}

/// The last slide: signing in, filing, help, sources.
fn filing(slice: &GuideSheet, view: &View) -> Html {
    let words = view.words();
    html! {
        <>
            if let Some(sign_in) = &slice.sign_in {
                <p><strong>{ words.sign_in }</strong>{ " " }{ sign_in }</p>
            }
            if let Some(filing) = &slice.filing { <p data-loa-filing="">{ link(filing, view) }</p> }
            if !slice.help.is_empty() {
                <p><strong>{ words.help }</strong></p>
                <ul>{ for slice.help.iter().map(contact) }</ul>
            }
            if !slice.links.is_empty() {
                <ul>{ for slice.links.iter().map(|other| html! { <li>{ link(other, view) }</li> }) }</ul>
            }
            if let Some(note) = &slice.note { <p>{ note }</p> }
            <p>
                <small>
                    if !slice.sources.is_empty() {
                        { words.source }{ " " }
                        { for slice.sources.iter().enumerate().map(|(i, source)| html! {
                            <>if i > 0 { { "; " } }{ link(source, view) }</>
                        }) }
                        { ". " }
                    }
                    { words.updated }{ " " }
                    <time datetime={slice.updated.to_string()}>{ loa_plan::date::vietnamese(slice.updated) }</time>{ "." }
                </small>
            </p>
        </>
    }
}

/// A channel with what leads to it.
pub(crate) fn contact(contact: &Contact) -> Html {
    html! {
        <li>
            if let Some(url) = &contact.url { <a href={url.clone()}>{ &contact.title }</a> } else { { &contact.title } }
            if let Some(phone) = &contact.phone {
                { ": " }<a href={format!("tel:{}", phone.replace([' ', '.'], ""))}>{ phone }</a>
            }
            if let Some(note) = &contact.note { { " (" }{ note }{ ")" } }
        </li>
    }
}

fn blocks(blocks: &[Block], view: &View) -> Html {
    blocks.iter().map(|block| self::block(block, view)).collect()
}

fn block(block: &Block, view: &View) -> Html {
    let line = |line: &[Inline]| line.iter().map(|piece| inline(piece, view)).collect::<Html>();
    match block {
        Block::P(words) => html! { <p>{ line(words) }</p> },
        Block::Note(words) => html! { <blockquote>{ line(words) }</blockquote> },
        Block::Ul(items) => html! { <ul>{ for items.iter().map(|item| html! { <li>{ line(item) }</li> }) }</ul> },
        Block::Ol(items) => html! { <ol>{ for items.iter().map(|item| html! { <li>{ line(item) }</li> }) }</ol> },
        Block::Img(picture) => html! {
            <img src={format!("{}{}", view.src, picture.path)} alt={picture.alt.clone()}
                 width={picture.width.to_string()} height={picture.height.to_string()} loading="lazy" />
        },
    }
}

fn inline(piece: &Inline, view: &View) -> Html {
    match piece {
        Inline::Text(words) => html! { { words } },
        Inline::Strong(b) => html! { <strong>{ b }</strong> },
        Inline::Link(target) => link(target, view),
        Inline::Break => html! { <br /> },
    }
}

#[cfg(all(test, feature = "ssr"))]
mod tests {
    use super::*;
    use crate::guide::sheet::Step;

    fn guide() -> GuideSheet {
        GuideSheet {
            id: "khai-sinh".into(),
            title: "Đăng ký khai sinh".into(),
            summary: None,
            procedure: None,
            minutes: Some(20),
            needs: vec![Need { text: "Giấy chứng sinh".into(), note: None }],
            needs_unknown: None,
            links: Vec::new(),
            intro: Vec::new(),
            steps: vec![Step {
                title: "Mở Cổng Dịch vụ công".into(),
                body: vec![Block::P(vec![
                    Inline::Text("Bấm ".into()),
                    Inline::Strong("Đăng nhập".into()),
                    Inline::Text(".".into()),
                ])],
            }],
            sign_in: Some("tài khoản định danh điện tử VNeID".into()),
            filing: None,
            help: vec![Contact {
                title: "Tổng đài".into(), phone: Some("1900 1009".into()), url: None, note: None
            }],
            note: None,
            sources: Vec::new(),
            updated: chrono::NaiveDate::from_ymd_opt(2025, 11, 20).unwrap(),
        }
    }

    #[test]
    fn static_html_has_every_step_and_hides_nothing() {
        let html = crate::still::Renderer::new().unwrap().render(content(&guide(), &View::still("/loa/x/")));
        for part in [
            "<h2>Đăng ký khai sinh</h2>",
            "<li id=\"khai-sinh-buoc-1\">",
            "Giấy chứng sinh",
            "<h3 id=\"khai-sinh-buoc-2-ten\">Bước 2. Mở Cổng Dịch vụ công</h3>",
            "<p>Bấm <strong>Đăng nhập</strong>.</p>",
            "<a href=\"tel:19001009\">1900 1009</a>",
            "<time datetime=\"2025-11-20\">20/11/2025</time>",
        ] {
            assert!(html.contains(part), "{part} is not in {html}");
        }
        for hidden in ["hidden", "inert", "style=", "class="] {
            assert!(!html.contains(hidden), "{hidden} is in {html}");
        }
    }
}
