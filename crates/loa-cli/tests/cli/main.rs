//! The command as people, cron and other programs meet it: what it prints where, and how it ends.

mod build;
mod campaign;
mod check;
mod desk;
mod duties;
mod feedback;
mod find;
mod http;
mod import;
mod limits;
mod new;
mod pull;
mod run;
mod serve;
mod server;
