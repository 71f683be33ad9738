//! A load on a service that is only made up, on this machine.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::{TcpListener, TcpStream};

use super::*;

/// Answers every request with these bytes.
fn service(answer: &'static str) -> SocketAddr {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = listener.local_addr().unwrap();
    std::thread::spawn(move || {
        for stream in listener.incoming() {
            std::thread::spawn(move || answer_all(stream.unwrap(), answer));
        }
    });
    address
}

fn answer_all(stream: TcpStream, answer: &str) {
    let mut input = BufReader::new(stream.try_clone().unwrap());
    let mut output = stream;
    loop {
        let mut length = 0;
        loop {
            let mut line = String::new();
            if input.read_line(&mut line).unwrap() == 0 {
                return;
            }
            if let Some(value) = line.strip_prefix("Content-Length: ") {
                length = value.trim().parse().unwrap();
            }
            if line == "\r\n" {
                break;
            }
        }
        let mut body = vec![0; length];
        input.read_exact(&mut body).unwrap();
        output.write_all(answer.as_bytes()).unwrap();
    }
}

fn load(address: SocketAddr) -> Load {
    Load { address, receiver: Receiver::Loa, connections: 4, until: Until::Count(100), seed: 1 }
}

#[test]
fn so_many_are_sent_as_are_wanted() {
    let address = service("HTTP/1.1 201 Created\r\nContent-Length: 2\r\n\r\n{}");
    let sent = load(address).send().unwrap();
    assert_eq!((sent.answered, sent.measured), (100, 100));
    assert_eq!(sent.to_json()["answered"], 100);
}

#[test]
fn an_answer_that_is_no_receipt_is_told() {
    let address = service("HTTP/1.1 429 Too Many\r\nContent-Length: 0\r\n\r\n");
    let error = load(address).send().unwrap_err().to_string();
    assert!(error.starts_with("the service answered `HTTP/1.1 429 Too Many"), "{error}");
}
