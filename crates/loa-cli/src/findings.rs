//! Findings as people and machines read them.

use std::collections::BTreeMap;
use std::fs;
use std::io::{self, Write};
use std::path::Path;

use chrono::NaiveDate;
use loa_bundle::Located;
use loa_bundle::campaign::Problems;
use loa_plan::{Finding, Severity};
use serde::Serialize;

use crate::Outcome;
use crate::clock;
use crate::terminal::{Colours, Style};

/// The findings about a campaign.
pub(crate) struct Findings {
    all: Vec<Located>,
    files: usize,
    /// Whether the plan was read, so that it could be checked.
    is_checked: bool,
}

/// How much a report shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Shown {
    /// Every finding.
    All,
    /// What is only good to know only when there is nothing graver.
    Gravest,
}

/// How many there are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub(crate) struct Summary {
    errors: usize,
    warnings: usize,
    infos: usize,
    files: usize,
}

/// A finding in JSON.
#[derive(Serialize)]
struct Entry<'a> {
    rule: &'a str,
    severity: Severity,
    file: &'a str,
    line: usize,
    column: usize,
    path: &'a str,
    message: &'a str,
    help: &'a str,
}

/// The rule of what keeps a file from being read.
const FORMAT: &str = "format";

/// What is said when the plan itself could not be read.
const NOT_CHECKED: &str = "the plan's checks have not run yet; run `loa check` again when these are mended";

impl Findings {
    /// What checking a campaign of `files` files gave.
    pub(crate) fn new(all: Vec<Located>, files: usize) -> Self {
        Self { all, files, is_checked: true }
    }

    /// What kept files from being read: findings like all others, so that there is one list to go through.
    ///
    /// What could be read is judged all the same, as on the day `at` or today.
    pub(crate) fn of_problems(problems: Problems, at: Option<NaiveDate>) -> Self {
        let mut all = Vec::new();
        for error in problems.errors {
            let last = error.problems.last().map(|problem| (problem.file.clone(), problem.line, problem.column));
            all.extend(error.problems.into_iter().map(|problem| Located {
                file: problem.file,
                line: problem.line,
                column: problem.column,
                finding: format_finding(problem.path, problem.message, problem.help),
            }));
            if let (Some((file, line, column)), 1..) = (last, error.more) {
                let message = match error.more {
                    1 => "1 more problem of this file is not shown".to_owned(),
                    more => format!("{more} more problems of this file are not shown"),
                };
                let finding = format_finding(String::new(), message, "mend those above first".to_owned());
                all.push(Located { finding, file, line, column });
            }
        }
        let is_checked = problems.readable.is_some();
        if let Some(campaign) = problems.readable {
            all.extend(campaign.check_each(at.unwrap_or_else(|| clock::today(campaign.plan().zone))));
        }
        Self { all, files: problems.files, is_checked }
    }

    /// Whether anything needs to be done.
    pub(crate) fn outcome(&self) -> Outcome {
        if self.all.iter().any(|found| found.finding.severity != Severity::Info) {
            Outcome::Findings
        } else {
            Outcome::Fine
        }
    }

    pub(crate) fn summary(&self) -> Summary {
        let count = |severity| self.all.iter().filter(|found| found.finding.severity == severity).count();
        Summary {
            errors: count(Severity::Error),
            warnings: count(Severity::Warning),
            infos: count(Severity::Info),
            files: self.files,
        }
    }

    /// The entries of `findings` in JSON.
    pub(crate) fn entries(&self) -> impl Serialize {
        self.all
            .iter()
            .map(|Located { finding, file, line, column }| Entry {
                rule: finding.rule,
                severity: finding.severity,
                file,
                line: *line,
                column: *column,
                path: &finding.path,
                message: &finding.message,
                help: &finding.help,
            })
            .collect::<Vec<_>>()
    }

