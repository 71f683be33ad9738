//! Running a service over TCP: slow heads are cut off, and a stop lets what is under way come to its end.

use std::io;
use std::time::Duration;

use axum::Router;
use axum::extract::Request;
use hyper::body::Incoming;
use hyper::server::conn::http1;
use hyper_util::rt::{TokioIo, TokioTimer};
use hyper_util::server::graceful::GracefulShutdown;
use hyper_util::service::TowerToHyperService;
use tokio::net::TcpListener;
use tower::ServiceExt;

use crate::service::Service;
use crate::visitor::Peer;
use crate::{retention, router};

/// Within what time the head of a request must have come.
const HEAD: Duration = Duration::from_secs(10);

/// How long requests that are under way may take after the sign to stop.
pub const GRACE: Duration = Duration::from_secs(3);

/// How long to wait when the system has no room for another connection.
const NO_ROOM: Duration = Duration::from_millis(100);

/// Runs a service beside `others`, which answer what it does not, until `stop` comes; then what is under way comes to its
/// end, at most in [`GRACE`], what waits is written, and the database is closed.
pub async fn run(service: Service, listener: TcpListener, others: Router, stop: impl Future<Output = ()>) {
    let erasing = tokio::spawn(retention::keep(service.clone()));
    tracing::info!(campaign = %service.campaign().id(), "the service begins");
    accept(listener, others.merge(router(service.clone())), stop).await;
    erasing.abort();
    service.store().close().await;
    tracing::info!("the service has ended");
}

async fn accept(listener: TcpListener, router: Router, stop: impl Future<Output = ()>) {
    let under_way = GracefulShutdown::new();
    let mut stop = std::pin::pin!(stop);
    loop {
        let accepted = tokio::select! {
            () = &mut stop => break,
            accepted = listener.accept() => accepted,
        };
        let (stream, peer) = match accepted {
            Ok(connection) => connection,
            Err(error) => {
                if !is_of_one_connection(&error) {
                    tracing::error!(kind = %error.kind(), "no connection can be taken");
                    tokio::time::sleep(NO_ROOM).await;
                }
                continue;
            }
        };
        // Answers are small and come at once.
        drop(stream.set_nodelay(true));
        let service = router.clone().map_request(move |request: Request<Incoming>| {
            let mut request = request.map(axum::body::Body::new);
            request.extensions_mut().insert(Peer(peer));
            request
        });
        let connection = http1::Builder::new()
            .timer(TokioTimer::new())
            .header_read_timeout(HEAD)
            .serve_connection(TokioIo::new(stream), TowerToHyperService::new(service));
        let connection = under_way.watch(connection);
        tokio::spawn(async move {
            // Whoever breaks off has gone away; there is nobody to tell.
            drop(connection.await);
        });
    }
    drop(listener);
    tokio::select! {
        () = under_way.shutdown() => {}
        () = tokio::time::sleep(GRACE) => tracing::warn!("requests that took too long were broken off"),
    }
}

fn is_of_one_connection(error: &io::Error) -> bool {
    use io::ErrorKind::{ConnectionAborted, ConnectionRefused, ConnectionReset};
    matches!(error.kind(), ConnectionAborted | ConnectionRefused | ConnectionReset)
}
