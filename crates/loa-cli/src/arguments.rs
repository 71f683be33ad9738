//! What can be asked of the command.

use std::path::PathBuf;

use chrono::NaiveDate;
use clap::{Args, Parser, Subcommand, ValueEnum};
use loa_bundle::Src;
use loa_plan::date;

use crate::commands::backup::Backup;
use crate::commands::find::Find;
use crate::commands::import::Import;
use crate::commands::person::Person;
use crate::commands::restore::Restore;
use crate::commands::retention::Retention;
use crate::commands::user::User;
use crate::site::ListenAddress;

/// Turns a communication plan into widgets for portals, and shows what each agency owes.
#[derive(Debug, Parser)]
#[command(name = "loa", version, after_help = AFTER)]
pub(crate) struct Arguments {
    #[command(subcommand)]
    pub command: Command,
}

const AFTER: &str = "\
Exit code: 0 fine, 1 findings, 2 could not run.

Example:
  loa new chien-dich
  loa check chien-dich
  loa build chien-dich --out out
  loa serve out";

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Make a small campaign to start from
    #[command(after_help = "Example:\n  loa new chien-dich")]
    New(New),
    /// Say what is wrong with a campaign, where, and one way out
    #[command(
        after_help = "Exit code: 0 no errors and no warnings, 1 some, 2 could not run.\n\nExamples:\n  loa check chien-dich\n  loa check chien-dich --format json --at 2025-07-01\n  loa check --explain phases-overlap"
    )]
    Check(Check),
    /// Build the bundle that portals serve
    #[command(
        after_help = "Errors stop the build; an older bundle in OUT is then as it was.\n\nExample:\n  loa build chien-dich --out out --widgets target/widgets --src /loa/chien-dich/"
    )]
    Build(Build),
    /// List what an agency owes on a day, and what to paste to meet it
    #[command(after_help = "Example:\n  loa duties chien-dich --actor xa-mau --at 2025-08-01")]
    Duties(Duties),
    /// Find a procedure from everyday words, with or without accents
    #[command(
        after_help = "Exit code: 0 something fits, 1 nothing does, 2 could not run.\n\nExamples:\n  loa find chien-dich \"mất sổ hộ khẩu\"\n  loa find chien-dich giay doc than --format json"
    )]
    Find(Find),
    /// Take in what the national catalogue of procedures serves, as it serves it
    #[command(
        after_help = "Exit code: 0 all was taken, 1 some entries were rejected, 2 could not run.\n\nExamples:\n  loa import procedures procedures/*.json --into chien-dich\n  loa import procedures catalog.jsonl --into chien-dich --snapshot 2026-07-18 --format json"
    )]
    Import(Import),
    /// Bring a copy of a published bundle up to date
    #[command(
        after_help = "Every file is compared with its sum, and all of them are shown in one step.\nWhen nothing has changed, nothing is written.\n\nExample, in cron:\n  17 * * * *  loa pull https://loa.example.vn/hanoi-2025/ --into /var/www/loa/hanoi-2025"
    )]
    Pull(Pull),
    /// Serve a bundle, or a folder of static files, on this machine; with a campaign, take feedback in
    #[command(
        after_help = "A campaign with `routes.toml` and `consents.toml` takes feedback in: `/gui` is a form, `/api` is for widgets.\n\nA bundle has a page for each of its elements; a folder with an `index.html` is served as it is.\n\nA file `_headers` in DIR adds headers by path:\n  /hosts/nukeviet/*\n    X-Frame-Options: SAMEORIGIN\n\nExample:\n  loa serve out --widgets target/widgets --listen 127.0.0.1:8080\n  loa serve chien-dich --database sqlite://loa.db\n  loa serve out --campaign chien-dich --database postgres://loa@localhost/loa"
    )]
    Serve(Serve),
    /// Say who may work at the officers' desk, `/desk` of `loa serve`
    #[command(
        after_help = "The password is read from standard input, or asked for, and never an argument.\n\nExamples:\n  loa user add lan.nguyen --role admin --database sqlite://loa.db\n  loa user add can.bo --role officer --unit phuong-mau\n  loa user list"
    )]
    User(User),
    /// Show, take back from the public, or erase what one person has sent
    #[command(
        after_help = "Exit code: 0 done, 1 nothing is found, 2 could not run.\n\nExamples:\n  loa person export --phone 0912345678 > person.json\n  loa person erase --code 4821-9930-5127-7786-0311"
    )]
    Person(Person),
    /// Close and erase what is due by time, as `loa serve` does every six hours
    #[command(after_help = "Example:\n  loa retention chien-dich --database sqlite://loa.db")]
    Retention(Retention),
    /// Save the database into a file, also while `loa serve` runs
    #[command(
        after_help = "Example, in cron:\n  7 2 * * *  loa backup /srv/backup/loa-$(date +\\%F).db --database sqlite:///var/lib/loa/loa.db"
    )]
    Backup(Backup),
    /// Bring a saved database back, also while `loa serve` runs
    #[command(after_help = "Example:\n  loa restore loa-2026-11-24.db --database sqlite://loa.db --replace")]
    Restore(Restore),
}

