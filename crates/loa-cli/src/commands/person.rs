//! `loa person`: what one person may ask for.

use std::io::{self, Write};

use anyhow::Result;
use clap::{Args, Subcommand};
use loa_feedback::ReceiptCode;
use loa_feedback::submission::{EmailAddress, PhoneNumber};
use loa_server::person;
use loa_server::store::Contact;

use crate::Outcome;
use crate::database::{Database, now};
use crate::site::runtime;

#[derive(Debug, Args)]
pub(crate) struct Person {
    #[command(subcommand)]
    task: Task,
}

#[derive(Debug, Subcommand)]
enum Task {
    /// Print everything that is kept about the person, as JSON
    Export(Whose),
    /// Take the consent to publication back, and what was published away from the public
    Withdraw(Whose),
    /// Erase the person; what is still open is closed, what was published is taken back
    Erase(Whose),
}

#[derive(Debug, Args)]
struct Whose {
    #[command(flatten)]
    by: By,
    #[command(flatten)]
    database: Database,
}

#[derive(Debug, Args)]
#[group(required = true, multiple = false)]
struct By {
    /// The receipt code of one feedback
    #[arg(long)]
    code: Option<ReceiptCode>,
    /// The phone number that was given, for everything sent with it
    #[arg(long, value_parser = PhoneNumber::new)]
    phone: Option<PhoneNumber>,
    /// The e-mail address that was given, for everything sent with it
    #[arg(long, value_parser = EmailAddress::new)]
    email: Option<EmailAddress>,
}

impl By {
    fn contact(self) -> Option<Contact> {
        let Self { code, phone, email } = self;
        code.map(Contact::Code).or(phone.map(Contact::Phone)).or(email.map(Contact::Email))
    }
}

pub(super) fn run(arguments: Person) -> Result<Outcome> {
    runtime()?.block_on(task(arguments.task))
}

async fn task(task: Task) -> Result<Outcome> {
    let (Task::Export(whose) | Task::Withdraw(whose) | Task::Erase(whose)) = &task;
    let store = whose.database.open().await?;
    let (line, count) = match task {
        Task::Export(Whose { by, .. }) => {
            let Some(contact) = by.contact() else { return Ok(Outcome::Findings) };
            let all = person::export(&store, &contact, now()).await?;
            (serde_json::to_string_pretty(&all)?, all.len())
        }
        Task::Withdraw(Whose { by, .. }) => {
            let Some(contact) = by.contact() else { return Ok(Outcome::Findings) };
            let count = person::withdraw(&store, &contact, now()).await?;
            (format!("the consent to publication is taken back for {count}"), count)
        }
        Task::Erase(Whose { by, .. }) => {
            let Some(contact) = by.contact() else { return Ok(Outcome::Findings) };
            let count = person::erase(&store, &contact, now()).await?;
            (format!("the sender is erased from {count}"), count)
        }
    };
    store.close().await;
    if count == 0 {
        writeln!(io::stdout(), "no feedback is found by this")?;
        return Ok(Outcome::Findings);
    }
    writeln!(io::stdout(), "{line}")?;
    Ok(Outcome::Fine)
}
