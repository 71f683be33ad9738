//! The text of a guide: an introduction, and one `##` per step.

use std::iter::Peekable;
use std::ops::Range;

use loa_plan::read::{MAX_PROBLEMS, Position, Problem};
use pulldown_cmark::{Event, HeadingLevel, OffsetIter, Options, Parser, Tag, TagEnd};

use super::event::impossible;
use super::line::Line;
use crate::guide::{Block, Inline, ListKind, MAX_BLOCKS, MAX_STEPS, MAX_TITLE, Step};

/// The text while it is read, and what was read.
pub(super) struct Body<'t> {
    pub(super) events: Peekable<OffsetIter<'t>>,
    pub(super) intro: Vec<Block>,
    pub(super) steps: Vec<Step>,
    pub(super) problems: Vec<Problem>,
    /// How many problems there are beyond those that are told.
    pub(super) more: usize,
    pub(super) places: Vec<(String, Position)>,
    file: &'t str,
    text: &'t str,
    first_line: usize,
    /// Where each line begins, so that a place is found without going through the text again.
    lines: Vec<usize>,
}

impl<'t> Body<'t> {
    /// Reads `text`, which begins on `first_line` of its file.
    pub(super) fn read(file: &'t str, text: &'t str, first_line: usize) -> Self {
        // What a guide cannot hold is recognised nevertheless, so that it is a problem and not stray marks on a page.
        let options = Options::ENABLE_TABLES
            | Options::ENABLE_FOOTNOTES
            | Options::ENABLE_STRIKETHROUGH
            | Options::ENABLE_TASKLISTS;
        let events = Parser::new_ext(text, options).into_offset_iter().peekable();
        let (intro, steps, problems, places) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
        let lines = std::iter::once(0).chain(text.match_indices('\n').map(|(end, _)| end + 1)).collect();
        let mut body = Self { events, intro, steps, problems, more: 0, places, file, text, first_line, lines };
        while let Some((event, range)) = body.events.next() {
            body.top(event, range);
        }
        if body.steps.is_empty() && body.problems.is_empty() {
            let help = "begin each step with a line such as `## Đăng nhập bằng VNeID`";
            body.problem(text.len(), "the guide has no step".to_owned(), help);
        }
        body
    }

    /// Reports what was found at `offset` and one way out; reading goes on.
    pub(super) fn problem(&mut self, offset: usize, message: String, help: &str) {
        if self.problems.len() == MAX_PROBLEMS {
            self.more += 1;
            return;
        }
        let Position { line, column } = self.position(offset);
        let path = self.steps.len().checked_sub(1).map_or_else(|| "intro".to_owned(), |i| format!("steps[{i}]"));
        let (file, help) = (self.file.to_owned(), help.to_owned());
        self.problems.push(Problem { file, line, column, path, message, help });
    }

    /// Reports what a guide cannot hold, and leaves out all of it.
    pub(super) fn refuse(&mut self, event: &Event<'_>, range: &Range<usize>) {
        let Some((what, help)) = impossible(event) else { return };
        self.problem(range.start, format!("{what} is not possible in a guide"), help);
        if matches!(event, Event::Start(_)) {
            self.skip();
        }
    }

    fn top(&mut self, event: Event<'t>, range: Range<usize>) {
        match event {
            Event::Start(Tag::Heading { level: HeadingLevel::H2, .. }) => self.step(&range),
            Event::Start(Tag::Heading { level, .. }) => {
                let (what, help) = match level {
                    HeadingLevel::H1 => ("a title", "the title stands in the head; write `##` when it is a step"),
                    _ => ("a heading within a step", "write `##` to make it a step, or `**…**` to make it bold"),
                };
                self.problem(range.start, format!("{what} is not possible in the text of a guide"), help);
                self.skip();
            }
            Event::Start(Tag::Paragraph) => {
                let line = self.line(range.start, TagEnd::Paragraph);
                self.paragraph(line, &range);
            }
            Event::Start(Tag::List(first)) => {
                let kind = if first.is_some() { ListKind::Numbered } else { ListKind::Bulleted };
                let items = self.items(first.is_some());
                self.push(Block::List { kind, items }, range.start);
            }
            Event::Start(Tag::BlockQuote(kind)) => {
                let line = self.line(range.start, TagEnd::BlockQuote(kind));
                let line = self.words_alone(line);
                self.push(Block::Note(line.inlines), range.start);
            }
            other => self.refuse(&other, &range),
        }
    }

