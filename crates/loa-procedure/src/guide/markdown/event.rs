//! What Markdown can write but a guide cannot hold, each with a way out.

use pulldown_cmark::{CodeBlockKind, Event, Tag};

/// What is not possible, and what to write instead; `None` for what is possible everywhere.
pub(super) fn impossible(event: &Event<'_>) -> Option<(&'static str, &'static str)> {
    Some(match event {
        Event::Start(Tag::Table(_)) => ("a table", "write a list, or publish the table as a document and link to it"),
        Event::Start(Tag::CodeBlock(CodeBlockKind::Indented)) => {
            ("a line that begins with four spaces", "delete the spaces; they make it code")
        }
        Event::Start(Tag::CodeBlock(CodeBlockKind::Fenced(_))) => {
            ("a block of code", "write its words as a paragraph, without the lines of backticks")
        }
        Event::Code(_) => ("code", "write `**…**` around what a person has to find or type"),
        Event::Start(Tag::HtmlBlock) | Event::Html(_) | Event::InlineHtml(_) => (
            "HTML",
            "write paragraphs, lists, `**bold**`, pictures and links; a remark belongs into the head, after `#`",
        ),
        Event::Start(Tag::Emphasis) => {
            ("italic text", "write `**…**` around words that matter, or nothing; italics are hard to read")
        }
        Event::Start(Tag::Strikethrough) => ("crossed-out text", "delete them"),
        Event::Start(Tag::FootnoteDefinition(_)) | Event::FootnoteReference(_) => {
            ("a footnote", "say it where it belongs, or in a note: a line that begins with `>`")
        }
        Event::TaskListMarker(_) => {
            ("a box to tick", "write what has to be ready under `needs` in the head; it is shown with boxes")
        }
        Event::Rule => ("a line across the page", "delete it; each step begins with `##`"),
        Event::Start(Tag::Heading { .. }) => {
            ("a heading in this place", "put it on a line of its own, after an empty line")
        }
        Event::Start(Tag::List(_)) => ("a list within a list or a note", "make it a step of its own, or one list"),
        Event::Start(Tag::BlockQuote(_)) => {
            ("a note within a list or a note", "put it after an empty line, on its own")
        }
        Event::Start(Tag::Strong) => ("bold words in this place", "delete the asterisks"),
        Event::Start(Tag::Link { .. }) => {
            ("a link in this place", "put it into a paragraph of its own, and not between asterisks")
        }
        Event::Start(Tag::Image { .. }) => ("a picture in this place", "give it a paragraph of its own"),
        Event::Start(Tag::Paragraph | Tag::Item) | Event::End(_) | Event::Text(_) => return None,
        Event::SoftBreak | Event::HardBreak => return None,
        _ => ("this mark", "write paragraphs, lists, `**bold**`, pictures, links and notes"),
    })
}
