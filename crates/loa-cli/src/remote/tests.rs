//! Addresses that are refused, and servers that do not answer as they should.

use std::io::Write;
use std::net::TcpListener;

use super::*;

fn read(address: &str) -> String {
    HttpBundle::at(address).map_or_else(|error| error.to_string(), |bundle| bundle.address)
}

#[test]
fn an_address_may_name_the_folder_or_the_list() {
    assert_eq!(read("https://loa.example.vn/hanoi"), "https://loa.example.vn/hanoi/");
    assert_eq!(read("https://loa.example.vn/hanoi/bundle.json"), "https://loa.example.vn/hanoi/");
    assert_eq!(read("https://loa.example.vn/my-bundle.json"), "https://loa.example.vn/my-bundle.json/");
    assert_eq!(read("http://127.0.0.1:8080/"), "http://127.0.0.1:8080/");
    assert_eq!(read("http://[::1]:8080/"), "http://[::1]:8080/");
}

#[test]
fn an_address_that_is_not_safe_is_refused() {
    for address in ["http://loa.example.vn/", "ftp://loa.example.vn/", "http://127.0.0.1.example.vn/"] {
        assert_eq!(
            read(address),
            format!(
                "the address `{address}` is not safe, expected `https://`; `http://` is for this machine only, such as `http://127.0.0.1:8080/`"
            )
        );
    }
    assert_eq!(
        read("loa.example.vn"),
        "`loa.example.vn` is not an address, expected for example `https://loa.example.vn/hanoi-2025/`"
    );
    assert_eq!(
        read("https://loa.example.vn/?a=b"),
        "the address `https://loa.example.vn/?a=b` has a query, expected that of a folder, such as `https://loa.example.vn/hanoi-2025/`"
    );
}

/// A server on this machine that gives these answers, one connection each.
fn server(answers: &'static [&'static str]) -> (HttpBundle, thread::JoinHandle<()>) {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let bundle = HttpBundle::at(&format!("http://{}/", listener.local_addr().unwrap())).unwrap();
    let serving = thread::spawn(move || {
        for answer in answers {
            let (mut stream, _) = listener.accept().unwrap();
            let mut request = Vec::new();
            while !request.ends_with(b"\r\n\r\n") {
                let mut byte = [0];
                stream.read_exact(&mut byte).unwrap();
                request.push(byte[0]);
            }
            stream.write_all(answer.as_bytes()).unwrap();
        }
    });
    (bundle, serving)
}

/// The file, or why there is none.
fn fetched(answers: &'static [&'static str], limit: u64) -> String {
    let (bundle, serving) = server(answers);
    let result = bundle.get(&BundlePath::new("a.json").unwrap(), limit);
    // All answers were asked for.
    serving.join().unwrap();
    match result {
        Ok(bytes) => String::from_utf8(bytes).unwrap(),
        Err(error) => error.to_string().replace(&bundle.address, "http://127.0.0.1:8080/"),
    }
}

const BUSY: &str = "HTTP/1.1 503 Service Unavailable\r\nContent-Length: 0\r\nConnection: close\r\n\r\n";
const HALF: &str = "HTTP/1.1 200 OK\r\nContent-Length: 9\r\nConnection: close\r\n\r\n{";
const WHOLE: &str = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\nConnection: close\r\n\r\n{}";
const MISSING: &str = "HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\nConnection: close\r\n\r\n";
const FORBIDDEN: &str = "HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\nConnection: close\r\n\r\n";
const MOVED: &str = "HTTP/1.1 302 Found\r\nLocation: /loa/a.json\r\nContent-Length: 0\r\nConnection: close\r\n\r\n";

#[test]
fn what_may_pass_by_itself_is_tried_twice_more() {
    assert_eq!(fetched(&[BUSY, BUSY, WHOLE], 2), "{}");
    assert_eq!(fetched(&[HALF, WHOLE], 9), "{}");
    assert_eq!(
        fetched(&[BUSY, BUSY, BUSY], 2),
        "the server answers 503 to `http://127.0.0.1:8080/a.json`; try again later, or ask whoever runs it"
    );
    assert_eq!(fetched(&[HALF, HALF, HALF], 9), "the answer to `http://127.0.0.1:8080/a.json` breaks off; try again");
}

#[test]
fn what_does_not_pass_is_said_at_once() {
    assert_eq!(
        fetched(&[MISSING], 2),
        "the server has no `http://127.0.0.1:8080/a.json` (404); check the address, which is that of the folder with `bundle.json`, or have the bundle published again"
    );
    assert_eq!(
        fetched(&[MOVED], 2),
        "the server sends `http://127.0.0.1:8080/a.json` on to `/loa/a.json`; give the address of that folder instead"
    );
    assert_eq!(
        fetched(&[FORBIDDEN], 2),
        "the server answers 403 to `http://127.0.0.1:8080/a.json`; try again later, or ask whoever runs it"
    );
    assert_eq!(
        fetched(&[WHOLE], 1),
        "`http://127.0.0.1:8080/a.json` has more than the 1 bytes that are expected; if the bundle is being changed right now, try again later"
    );
}