    fn step(&mut self, range: &Range<usize>) {
        if self.steps.len() == MAX_STEPS {
            let message = format!("the guide has more than {MAX_STEPS} steps");
            self.problem(range.start, message, "divide it into several guides");
            return self.skip();
        }
        let (path, position) = (indexed("steps", self.steps.len()), self.position(range.start));
        self.places.push((path, position));
        self.steps.push(Step { title: String::new(), body: Vec::new() });
        let title = self.words(TagEnd::Heading(HeadingLevel::H2));
        let length = title.chars().count();
        if title.is_empty() {
            self.problem(range.start, "a step has no title".to_owned(), "write what to do after `##`");
        } else if length > MAX_TITLE {
            let message = format!("the title of a step has {length} characters, expected at most {MAX_TITLE}");
            self.problem(range.start, message, "say the action in a few words, and the rest in a paragraph");
        }
        if let Some(step) = self.steps.last_mut() {
            step.title = title;
        }
    }

    fn paragraph(&mut self, line: Line, range: &Range<usize>) {
        if line.pictures.is_empty() || line.has_words() {
            let line = self.words_alone(line);
            self.push(Block::Paragraph(line.inlines), range.start);
            return;
        }
        for (picture, range) in line.pictures {
            self.push(Block::Picture(picture), range.start);
        }
    }

    fn items(&mut self, numbered: bool) -> Vec<Vec<Inline>> {
        let mut items = Vec::new();
        while let Some((event, range)) = self.events.next() {
            match event {
                Event::End(TagEnd::List(end)) if end == numbered => break,
                Event::Start(Tag::Item) => {
                    let line = self.line(range.start, TagEnd::Item);
                    items.push(self.words_alone(line).inlines);
                }
                other => self.refuse(&other, &range),
            }
        }
        items
    }

    /// A line without pictures: one that stands among words is reported.
    fn words_alone(&mut self, line: Line) -> Line {
        for (_, range) in &line.pictures {
            let help = "give it a paragraph of its own: an empty line before and after it";
            self.problem(range.start, "a picture stands among words".to_owned(), help);
        }
        line
    }

    fn push(&mut self, block: Block, start: usize) {
        let (blocks, path) = match self.steps.len().checked_sub(1) {
            Some(step) => (self.steps.get_mut(step).map(|step| &mut step.body), indexed("steps", step) + ".body"),
            None => (Some(&mut self.intro), "intro".to_owned()),
        };
        let Some(blocks) = blocks else { return };
        if blocks.len() == MAX_BLOCKS {
            let message = format!("a step has more than {MAX_BLOCKS} paragraphs, lists and pictures");
            return self.problem(start, message, "divide it; one step has one action");
        }
        blocks.push(block);
        let count = blocks.len();
        let position = self.position(start);
        self.places.push((indexed(&path, count - 1), position));
    }

    /// Leaves out everything up to the end of what has just begun.
    fn skip(&mut self) {
        let mut depth = 1_usize;
        while depth > 0
            && let Some((event, _)) = self.events.next()
        {
            match event {
                Event::Start(_) => depth += 1,
                Event::End(_) => depth -= 1,
                _ => {}
            }
        }
    }

    fn position(&self, offset: usize) -> Position {
        let line = self.lines.partition_point(|begin| *begin <= offset).max(1);
        let begin = self.lines.get(line - 1).copied().unwrap_or_default();
        let column = self.text.get(begin..offset).unwrap_or_default().chars().count();
        Position { line: self.first_line + line - 1, column: column + 1 }
    }
}

/// `steps[2]`. Every part of every guide has such a path, and `format!` takes ten times as long for it.
fn indexed(path: &str, index: usize) -> String {
    let mut text = String::with_capacity(path.len() + 16);
    text.push_str(path);
    text.push('[');
    let tens = index / 10;
    if tens > 0 {
        // A guide has at most a hundred parts of a kind.
        text.push_str(&tens.to_string());
    }
    text.push(char::from_digit(u32::try_from(index % 10).unwrap_or_default(), 10).unwrap_or_default());
    text.push(']');
    text
}
