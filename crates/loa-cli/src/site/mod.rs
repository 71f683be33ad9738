//! A folder of static files, served as a portal's own server would.

mod header_rules;
mod listen;
mod router;

use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::time::Duration;

pub(crate) use listen::ListenAddress;

use header_rules::{HEADERS_FILE, HeaderRules, InvalidHeaders};

/// Why a folder could not be served.
#[derive(Debug, thiserror::Error)]
pub(crate) enum SiteError {
    #[error("there is no folder `{}` to serve; `loa build` makes one", .0.display())]
    NoFolder(PathBuf),
    #[error(transparent)]
    Headers(#[from] InvalidHeaders),
    #[error("`{}` cannot be read", .path.display())]
    Read {
        path: PathBuf,
        #[source]
        source: io::Error,
    },
    #[error(
        "cannot listen on `{address}`: the port {port} is taken by another program; stop that one, or choose another port, for example `--listen {other}`, or any free one with port 0"
    )]
    Taken { address: String, port: u16, other: String },
    #[error(
        "cannot listen on `{address}`: the port {port} is kept for the system; choose one from 1024 on, for example `--listen {other}`"
    )]
    Kept { address: String, port: u16, other: String },
    #[error("cannot listen on `{address}`")]
    Listen {
        address: String,
        #[source]
        source: io::Error,
    },
    #[error("the server has stopped")]
    Server(#[source] io::Error),
}

/// How long requests that are under way may take after the first sign to stop.
const GRACE: Duration = Duration::from_secs(3);

/// Serves `folder` until the process is told to stop.
pub(crate) fn serve(folder: &Path, address: &ListenAddress) -> Result<(), SiteError> {
    if !folder.is_dir() {
        return Err(SiteError::NoFolder(folder.to_owned()));
    }
    let rules = rules(folder)?;
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build().map_err(SiteError::Server)?;
    runtime.block_on(run(folder, address, rules))
}

fn rules(folder: &Path) -> Result<HeaderRules, SiteError> {
    let path = folder.join(HEADERS_FILE);
    match fs::read_to_string(&path) {
        Ok(text) => Ok(HeaderRules::read(&text)?),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(HeaderRules::default()),
        Err(source) => Err(SiteError::Read { path, source }),
    }
}

async fn run(folder: &Path, address: &ListenAddress, rules: HeaderRules) -> Result<(), SiteError> {
    let listener = tokio::net::TcpListener::bind(address.socket()).await.map_err(|source| refused(address, source))?;
    let here = listener.local_addr().map_err(SiteError::Server)?;
    // Somebody who waits for this line may go on as soon as it is there; when it cannot be written, nobody waits.
    let mut out = io::stdout();
    drop(writeln!(out, "serving {} on http://{here}/", folder.display()).and_then(|()| out.flush()));
    let server = axum::serve(listener, router::router(folder, rules)).with_graceful_shutdown(told_to_stop());
    let patience = async {
        told_to_stop().await;
        tokio::time::sleep(GRACE).await;
    };
    tokio::select! {
        ended = server => ended.map_err(SiteError::Server),
        () = patience => Ok(()),
    }
}

fn refused(address: &ListenAddress, source: io::Error) -> SiteError {
    let port = address.socket().port();
    let other = |port| address.with_port(port).to_string();
    match source.kind() {
        io::ErrorKind::AddrInUse => {
            SiteError::Taken { address: address.to_string(), port, other: other(port.checked_add(1).unwrap_or(8080)) }
        }
        io::ErrorKind::PermissionDenied if port < 1024 => {
            SiteError::Kept { address: address.to_string(), port, other: other(8080) }
        }
        _ => SiteError::Listen { address: address.to_string(), source },
    }
}

/// Ctrl-C, or the sign by which a service manager stops a program.
async fn told_to_stop() {
    let interrupted = async {
        if tokio::signal::ctrl_c().await.is_err() {
            // Without signals the process is ended from outside.
            std::future::pending::<()>().await;
        }
    };
    #[cfg(unix)]
    let terminated = async {
        match tokio::signal::unix::signal(tokio::signal::unix::SignalKind::terminate()) {
            Ok(mut signal) => drop(signal.recv().await),
            Err(_) => std::future::pending::<()>().await,
        }
    };
    #[cfg(not(unix))]
    let terminated = std::future::pending::<()>();
    tokio::select! {
        () = interrupted => {}
        () = terminated => {}
    }
}
