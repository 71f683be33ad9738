//! A folder of static files, served as a portal's own server would.

mod header_rules;
mod listen;
mod preview;
mod router;
mod whereabouts;

use std::fs;
use std::io::{self, Write};
use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::time::Duration;

pub(crate) use listen::ListenAddress;

use loa_bundle::WidgetFilesError;
use loa_bundle::manifest::MANIFEST_FILE;

use header_rules::{HEADERS_FILE, HeaderRules, InvalidHeaders};
use tokio::net::TcpListener;

pub(crate) use router::Site;

/// Why a folder could not be served.
#[derive(Debug, thiserror::Error)]
pub(crate) enum SiteError {
    #[error("there is no folder `{}` to serve; `loa build` makes one", .0.display())]
    NoFolder(PathBuf),
    #[error("`{}` is a file, expected the folder to serve; name the folder that it is in", .0.display())]
    File(PathBuf),
    #[error(
        "`{folder}` is a campaign, not a bundle; build one with `loa build {folder} --out out`, then `loa serve out`",
        folder = .0.display()
    )]
    Campaign(PathBuf),
    #[error(transparent)]
    Headers(#[from] InvalidHeaders),
    #[error(transparent)]
    Widgets(#[from] WidgetFilesError),
    #[error("`{}` cannot be read; see that it is a file and may be opened, or take it away", .path.display())]
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
    #[error("cannot listen on `{address}`; choose an address of this machine, for example `--listen 127.0.0.1:8080`")]
    Listen {
        address: String,
        #[source]
        source: io::Error,
    },
    #[error("the server has stopped; start it again")]
    Server(#[source] io::Error),
}

/// What is said about a bundle that was built without the widgets' files.
const WITHOUT_WIDGETS: &str = "
The widgets' files are not in this bundle: pages show the static HTML, and nothing takes it over.
To see them, run `cargo xtask build-widgets` and serve again with `--widgets target/widgets`.";

/// How long requests that are under way may take after the first sign to stop.
const GRACE: Duration = Duration::from_secs(3);

/// Serves `folder` until the process is told to stop; what its bundles lack of the widgets' files is taken from `widgets`.
pub(crate) fn serve(folder: &Path, widgets: Option<&Path>, address: &ListenAddress) -> Result<(), SiteError> {
    let site = read(folder, widgets)?;
    runtime()?.block_on(run(site, folder, address))
}

/// A folder that can be served.
pub(crate) fn read(folder: &Path, widgets: Option<&Path>) -> Result<Site, SiteError> {
    if !folder.is_dir() {
        let folder = folder.to_owned();
        return Err(if folder.exists() { SiteError::File(folder) } else { SiteError::NoFolder(folder) });
    }
    if is_campaign(folder) {
        return Err(SiteError::Campaign(folder.to_owned()));
    }
    Ok(Site::new(folder, widgets, rules(folder)?)?)
}

pub(crate) fn runtime() -> Result<tokio::runtime::Runtime, SiteError> {
    tokio::runtime::Builder::new_multi_thread().enable_all().build().map_err(SiteError::Server)
}

/// Whether the folder has a plan and nothing that can be served.
pub(crate) fn is_campaign(folder: &Path) -> bool {
    let has = |name: &str| folder.join(name).exists();
    (has("plan.toml") || has("plan.json")) && !has(MANIFEST_FILE) && !has("index.html")
}

fn rules(folder: &Path) -> Result<HeaderRules, SiteError> {
    let path = folder.join(HEADERS_FILE);
    match fs::read_to_string(&path) {
        Ok(text) => Ok(HeaderRules::read(&text)?),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(HeaderRules::default()),
        Err(source) => Err(SiteError::Read { path, source }),
    }
}

async fn run(site: Site, folder: &Path, address: &ListenAddress) -> Result<(), SiteError> {
    let listener = listen(address).await?;
    let here = self::address(&listener)?;
    // Somebody who waits for this line may go on as soon as it is there; when it cannot be written, nobody waits.
    let mut out = io::stdout();
    drop(writeln!(out, "serving {} on http://{here}/{}", folder.display(), site.hint()).and_then(|()| out.flush()));
    let server = axum::serve(listener, site.router()).with_graceful_shutdown(told_to_stop());
    let patience = async {
        told_to_stop().await;
        tokio::time::sleep(GRACE).await;
    };
    tokio::select! {
        ended = server => ended.map_err(SiteError::Server),
        () = patience => Ok(()),
    }
}

/// Takes the port.
pub(crate) async fn listen(address: &ListenAddress) -> Result<TcpListener, SiteError> {
    TcpListener::bind(address.socket()).await.map_err(|source| refused(address, source))
}

/// Where a listener listens, with the port that it was given.
pub(crate) fn address(listener: &TcpListener) -> Result<SocketAddr, SiteError> {
    listener.local_addr().map_err(SiteError::Server)
}

impl Site {
    /// What is to be said beside the address.
    pub(crate) fn hint(&self) -> &'static str {
        self.preview().filter(|preview| !preview.has_widgets()).map_or("", |_| WITHOUT_WIDGETS)
    }

    pub(crate) fn router(self) -> axum::Router {
        router::router(self)
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
pub(crate) async fn told_to_stop() {
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_keeps_a_server_from_its_port_is_said_with_another_port() {
        let address: ListenAddress = "127.0.0.1:80".parse().unwrap();
        assert_eq!(
            refused(&address, io::ErrorKind::PermissionDenied.into()).to_string(),
            "cannot listen on `127.0.0.1:80`: the port 80 is kept for the system; choose one from 1024 on, for example `--listen 127.0.0.1:8080`"
        );
        assert_eq!(
            refused(&"65535".parse().unwrap(), io::ErrorKind::AddrInUse.into()).to_string(),
            "cannot listen on `127.0.0.1:65535`: the port 65535 is taken by another program; stop that one, or choose another port, for example `--listen 127.0.0.1:8080`, or any free one with port 0"
        );
        assert_eq!(
            SiteError::Server(io::ErrorKind::Other.into()).to_string(),
            "the server has stopped; start it again"
        );
    }
}