    /// All that `shown` says, then how many there are of each severity.
    ///
    /// What is only good to know would push an error off the screen: beside graver findings it is counted.
    pub(crate) fn report(&self, folder: &Path, shown: Shown, colours: Colours, out: &mut dyn Write) -> io::Result<()> {
        let is_hidden = shown == Shown::Gravest && self.outcome() == Outcome::Findings;
        self.write(folder, if is_hidden { Severity::Warning } else { Severity::Info }, colours, out)?;
        let summary = self.summary();
        self.write_summary(out)?;
        match summary.infos {
            1.. if is_hidden => {
                let verb = if summary.infos == 1 { "is" } else { "are" };
                writeln!(
                    out,
                    "{} {verb} not shown; `--all` shows what is only good to know",
                    count(summary.infos, "info")
                )
            }
            _ => Ok(()),
        }
    }

    /// How many there are, and whether that is all.
    pub(crate) fn write_summary(&self, out: &mut dyn Write) -> io::Result<()> {
        writeln!(out, "{}", self.summary())?;
        if !self.is_checked {
            writeln!(out, "{NOT_CHECKED}")?;
        }
        Ok(())
    }

    /// Those that are as grave as `least`, with the lines that they are about.
    pub(crate) fn write(
        &self,
        folder: &Path,
        least: Severity,
        colours: Colours,
        out: &mut dyn Write,
    ) -> io::Result<()> {
        let mut texts = BTreeMap::new();
        for found in self.all.iter().filter(|found| found.finding.severity <= least) {
            let text = texts.entry(found.file.as_str()).or_insert_with(|| text(folder, &found.file));
            let line = text.as_deref().and_then(|text| text.lines().nth(found.line - 1));
            write(found, line, colours, out)?;
        }
        Ok(())
    }
}

/// `2 errors, 1 warning, 0 infos in 12 files`.
impl std::fmt::Display for Summary {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let Self { errors, warnings, infos, files } = *self;
        let [errors, warnings, infos, files] =
            [(errors, "error"), (warnings, "warning"), (infos, "info"), (files, "file")]
                .map(|(n, noun)| count(n, noun));
        write!(f, "{errors}, {warnings}, {infos} in {files}")
    }
}

/// `1 file`, `2 files`.
pub(crate) fn count(number: usize, noun: &str) -> String {
    if number == 1 { format!("1 {noun}") } else { format!("{number} {noun}s") }
}

fn format_finding(path: String, message: String, help: String) -> Finding {
    Finding { rule: FORMAT, severity: Severity::Error, path, message, help }
}

/// The text of a file, for showing its lines; none for pictures that are no text.
fn text(folder: &Path, file: &str) -> Option<String> {
    fs::read(folder.join(file)).ok().and_then(|bytes| String::from_utf8(bytes).ok())
}

fn write(found: &Located, line: Option<&str>, colours: Colours, out: &mut dyn Write) -> io::Result<()> {
    let Located { finding, file, line: number, column } = found;
    let style = match finding.severity {
        Severity::Error => Style::Error,
        Severity::Warning => Style::Warning,
        Severity::Info => Style::Info,
    };
    let severity = colours.style(style, finding.severity);
    let message = colours.style(Style::Strong, &finding.message);
    let rule = colours.style(Style::Faint, format!("[{}]", finding.rule));
    writeln!(out, "{file}:{number}:{column}: {severity}: {message} {rule}")?;
    if let Some((shown, before)) = line.and_then(|line| shown(line, *column)) {
        let margin = " ".repeat(number.to_string().len());
        let caret = colours.style(style, "^");
        writeln!(out, "  {number} | {shown}\n  {margin} | {}{caret}", " ".repeat(before))?;
    }
    writeln!(out, "  help: {}\n", finding.help)
}

/// How much of a long line is shown, in characters.
const WIDTH: usize = 100;

/// The part of a line around a column, and how many characters of it stand before the column.
fn shown(line: &str, column: usize) -> Option<(String, usize)> {
    let at = column - 1;
    let length = line.chars().count();
    if line.trim().is_empty() || at > length {
        return None;
    }
    let skipped = if length > WIDTH && at > WIDTH / 2 { at - WIDTH / 2 } else { 0 };
    let start = if skipped > 0 { "…" } else { "" };
    let end = if length - skipped > WIDTH { "…" } else { "" };
    // A tab has no width of its own, and a mark above a letter has none at all.
    let part: Vec<char> = line.chars().skip(skipped).take(WIDTH).map(|c| if c == '\t' { ' ' } else { c }).collect();
    let before = part.iter().take(at - skipped).filter(|c| !is_mark(**c)).count() + start.chars().count();
    Some((format!("{start}{}{end}", part.into_iter().collect::<String>()), before))
}

