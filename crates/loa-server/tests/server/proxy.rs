//! The ways to send from a portal that allows little, with a real proxy and the lines that the README gives.

use std::fs;
use std::net::{Ipv4Addr, TcpListener as Port, TcpStream};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use axum::Router;
use loa_server::{Clock, Service, Store};
use tokio::net::TcpListener;
use tokio::sync::oneshot;

use super::engines::Database;
use super::feedback::{draft, key};
use super::service::{Running, campaign_with, form};
use super::wire::exchange;

/// nginx as a portal with the policy of NukeViet, on a port of its own; it ends with this value.
struct Portal {
    port: u16,
    nginx: Child,
    _folder: tempfile::TempDir,
}

impl Drop for Portal {
    fn drop(&mut self) {
        drop(self.nginx.kill());
        drop(self.nginx.wait());
    }
}

/// None, with the reason printed, on a machine without nginx; with `CI=true` that fails.
fn portal(service: u16) -> Option<Portal> {
    let program = ["/usr/sbin/nginx", "/usr/local/sbin/nginx", "/opt/homebrew/bin/nginx"];
    let Some(program) = program.into_iter().find(|program| Path::new(program).is_file()) else {
        assert!(
            std::env::var_os("CI").is_none(),
            "nginx is missing; install `nginx-light` (with CI=true nothing is skipped)"
        );
        eprintln!("skipped: nginx is missing; install `nginx-light`");
        return None;
    };
    let folder = tempfile::tempdir().unwrap();
    let port = Port::bind((Ipv4Addr::LOCALHOST, 0)).unwrap().local_addr().unwrap().port();
    let place = folder.path().display();
    let lines = lines().replace(":8080/", &format!(":{service}/"));
    let policy = "connect-src 'self'; form-action 'self'; base-uri 'self'";
    let paths: String = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"]
        .map(|kind| format!("{kind}_temp_path {place}/{kind};\n"))
        .concat();
    let config = format!(
        "daemon off;\npid {place}/pid;\nerror_log stderr;\nmaster_process off;\nevents {{}}\nhttp {{\naccess_log off;\n{paths}\
         server {{\nlisten 127.0.0.1:{port};\nadd_header Content-Security-Policy \"{policy}\";\n{lines}}}\n}}\n"
    );
    fs::write(folder.path().join("nginx.conf"), config).unwrap();
    let mut command = Command::new(program);
    command.arg("-e").arg("stderr").arg("-p").arg(folder.path()).arg("-c").arg(folder.path().join("nginx.conf"));
    let nginx = command.stdin(Stdio::null()).spawn().unwrap();
    let portal = Portal { port, nginx, _folder: folder };
    let begun = Instant::now();
    while TcpStream::connect((Ipv4Addr::LOCALHOST, port)).is_err() {
        assert!(begun.elapsed() < Duration::from_secs(20), "nginx does not listen");
        std::thread::yield_now();
    }
    Some(portal)
}

/// The lines for nginx, from the README.
fn lines() -> String {
    let readme = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("README.md")).unwrap();
    let blocks = readme.split("```nginx\n").skip(1).filter_map(|rest| rest.split_once("```"));
    let mut lines = blocks.map(|(lines, _)| lines).filter(|lines| lines.starts_with("location /loa-gop-y/"));
    lines.next().unwrap().to_owned()
}

/// The service as it stands behind a proxy of the same machine.
async fn behind(database: &Database, settings: &str) -> (u16, oneshot::Sender<()>) {
    let store = Store::open(&database.url()).await.unwrap();
    let service = Service::new(campaign_with(settings), store, Clock::system());
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let port = listener.local_addr().unwrap().port();
    let (stop, stopped) = oneshot::channel::<()>();
    tokio::spawn(loa_server::run(service, listener, Router::new(), async {
        drop(stopped.await);
    }));
    (port, stop)
}

/// As a browser does from a page of the portal, without or with scripts.
fn post(port: u16, kind: &str, accept: &str, body: &str) -> String {
    let length = body.len();
    exchange(
        port,
        &format!(
            "POST /loa-gop-y/api/feedback HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nOrigin: http://127.0.0.1:{port}\r\n\
             Accept: {accept}\r\nConnection: close\r\nContent-Type: {kind}\r\nContent-Length: {length}\r\n\r\n{body}"
        ),
    )
}

