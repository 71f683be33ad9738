//! Where the database is.

use std::fmt;
use std::net::IpAddr;
use std::path::{Path, PathBuf};
use std::str::FromStr;

use sqlx::postgres::{PgConnectOptions, PgSslMode};

/// `sqlite://PATH` or `postgres://…`.
#[derive(Debug, Clone)]
pub struct DatabaseUrl(pub(super) Place);

#[derive(Debug, Clone)]
pub(super) enum Place {
    Sqlite(PathBuf),
    Postgres { options: Box<PgConnectOptions>, shown: String },
}

/// The text does not say where a database is.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum InvalidDatabaseUrl {
    /// It begins otherwise.
    #[error("`{0}` is not the address of a database, expected `sqlite://loa.db` or `postgres://user@host/database`")]
    Scheme(String),
    /// After `sqlite://` comes nothing.
    #[error("`sqlite://` names no file, expected for example `sqlite://loa.db`")]
    NoFile,
    /// Parameters after `?`.
    #[error("`{0}` has parameters behind `?`, which a file has none of; take them away")]
    Parameters(String),
    /// It cannot be understood; it is not quoted, since it may hold a password.
    #[error(
        "the address of the PostgreSQL database cannot be read, expected `postgres://user:password@host:5432/database`"
    )]
    Postgres,
}

impl DatabaseUrl {
    /// A file.
    #[must_use]
    pub fn file(path: impl Into<PathBuf>) -> Self {
        Self(Place::Sqlite(path.into()))
    }

    /// The file, when it is one.
    #[must_use]
    pub fn as_file(&self) -> Option<&Path> {
        match &self.0 {
            Place::Sqlite(path) => Some(path),
            Place::Postgres { .. } => None,
        }
    }
}

impl FromStr for DatabaseUrl {
    type Err = InvalidDatabaseUrl;

    fn from_str(text: &str) -> Result<Self, InvalidDatabaseUrl> {
        if let Some(path) = text.strip_prefix("sqlite://").or_else(|| text.strip_prefix("sqlite:")) {
            return match path {
                "" => Err(InvalidDatabaseUrl::NoFile),
                path if path.contains('?') => Err(InvalidDatabaseUrl::Parameters(text.to_owned())),
                path => Ok(Self::file(path)),
            };
        }
        if text.starts_with("postgres://") || text.starts_with("postgresql://") {
            let options: PgConnectOptions = text.parse().map_err(|_| InvalidDatabaseUrl::Postgres)?;
            let options = if says_nothing_of_tls(text) && !is_near(&options) {
                options.ssl_mode(PgSslMode::VerifyFull)
            } else {
                options
            };
            let database = options.get_database().unwrap_or_default();
            let shown = format!("postgres://{}:{}/{database}", options.get_host(), options.get_port());
            return Ok(Self(Place::Postgres { options: Box::new(options), shown }));
        }
        let shown = text.split('@').next_back().unwrap_or_default();
        Err(InvalidDatabaseUrl::Scheme(shown.to_owned()))
    }
}

/// Whether neither the address nor the environment says how a connection is kept secret.
fn says_nothing_of_tls(url: &str) -> bool {
    let query = url.split_once('?').map_or("", |(_, query)| query);
    let names = query.split('&').filter_map(|pair| pair.split('=').next());
    names.into_iter().all(|name| name != "sslmode" && name != "ssl-mode") && std::env::var_os("PGSSLMODE").is_none()
}

/// Whether nothing leaves this machine: a socket file, or an address of its own.
fn is_near(options: &PgConnectOptions) -> bool {
    let host = options.get_host();
    let address = host.trim_start_matches('[').trim_end_matches(']').parse::<IpAddr>();
    options.get_socket().is_some()
        || host.starts_with('/')
        || host == "localhost"
        || address.is_ok_and(|address| address.to_canonical().is_loopback())
}

/// Without user and password.
impl fmt::Display for DatabaseUrl {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.0 {
            Place::Sqlite(path) => write!(f, "sqlite://{}", path.display()),
            Place::Postgres { shown, .. } => f.write_str(shown),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> String {
        text.parse::<DatabaseUrl>().map_or_else(|error| error.to_string(), |url| url.to_string())
    }

    #[test]
    fn an_address_is_shown_without_its_password() {
        assert_eq!(read("sqlite://loa.db"), "sqlite://loa.db");
        assert_eq!(read("sqlite:///var/lib/loa/loa.db"), "sqlite:///var/lib/loa/loa.db");
        assert_eq!(read("postgres://loa:secret@db.example.vn:5433/pakn"), "postgres://db.example.vn:5433/pakn");
    }

    #[test]
    fn what_leaves_this_machine_is_kept_secret_unless_the_address_says_otherwise() {
        let is_verified = |text: &str| {
            let Place::Postgres { options, .. } = text.parse::<DatabaseUrl>().unwrap().0 else { panic!("{text}") };
            matches!(options.get_ssl_mode(), PgSslMode::VerifyFull)
        };
        for far in ["postgres://loa@db.example.vn/pakn", "postgres://loa@10.0.0.7:5433/pakn?application_name=a"] {
            assert!(is_verified(far), "{far}");
        }
        for near in [
            "postgres://loa@localhost/pakn",
            "postgres://loa@127.0.0.1:5433/pakn",
            "postgres://loa@[::1]/pakn",
            "postgres://loa@db.example.vn/pakn?sslmode=disable",
            "postgres:///pakn?host=/run/postgresql",
        ] {
            assert!(!is_verified(near), "{near}");
        }
    }

    #[test]
    fn what_is_no_address_is_told_an_example() {
        assert_eq!(
            read("mysql://loa:secret@db.example.vn/pakn"),
            "`db.example.vn/pakn` is not the address of a database, expected `sqlite://loa.db` or `postgres://user@host/database`"
        );
        assert_eq!(read("sqlite://"), "`sqlite://` names no file, expected for example `sqlite://loa.db`");
        assert_eq!(
            read("sqlite://loa.db?mode=ro"),
            "`sqlite://loa.db?mode=ro` has parameters behind `?`, which a file has none of; take them away"
        );
        assert_eq!(
            read("postgres://loa:secret@db:port/pakn"),
            "the address of the PostgreSQL database cannot be read, expected `postgres://user:password@host:5432/database`"
        );
    }
}
