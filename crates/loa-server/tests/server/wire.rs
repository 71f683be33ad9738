//! The service on a port: what is slow is cut off, and a stop loses nothing.

use std::io::{Read, Write};
use std::net::TcpStream;

use axum::Router;
use loa_server::{Clock, Service, Store};
use tokio::net::TcpListener;
use tokio::sync::oneshot;

use super::engines::Database;
use super::feedback::{draft, key};
use super::service::campaign;

/// A service on a port, told to stop when the sender is dropped.
async fn listening(database: &Database) -> (u16, oneshot::Sender<()>, tokio::task::JoinHandle<()>) {
    let store = Store::open(&database.url()).await.unwrap();
    let service = Service::new(campaign(), store, Clock::system());
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let port = listener.local_addr().unwrap().port();
    let (stop, stopped) = oneshot::channel::<()>();
    let task = tokio::spawn(loa_server::run(service, listener, Router::new(), async {
        drop(stopped.await);
    }));
    (port, stop, task)
}

pub(crate) fn exchange(port: u16, request: &str) -> String {
    let mut stream = TcpStream::connect(("127.0.0.1", port)).unwrap();
    stream.write_all(request.as_bytes()).unwrap();
    let mut answer = String::new();
    stream.read_to_string(&mut answer).unwrap();
    answer
}

fn post(body: &str, length: usize) -> String {
    format!(
        "POST /api/feedback HTTP/1.1\r\nHost: a\r\nConnection: close\r\nContent-Type: application/json\r\nContent-Length: {length}\r\n\r\n{body}"
    )
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_body_that_does_not_come_is_cut_off() {
    let database = Database::sqlite();
    let (port, stop, task) = listening(&database).await;
    let slow = tokio::task::spawn_blocking(move || exchange(port, &post("{\"text\":", 500))).await.unwrap();
    assert!(slow.starts_with("HTTP/1.1 408 "), "{slow}");
    assert!(slow.contains("Đường truyền quá chậm nên chưa nhận đủ nội dung. Xin gửi lại."), "{slow}");
    drop(stop);
    task.await.unwrap();
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_stop_lets_what_is_under_way_come_to_its_end() {
    let database = Database::sqlite();
    let (port, stop, task) = listening(&database).await;
    let json = serde_json::to_string(&draft(&key(1))).unwrap();
    let (half, rest) = json.split_at(json.len() / 2);
    let (half, rest) = (post(half, json.len()), rest.to_owned());
    let mut stream = tokio::task::spawn_blocking(move || {
        let mut stream = TcpStream::connect(("127.0.0.1", port)).unwrap();
        stream.write_all(half.as_bytes()).unwrap();
        stream
    })
    .await
    .unwrap();
    // A whole exchange on a second connection, so that the first one has been taken.
    let health = "GET /healthz HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n";
    let health = tokio::task::spawn_blocking(move || exchange(port, health)).await.unwrap();
    let schema = loa_server::store::SCHEMA;
    assert!(health.ends_with(&format!("{{\"schema\":{schema},\"status\":\"ok\"}}")), "{health}");
    drop(stop);
    let answer = tokio::task::spawn_blocking(move || {
        stream.write_all(rest.as_bytes()).unwrap();
        let mut answer = String::new();
        stream.read_to_string(&mut answer).unwrap();
        answer
    })
    .await
    .unwrap();
    assert!(answer.starts_with("HTTP/1.1 201 "), "{answer}");
    task.await.unwrap();
    let store = Store::open(&database.url()).await.unwrap();
    let kept: Vec<(i64,)> =
        store.rows(loa_server::store::Statement::new("SELECT count(*) FROM feedback")).await.unwrap();
    assert_eq!(kept, [(1,)]);
    store.close().await;
}