#[derive(Debug, Args)]
pub(crate) struct New {
    /// The folder to make; its name becomes the id of the plan
    pub dir: PathBuf,
    /// The first day of the plan [default: today in Vietnam]
    #[arg(long, value_name = "DATE", value_parser = day)]
    pub at: Option<NaiveDate>,
}

#[derive(Debug, Args)]
pub(crate) struct Check {
    /// The folder with `plan.toml`
    #[arg(required_unless_present = "explain")]
    pub dir: Option<PathBuf>,
    /// How to print the findings
    #[arg(long, default_value = "text")]
    pub format: Format,
    /// A day instead of today in the plan's zone
    #[arg(long, value_name = "DATE", value_parser = day)]
    pub at: Option<NaiveDate>,
    /// Print also what is only good to know when there are errors or warnings; JSON always has it
    #[arg(long)]
    pub all: bool,
    /// Say what a rule asks for and why, instead of checking
    #[arg(long, value_name = "RULE", conflicts_with_all = ["dir", "at", "format", "all"])]
    pub explain: Option<String>,
}

#[derive(Debug, Args)]
pub(crate) struct Build {
    /// The folder with `plan.toml`
    pub dir: PathBuf,
    /// The folder to put the bundle in; an older bundle there is replaced in one step
    #[arg(long)]
    pub out: PathBuf,
    /// The folder with the widgets' files, as `cargo xtask build-widgets` makes it
    #[arg(long, value_name = "DIR")]
    pub widgets: Option<PathBuf>,
    /// Where the bundle will live [default: /loa/ID/ with the id of the plan]
    #[arg(long, value_name = "URL")]
    pub src: Option<Src>,
    /// How to print the result
    #[arg(long, default_value = "text")]
    pub format: Format,
    /// A day instead of today in the plan's zone, for the checks
    #[arg(long, value_name = "DATE", value_parser = day)]
    pub at: Option<NaiveDate>,
}

#[derive(Debug, Args)]
pub(crate) struct Duties {
    /// The folder with `plan.toml`
    pub dir: PathBuf,
    /// The id of the agency
    #[arg(long, value_name = "ID")]
    pub actor: String,
    /// A day instead of today in the plan's zone
    #[arg(long, value_name = "DATE", value_parser = day)]
    pub at: Option<NaiveDate>,
    /// Where the bundle lives [default: /loa/ID/ with the id of the plan]
    #[arg(long, value_name = "URL")]
    pub src: Option<Src>,
    /// How to print the duties
    #[arg(long, default_value = "text")]
    pub format: Format,
}

#[derive(Debug, Args)]
pub(crate) struct Pull {
    /// The address of the bundle, `https://…`; `http://` on this machine only
    pub url: String,
    /// The folder of the copy
    #[arg(long, value_name = "DIR")]
    pub into: PathBuf,
}

#[derive(Debug, Args)]
pub(crate) struct Serve {
    /// The folder to serve
    pub dir: PathBuf,
    /// The folder with the widgets' files, for bundles that were built without them
    #[arg(long, value_name = "DIR")]
    pub widgets: Option<PathBuf>,
    /// Address and port; port 0 takes any free one
    #[arg(long, value_name = "ADDR", default_value = "127.0.0.1:8080")]
    pub listen: ListenAddress,
    /// The campaign to take feedback in for, when DIR is its bundle or a site
    #[arg(long, value_name = "DIR")]
    pub campaign: Option<PathBuf>,
    /// Where feedback is kept: `sqlite://PATH`, made when missing, or `postgres://…` [default: sqlite://loa.db]
    #[arg(long, value_name = "URL")]
    pub database: Option<String>,
}

/// How to print a result.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Format {
    /// For people
    Text,
    /// For machines
    Json,
}

pub(crate) fn day(text: &str) -> Result<NaiveDate, String> {
    date::parse(text).ok_or_else(|| format!("`{text}` is not a day, expected for example `2025-07-01`"))
}