fn get(port: u16, path: &str) -> String {
    exchange(port, &format!("GET {path} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nConnection: close\r\n\r\n"))
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_path_of_the_portal_leads_to_the_service() {
    let database = Database::sqlite();
    let (service, _stop) = behind(&database, "format = 1\nproxies = [\"127.0.0.1\"]\n").await;
    let Some(portal) = portal(service) else { return };
    let port = portal.port;
    let asked = tokio::task::spawn_blocking(move || {
        let json = serde_json::to_string(&draft(&key(1))).unwrap();
        let first = post(port, "application/json", "application/json", &json);
        let again = post(port, "application/json", "application/json", &json);
        let sent = draft(&key(2));
        let consents: Vec<String> = sent.consents.iter().map(ToString::to_string).collect();
        let mut pairs = vec![
            ("campaign", &*sent.campaign),
            ("actor", &*sent.actor),
            ("kind", &*sent.kind),
            ("text", &*sent.text),
            ("name", &*sent.name),
            ("address", &*sent.address),
            ("phone", &*sent.phone),
        ];
        pairs.extend(consents.iter().map(|consent| ("consents", &**consent)));
        let plain = post(port, "application/x-www-form-urlencoded", "text/html", &form(&pairs));
        (first, again, plain, get(port, "/loa-gop-y/gui"))
    });
    let (first, again, plain, page) = asked.await.unwrap();
    assert!(first.starts_with("HTTP/1.1 201 "), "{first}");
    assert!(again.starts_with("HTTP/1.1 200 "), "{again}");
    assert!(plain.starts_with("HTTP/1.1 201 ") && plain.contains("text/html"), "{plain}");
    // Everything that the pages name is below the path, since the portal knows nothing else of the service.
    for html in [&plain, &page] {
        for name in ["href=\"/", "action=\"/", "src=\"/"] {
            assert!(!html.contains(name), "{name} in {html}");
        }
    }
    assert!(page.contains("HTTP/1.1 200 "), "{page}");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn visitors_of_the_portal_are_told_apart_by_what_the_proxy_says() {
    let database = Database::sqlite();
    let settings = "format = 1\nproxies = [\"127.0.0.1\"]\n[limits]\naddress_per_minute = 1\n";
    let (service, _stop) = behind(&database, settings).await;
    let Some(portal) = portal(service) else { return };
    let port = portal.port;
    let from = move |visitor: &str, number: u64| {
        let json = serde_json::to_string(&draft(&key(number))).unwrap();
        let head = format!(
            "POST /loa-gop-y/api/feedback HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nX-Forwarded-For: {visitor}\r\n\
             Connection: close\r\nContent-Type: application/json\r\nContent-Length: {}\r\n\r\n",
            json.len()
        );
        exchange(port, &(head + &json))
    };
    let asked = tokio::task::spawn_blocking(move || {
        [from("203.0.113.1", 1), from("203.0.113.2", 2), from("203.0.113.1", 3)]
            .map(|answer| answer.split(' ').nth(1).unwrap_or_default().to_owned())
    });
    assert_eq!(asked.await.unwrap(), ["201", "201", "429"]);
}

#[tokio::test]
async fn a_portal_of_another_origin_is_let_in_when_it_is_named() {
    let campaign = campaign_with("format = 1\norigins = [\"https://cong.example.vn\"]\n");
    let running = Running::of(campaign, Database::sqlite()).await;
    let json = serde_json::to_string(&draft(&key(3))).unwrap();
    let ask = |origin| [("origin", origin), ("host", "pakn.example.vn"), ("content-type", "application/json")];
    let named = running.ask("POST", "/api/feedback", &ask("https://cong.example.vn"), &json).await;
    assert_eq!((named.status, named.header("access-control-allow-origin")), (201, "https://cong.example.vn"));
    let asks = [
        ("origin", "https://cong.example.vn"),
        ("access-control-request-method", "POST"),
        ("access-control-request-headers", "content-type"),
    ];
    let before = running.ask("OPTIONS", "/api/feedback", &asks, "").await;
    assert_eq!(before.header("access-control-allow-origin"), "https://cong.example.vn", "{}", before.status);
    assert_eq!(before.header("access-control-allow-headers"), "content-type");
    let foreign = running.ask("POST", "/api/feedback", &ask("https://la.example.vn"), &json).await;
    assert_eq!((foreign.status, foreign.header("access-control-allow-origin")), (403, ""));
}

#[tokio::test]
async fn a_link_leads_to_the_hosted_form_of_the_unit() {
    let running = Running::start().await;
    let actor = draft(&key(4)).actor;
    let page = running.get(&format!("/gui?actor={actor}&kind=procedure")).await;
    assert_eq!(page.status, 200, "{}", page.text);
    assert!(page.text.contains("<form") && page.text.contains(&actor), "{}", page.text);
}
