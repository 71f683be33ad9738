//! Sending a rating: one request and its status, or a beacon when the page is left.

use gloo::events::EventListener;
use loa_feedback::submission::IdempotencyKey;
use web_sys::{UrlSearchParams, XmlHttpRequest};

/// A request on its way; dropped, its answer is not heard any more.
pub(super) struct Request {
    request: XmlHttpRequest,
    listener: Option<EventListener>,
}

impl Drop for Request {
    fn drop(&mut self) {
        self.listener.take();
        let _ = self.request.abort();
    }
}

/// How long an answer may take, in milliseconds.
const LIMIT: u32 = 30_000;

/// Sends what a form would; the status of the answer is handed over, 0 for none.
pub(super) fn send(address: &str, body: &UrlSearchParams, hand_over: impl Fn(u16) + 'static) -> Option<Request> {
    let request = XmlHttpRequest::new().ok()?;
    request.open("POST", address).ok()?;
    request.set_timeout(LIMIT);
    request.set_request_header("accept", "application/json").ok()?;
    let answered = request.clone();
    let listener = EventListener::new(&request, "loadend", move |_| hand_over(answered.status().unwrap_or(0)));
    let sent = Request { request, listener: Some(listener) };
    sent.request.send_with_opt_url_search_params(Some(body)).ok().map(|()| sent)
}

/// Gives it to the browser, which sends it also when the page is gone.
pub(super) fn hand_over(address: &str, body: &UrlSearchParams) {
    if let Some(window) = web_sys::window() {
        let _ = window.navigator().send_beacon_with_opt_url_search_params(address, Some(body));
    }
}

/// A key for one rating; none where the browser has no randomness.
pub(super) fn key() -> Option<String> {
    let mut bytes = [0; 16];
    web_sys::window()?.crypto().ok()?.get_random_values_with_u8_array(&mut bytes).ok()?;
    Some(IdempotencyKey::from_random(bytes).as_str().to_owned())
}
