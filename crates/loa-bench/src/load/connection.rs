//! One connection that is kept: a request goes out whole, and its answer is read to its end.

use std::net::SocketAddr;

use anyhow::{Context, Result, bail};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;

pub(super) struct Connection {
    address: SocketAddr,
    stream: TcpStream,
    answer: Vec<u8>,
}

/// More than any answer to a letter has.
const ROOM: usize = 16 * 1024;

impl Connection {
    pub(super) async fn open(address: SocketAddr) -> Result<Self> {
        Ok(Self { address, stream: connect(address).await?, answer: Vec::with_capacity(ROOM) })
    }

    /// Sends a request and gives the status of its answer. A service that closes after each answer is asked anew.
    pub(super) async fn exchange(&mut self, request: &[u8]) -> Result<u16> {
        self.stream.write_all(request).await?;
        self.answer.clear();
        loop {
            if let Some(end) = end(&self.answer)?
                && self.answer.len() >= end
            {
                break;
            }
            if self.stream.read_buf(&mut self.answer).await? == 0 {
                bail!("the service closed a connection in the middle of an answer");
            }
            if self.answer.len() > ROOM {
                bail!("the service answers without end");
            }
        }
        let head = head(&self.answer).unwrap_or_default();
        if value(head, "connection").is_some_and(|value| value.eq_ignore_ascii_case("close")) {
            self.stream = connect(self.address).await?;
        }
        let status = head.get(9..12).and_then(|status| status.parse().ok());
        status.with_context(|| format!("`{}` is no answer", head.lines().next().unwrap_or_default()))
    }

    /// The last answer as text, for a person who wants to know what went wrong.
    pub(super) fn last_answer(&self) -> String {
        String::from_utf8_lossy(&self.answer).into_owned()
    }
}

async fn connect(address: SocketAddr) -> Result<TcpStream> {
    let stream = TcpStream::connect(address).await.with_context(|| format!("nobody listens on {address}"))?;
    stream.set_nodelay(true)?;
    Ok(stream)
}

fn head(answer: &[u8]) -> Option<&str> {
    let end = answer.windows(4).position(|four| four == b"\r\n\r\n")?;
    std::str::from_utf8(answer.get(..end)?).ok()
}

/// How many bytes the answer has altogether, once its head is there.
fn end(answer: &[u8]) -> Result<Option<usize>> {
    let Some(head) = head(answer) else { return Ok(None) };
    let length = value(head, "content-length").and_then(|length| length.parse::<usize>().ok());
    let length = length.context("an answer does not say how long it is")?;
    Ok(Some(head.len() + 4 + length))
}

fn value<'h>(head: &'h str, name: &str) -> Option<&'h str> {
    let mut fields = head.lines().skip(1).filter_map(|line| line.split_once(':'));
    fields.find(|(field, _)| field.eq_ignore_ascii_case(name)).map(|(_, value)| value.trim())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_answer_ends_where_its_head_says() {
        let answer = b"HTTP/1.1 201 Created\r\nContent-Length: 2\r\nconnection: Close\r\n\r\n{}";
        assert_eq!(end(answer).unwrap(), Some(answer.len()));
        assert_eq!(end(b"HTTP/1.1 201 Created\r\n").unwrap(), None);
        assert_eq!(value(head(answer).unwrap(), "connection"), Some("Close"));
        assert!(end(b"HTTP/1.1 200 OK\r\n\r\n").is_err());
    }
}
