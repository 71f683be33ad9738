//! Requests as they are on the line: a client would tidy paths away that must be refused.

use std::collections::BTreeMap;
use std::io::{Read, Write};
use std::net::TcpStream;

/// What a server answers.
pub(crate) struct Answer {
    pub status: u16,
    pub headers: BTreeMap<String, String>,
    pub body: Vec<u8>,
}

impl Answer {
    pub(crate) fn text(&self) -> &str {
        std::str::from_utf8(&self.body).unwrap()
    }

    pub(crate) fn header(&self, name: &str) -> &str {
        self.headers.get(name).map_or("", String::as_str)
    }
}

/// Sends one request to a port of this machine and reads the answer to its end.
pub(crate) fn ask(port: u16, method: &str, path: &str, more: &str) -> Answer {
    exchange(port, method, path, &format!("{more}\r\n"))
}

/// The same with a body.
pub(crate) fn ask_with(port: u16, method: &str, path: &str, more: &str, body: &str) -> Answer {
    exchange(port, method, path, &format!("{more}Content-Length: {}\r\n\r\n{body}", body.len()))
}

fn exchange(port: u16, method: &str, path: &str, rest: &str) -> Answer {
    let mut stream = TcpStream::connect(("127.0.0.1", port)).unwrap();
    write!(stream, "{method} {path} HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n{rest}").unwrap();
    let mut answer = Vec::new();
    stream.read_to_end(&mut answer).unwrap();
    let end = answer.windows(4).position(|four| four == b"\r\n\r\n").unwrap();
    let head = std::str::from_utf8(&answer[..end]).unwrap();
    let mut lines = head.lines();
    let status = lines.next().unwrap().split(' ').nth(1).unwrap().parse().unwrap();
    let headers =
        lines.map(|line| line.split_once(": ").unwrap()).map(|(name, value)| (name.to_owned(), value.to_owned()));
    Answer { status, headers: headers.collect(), body: answer[end + 4..].to_vec() }
}

pub(crate) fn get(port: u16, path: &str) -> Answer {
    ask(port, "GET", path, "")
}