/// The combining marks that Vietnamese is written with when it is not composed.
fn is_mark(c: char) -> bool {
    ('\u{300}'..='\u{36f}').contains(&c)
}

#[cfg(test)]
mod tests {
    use expect_test::expect;

    use super::*;

    fn found(severity: Severity) -> Located {
        let finding = Finding { rule: "r", severity, path: String::new(), message: "m".into(), help: "h".into() };
        Located { finding, file: "plan.toml".to_owned(), line: 1, column: 1 }
    }

    fn report(severities: &[Severity], shown: Shown) -> String {
        let findings = Findings::new(severities.iter().copied().map(found).collect(), 1);
        let mut out = Vec::new();
        findings.report(Path::new("no such folder"), shown, Colours::Off, &mut out).unwrap();
        String::from_utf8(out).unwrap()
    }

    #[test]
    fn what_is_only_good_to_know_does_not_push_an_error_off_the_screen() {
        use Severity::{Error, Info};
        expect![[r#"
            plan.toml:1:1: error: m [r]
              help: h

            1 error, 0 warnings, 2 infos in 1 file
            2 infos are not shown; `--all` shows what is only good to know
        "#]]
        .assert_eq(&report(&[Error, Info, Info], Shown::Gravest));
        expect![[r#"
            plan.toml:1:1: error: m [r]
              help: h

            plan.toml:1:1: info: m [r]
              help: h

            1 error, 0 warnings, 1 info in 1 file
        "#]]
        .assert_eq(&report(&[Error, Info], Shown::All));
        expect![[r#"
            plan.toml:1:1: info: m [r]
              help: h

            0 errors, 0 warnings, 1 info in 1 file
        "#]]
        .assert_eq(&report(&[Info], Shown::Gravest));
        expect![[r#"
            plan.toml:1:1: error: m [r]
              help: h

            1 error, 0 warnings, 0 infos in 1 file
        "#]]
        .assert_eq(&report(&[Error], Shown::Gravest));
    }

    #[test]
    fn a_broken_guide_does_not_hide_what_is_found_about_the_plan() {
        let folder = tempfile::tempdir().unwrap();
        fs::create_dir(folder.path().join("guides")).unwrap();
        fs::write(folder.path().join("guides/khai-sinh.md"), "no head").unwrap();
        let plan = "format = 1\nid = \"thu\"\ntitle = \"Thử\"\nzone = \"+07:00\"\n\
                    starts = 2025-12-31\nends = 2025-01-01\nupdated = 2025-06-01\n";
        fs::write(folder.path().join("plan.toml"), plan).unwrap();
        let Err(loa_bundle::CampaignError::Problems(problems)) = loa_bundle::Campaign::read(folder.path()) else {
            panic!("the guide has no head");
        };
        let findings = Findings::of_problems(problems, loa_plan::date::parse("2025-06-15"));
        let rules: Vec<_> = findings.all.iter().map(|found| found.finding.rule).collect();
        assert_eq!(rules.first(), Some(&FORMAT));
        assert!(rules.contains(&"plan-ends-before-start"), "{rules:?}");
    }

    #[test]
    fn the_caret_stands_below_the_column_also_after_marks_and_tabs() {
        assert_eq!(shown("title = 5", 9), Some(("title = 5".to_owned(), 8)));
        assert_eq!(shown("\ta = 5", 2), Some((" a = 5".to_owned(), 1)));
        assert_eq!(shown("e\u{302}\u{301}b", 4), Some(("e\u{302}\u{301}b".to_owned(), 1)));
        assert_eq!(shown("", 1), None);
        assert_eq!(shown("abc", 9), None);
    }

    #[test]
    fn a_long_line_is_cut_around_the_column() {
        let line = "x".repeat(300);
        let (part, before) = shown(&line, 200).unwrap();
        assert!(part.starts_with('…') && part.ends_with('…'));
        assert_eq!((part.chars().count(), before), (102, 51));
        let (part, before) = shown(&line, 1).unwrap();
        assert_eq!((part.chars().count(), before), (101, 0));
    }
}
