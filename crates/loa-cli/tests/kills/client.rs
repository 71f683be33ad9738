//! Requests on the line, one connection for each.

use std::io::{self, Read, Write};
use std::net::TcpStream;

use serde_json::{Value, json};

/// What a service said about a feedback.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Reply {
    pub status: u16,
    pub code: String,
}

fn exchange(port: u16, request: &str) -> io::Result<(u16, Value)> {
    let mut stream = TcpStream::connect(("127.0.0.1", port))?;
    stream.write_all(request.as_bytes())?;
    let mut answer = String::new();
    stream.read_to_string(&mut answer)?;
    let broken = || io::Error::from(io::ErrorKind::UnexpectedEof);
    let (head, body) = answer.split_once("\r\n\r\n").ok_or_else(broken)?;
    let status = head.split(' ').nth(1).and_then(|status| status.parse().ok()).ok_or_else(broken)?;
    // An answer that was cut off says nothing.
    let body = serde_json::from_str(body).map_err(|_| broken())?;
    Ok((status, body))
}

/// Sends the feedback of a key.
pub(crate) fn send(port: u16, key: &str) -> io::Result<Reply> {
    let body = json!({
        "idempotency_key": key,
        "campaign": "ke-hoach",
        "actor": "phuong-mau",
        "kind": "procedure",
        "text": format!("Nộp hồ sơ mãi không được, lần {key}"),
        "name": "Nguyễn Thị Lan",
        "address": "12 phố Hàng Bài",
        "phone": "0912 345 678",
        "consents": ["answer@1"],
    })
    .to_string();
    let request = format!(
        "POST /api/feedback HTTP/1.1\r\nHost: a\r\nConnection: close\r\nContent-Type: application/json\r\nContent-Length: {}\r\n\r\n{body}",
        body.len()
    );
    let (status, body) = exchange(port, &request)?;
    Ok(Reply { status, code: body["code"].as_str().unwrap_or_default().to_owned() })
}

/// The codes of the whole board, page by page.
pub(crate) fn board(port: u16) -> Vec<String> {
    let mut codes = Vec::new();
    let mut cursor = String::new();
    loop {
        let path = format!("/api/board?limit=100&cursor={cursor}");
        let (status, page) =
            exchange(port, &format!("GET {path} HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n")).unwrap();
        assert_eq!(status, 200);
        codes.extend(page["items"].as_array().unwrap().iter().map(|item| item["code"].as_str().unwrap().to_owned()));
        match page["next"].as_str() {
            Some(next) => cursor = next.to_owned(),
            None => return codes,
        }
    }
}
