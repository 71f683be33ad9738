//! Asking: one request, one answer.

use gloo::events::EventListener;
use web_sys::{XmlHttpRequest, XmlHttpRequestResponseType};

use super::answer::{self, Answer};

/// A request on its way; dropped, its answer is not heard any more.
pub(super) struct Request {
    request: XmlHttpRequest,
    listener: Option<EventListener>,
}

impl Drop for Request {
    fn drop(&mut self) {
        // In this order: a request that is given up says so at once.
        self.listener.take();
        let _ = self.request.abort();
    }
}

/// How long an answer may take, in milliseconds.
const LIMIT: u32 = 30_000;

/// Asks an address of the service.
pub(super) fn ask(address: &str, hand_over: impl Fn(Answer) + 'static) -> Option<Request> {
    let request = XmlHttpRequest::new().ok()?;
    request.open("GET", address).ok()?;
    request.set_response_type(XmlHttpRequestResponseType::Json);
    request.set_timeout(LIMIT);
    let answered = request.clone();
    let listener = EventListener::new(&request, "loadend", move |_| {
        let body = answered.response().ok().filter(|body| body.is_object());
        let seconds = answered.get_response_header("retry-after").ok().flatten().and_then(|text| text.parse().ok());
        hand_over(answer::read(answered.status().unwrap_or(0), body.as_ref(), seconds));
    });
    let asked = Request { request, listener: Some(listener) };
    asked.request.send().ok().map(|()| asked)
}
