//! The head of a guide: TOML between two lines `+++`.

use chrono::NaiveDate;
use loa_plan::read::{Node, Read, ReadError, Reader, Value};
use loa_plan::{AudienceId, ChannelId, Cite, Count, Format, GuideId, Known, read_record};

use super::problem;
use crate::ProcedureCode;
use crate::guide::{Block, Guide, Link, Need, Step};

/// What stands in the head.
pub(super) struct Head {
    #[expect(dead_code, reason = "the only version so far; reading it is what matters")]
    format: Format,
    id: GuideId,
    title: String,
    summary: Option<String>,
    procedure: Option<ProcedureCode>,
    audiences: Vec<AudienceId>,
    minutes: Option<Known<Count>>,
    needs: Option<Known<Vec<Need>>>,
    sign_in: Option<String>,
    filing: Option<Link>,
    help: Vec<ChannelId>,
    links: Vec<Link>,
    note: Option<String>,
    source: Option<Cite>,
    updated: NaiveDate,
}

read_record!(Head {
    format,
    id,
    title,
    summary,
    procedure,
    audiences,
    minutes,
    needs,
    sign_in,
    filing,
    help,
    links,
    note,
    source,
    updated,
});

/// The two parts of a file and the lines on which they begin.
pub(super) struct Parts<'t> {
    pub(super) head: &'t str,
    pub(super) head_line: usize,
    pub(super) body: &'t str,
    pub(super) body_line: usize,
}

/// Divides a file at its two lines `+++`.
pub(super) fn split<'t>(file: &str, text: &'t str) -> Result<Parts<'t>, ReadError> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let mut lines = text.split_inclusive('\n');
    let first = lines.next().unwrap_or_default();
    match first.trim_end() {
        "+++" => {}
        "---" => {
            let message = "the head begins with `---`, expected `+++`".to_owned();
            return Err(problem(file, 1, message, "write `+++` above and below it, and each entry as `key = value`"));
        }
        _ => {
            let message = "the guide does not begin with a head, expected the line `+++`".to_owned();
            let help = "begin the file with the lines `+++`, `format = 1`, `id = \"…\"`, `title = \"…\"`, \
                `updated = 2025-02-01`, `+++`";
            return Err(problem(file, 1, message, help));
        }
    }
    let mut length = 0;
    for (i, line) in lines.enumerate() {
        if line.trim_end() == "+++" {
            let (head, rest) = text.get(first.len()..).unwrap_or_default().split_at(length);
            let body = rest.get(line.len()..).unwrap_or_default();
            return Ok(Parts { head, head_line: 2, body, body_line: i + 3 });
        }
        length += line.len();
    }
    let message = "the head has no end, expected a second line `+++`".to_owned();
    Err(problem(file, 1, message, "add the line `+++` between the head and the first step"))
}

impl Head {
    pub(super) fn guide(self, intro: Vec<Block>, steps: Vec<Step>) -> Guide {
        Guide {
            id: self.id,
            title: self.title,
            summary: self.summary,
            procedure: self.procedure,
            audiences: self.audiences,
            minutes: self.minutes,
            needs: self.needs,
            sign_in: self.sign_in,
            filing: self.filing,
            help: self.help,
            links: self.links,
            note: self.note,
            source: self.source,
            updated: self.updated,
            intro,
            steps,
        }
    }
}

struct NeedWithNote {
    text: String,
    note: Option<String>,
}

read_record!(NeedWithNote { text, note });

impl Read for Need {
    fn read(node: &Node<'_>, reader: &mut Reader<'_>) -> Option<Self> {
        match node.value {
            Value::Table(_) => NeedWithNote::read(node, reader).map(|NeedWithNote { text, note }| Self { text, note }),
            _ => String::read(node, reader).map(|text| Self { text, note: None }),
        }
    }
}

read_record!(Link { title, url, seen });
