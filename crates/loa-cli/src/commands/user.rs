//! `loa user`: who may work at the officers' desk.

use std::io::{self, IsTerminal, Write};

use anyhow::Result;
use clap::{Args, Subcommand};
use loa_feedback::status::Role;
use loa_plan::ActorId;
use loa_server::Store;
use loa_server::desk::{InvalidPassword, InvalidSeat, Password, PasswordHash, Seat, UserName};
use loa_server::store::{Act, StoreError, User as DeskUser};

use crate::Outcome;
use crate::database::{Database, now};
use crate::site::runtime;

#[derive(Debug, Args)]
pub(crate) struct User {
    #[command(subcommand)]
    task: Task,
}

#[derive(Debug, Subcommand)]
enum Task {
    /// Add a user
    Add {
        #[command(flatten)]
        who: Who,
        /// `officer` of one unit, `publisher`, or `admin`
        #[arg(long)]
        role: Role,
        /// The unit of an officer, as the plan calls it
        #[arg(long, value_name = "ID")]
        unit: Option<ActorId>,
    },
    /// List the users
    List {
        #[command(flatten)]
        database: Database,
    },
    /// Give a user another password
    Password {
        #[command(flatten)]
        who: Who,
    },
    /// Let a user sign in no more
    Disable {
        #[command(flatten)]
        who: Who,
    },
    /// Let a user sign in again
    Enable {
        #[command(flatten)]
        who: Who,
    },
}

#[derive(Debug, Args)]
struct Who {
    /// The name to sign in with
    name: UserName,
    #[command(flatten)]
    database: Database,
}

/// Why nothing was done.
#[derive(Debug, thiserror::Error)]
enum UserError {
    #[error("`{0}` is the name of a user already; take another one, or `loa user password {0}`")]
    Taken(UserName),
    #[error("`{0}` is no user, or is so already; `loa user list` shows all")]
    NoUser(UserName),
    #[error("the password cannot be read from standard input; write it there on one line")]
    Unread(#[source] io::Error),
    #[error("the two passwords differ; type the same one twice")]
    Differ,
    #[error(transparent)]
    Password(#[from] InvalidPassword),
    #[error(transparent)]
    Seat(#[from] InvalidSeat),
}

pub(super) fn run(arguments: User) -> Result<Outcome> {
    runtime()?.block_on(task(arguments.task))?;
    Ok(Outcome::Fine)
}

async fn task(task: Task) -> Result<()> {
    match task {
        Task::Add { who: Who { name, database }, role, unit } => {
            let seat = Seat::new(role, unit).map_err(UserError::from)?;
            let store = database.open_or_make().await?;
            if store.user(&name).await?.is_some() {
                return Err(UserError::Taken(name).into());
            }
            let hash = password(&name)?;
            let user = DeskUser { name: name.clone(), seat, disabled_at: None };
            store.add_user(&user, &hash, &act("user-add", &name)).await?;
            said(&store, &format!("`{name}` may sign in as {role}")).await
        }
        Task::List { database } => {
            let store = database.open().await?;
            let mut lines = String::new();
            for DeskUser { name, seat, disabled_at } in store.users().await? {
                let unit = seat.unit().map_or(String::new(), |unit| format!(" of {unit}"));
                let disabled = if disabled_at.is_some() { ", disabled" } else { "" };
                lines.push_str(&format!("{name}: {}{unit}{disabled}\n", seat.role()));
            }
            said(&store, lines.trim_end()).await
        }
        Task::Password { who: Who { name, database } } => {
            let store = database.open().await?;
            if store.user(&name).await?.is_none() {
                return Err(UserError::NoUser(name).into());
            }
            let hash = password(&name)?;
            changed(store.set_password(&name, &hash, &act("user-password", &name)).await, &name)?;
            said(&store, &format!("`{name}` has another password and has to sign in again")).await
        }
        Task::Disable { who: Who { name, database } } => {
            let store = database.open().await?;
            changed(store.disable_user(&name, &act("user-disable", &name)).await, &name)?;
            said(&store, &format!("`{name}` may not sign in any more")).await
        }
        Task::Enable { who: Who { name, database } } => {
            let store = database.open().await?;
            changed(store.enable_user(&name, &act("user-enable", &name)).await, &name)?;
            said(&store, &format!("`{name}` may sign in again")).await
        }
    }
}

fn changed(result: Result<(), StoreError>, name: &UserName) -> Result<()> {
    match result {
        Err(StoreError::Stale) => Err(UserError::NoUser(name.clone()).into()),
        result => Ok(result?),
    }
}

fn act(what: &str, name: &UserName) -> Act {
    // A name has no sign that JSON would escape.
    Act::by_nobody(now(), what, Some(format!("{{\"name\":\"{name}\"}}")))
}

async fn said(store: &Store, line: &str) -> Result<()> {
    store.close().await;
    if !line.is_empty() {
        writeln!(io::stdout(), "{line}")?;
    }
    Ok(())
}

/// From a person who types it twice without seeing it, or from the first line of what is piped in.
fn password(name: &UserName) -> Result<PasswordHash> {
    let typed = if io::stdin().is_terminal() {
        let ask = |prompt| rpassword::prompt_password(prompt).map_err(UserError::Unread);
        let typed = ask(format!("Password for {name}: "))?;
        if ask("Once more: ".to_owned())? != typed {
            return Err(UserError::Differ.into());
        }
        typed
    } else {
        let mut line = String::new();
        io::stdin().read_line(&mut line).map_err(UserError::Unread)?;
        line.trim_end_matches(['\r', '\n']).to_owned()
    };
    let password = Password::new(&typed, name).map_err(UserError::from)?;
    Ok(password.hash()?)
}
