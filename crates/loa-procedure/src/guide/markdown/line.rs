//! Running text: words, what is bold, links, pictures.

use std::ops::Range;

use chrono::NaiveDate;
use loa_plan::date;
use pulldown_cmark::{Event, Tag, TagEnd};

use super::body::Body;
use super::picture;
use crate::Address;
use crate::guide::step::words;
use crate::guide::{Inline, Link, MAX_ALTERNATIVE, MAX_PARAGRAPH, Picture};

/// A line of running text, and the pictures that stood in it.
#[derive(Default)]
pub(super) struct Line {
    pub(super) inlines: Vec<Inline>,
    pub(super) pictures: Vec<(Picture, Range<usize>)>,
}

impl Line {
    /// Whether it has any words.
    pub(super) fn has_words(&self) -> bool {
        !words(&self.inlines).trim().is_empty()
    }

    fn push(&mut self, text: &str) {
        match self.inlines.last_mut() {
            Some(Inline::Text(last)) => last.push_str(text),
            _ => self.inlines.push(Inline::Text(text.to_owned())),
        }
    }
}

impl Body<'_> {
    /// Reads up to `end`; paragraphs in between, as in a note of several, are lines.
    pub(super) fn line(&mut self, start: usize, end: TagEnd) -> Line {
        let mut line = Line::default();
        while let Some((event, range)) = self.events.next() {
            match event {
                Event::End(tag) if tag == end => break,
                Event::Text(text) => line.push(&text),
                Event::SoftBreak => line.push(" "),
                Event::HardBreak => line.inlines.push(Inline::Break),
                Event::Start(Tag::Paragraph) if line.has_words() => line.inlines.push(Inline::Break),
                Event::Start(Tag::Strong) => {
                    let words = self.words(TagEnd::Strong);
                    line.inlines.push(Inline::Strong(words));
                }
                Event::Start(Tag::Link { dest_url, title, .. }) => {
                    let words = self.words(TagEnd::Link);
                    line.inlines.extend(self.link(words, &dest_url, &title, &range).map(Inline::Link));
                }
                Event::Start(Tag::Image { dest_url, title, .. }) => {
                    let alt = self.words(TagEnd::Image);
                    let picture = self.picture(alt, &dest_url, &title, &range);
                    line.pictures.extend(picture.map(|picture| (picture, range)));
                }
                other => self.refuse(&other, &range),
            }
        }
        let length = words(&line.inlines).chars().count();
        if length > MAX_PARAGRAPH {
            let message = format!("a paragraph has {length} characters, expected at most {MAX_PARAGRAPH}");
            self.problem(start, message, "divide it; one step has one action");
        }
        line
    }

    /// The words up to `end`, without what makes them look otherwise.
    pub(super) fn words(&mut self, end: TagEnd) -> String {
        let mut words = String::new();
        let flattens = |tag: &Tag<'_>| match tag {
            // The words of a link may be bold, and nobody sees whether a picture's description is.
            Tag::Strong => end == TagEnd::Link || end == TagEnd::Image,
            Tag::Emphasis => end == TagEnd::Image,
            _ => false,
        };
        while let Some((event, range)) = self.events.next() {
            match event {
                Event::End(tag) if tag == end => break,
                Event::Text(text) => words.push_str(&text),
                Event::SoftBreak | Event::HardBreak => words.push(' '),
                Event::Start(tag) if flattens(&tag) => {}
                other => self.refuse(&other, &range),
            }
        }
        words.trim().to_owned()
    }

    fn link(&mut self, title: String, url: &str, said: &str, range: &Range<usize>) -> Option<Link> {
        if title.is_empty() {
            let help = "write between the square brackets what is there, such as `[Cổng Dịch vụ công](https://…)`";
            self.problem(range.start, "a link has no words".to_owned(), help);
            return None;
        }
        let seen = if said.is_empty() { None } else { self.seen(said, range) };
        match Address::new(url) {
            Ok(url) => Some(Link { title, url, seen }),
            Err(error) => {
                self.problem(range.start, error.to_string(), "copy the whole address from the browser");
                None
            }
        }
    }

    /// The date in the title of a link: `xem ngày 2026-11-20`.
    fn seen(&mut self, said: &str, range: &Range<usize>) -> Option<NaiveDate> {
        let seen = said.rsplit(' ').next().and_then(date::parse);
        if seen.is_none() {
            let message = format!("`{said}` does not say when the link was seen, expected `xem ngày 2026-11-20`");
            self.problem(range.start, message, "write the date as year-month-day, or delete the words in quotes");
        }
        seen
    }

    fn picture(&mut self, alt: String, url: &str, title: &str, range: &Range<usize>) -> Option<Picture> {
        if !title.is_empty() {
            let message = format!("a picture has a second text `{title}`, which nobody would see");
            self.problem(range.start, message, "delete the words in quotes, or write them as a paragraph");
        }
        let length = alt.chars().count();
        if length > MAX_ALTERNATIVE {
            let message = format!("what a picture shows has {length} characters, expected at most {MAX_ALTERNATIVE}");
            self.problem(range.start, message, "say the main thing, and the rest in a paragraph");
        }
        match picture::path(url) {
            Ok(path) => Some(Picture { path, alt }),
            Err((message, help)) => {
                self.problem(range.start, message, &help);
                None
            }
        }
    }
}
