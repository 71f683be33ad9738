//! A request to the service, and its answer.

use gloo::events::EventListener;
use loa_feedback::submission::IdempotencyKey;
use wasm_bindgen::JsValue;
use web_sys::{XmlHttpRequest, XmlHttpRequestResponseType};

/// A request on its way; dropped, its answer is not heard any more, and nobody knows whether it arrived.
pub(crate) struct Request {
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

/// What came back.
pub(crate) struct Reply {
    /// The status; 0 when nothing came back.
    pub(crate) status: u16,
    /// The body, when it is an object of JSON.
    pub(crate) body: Option<JsValue>,
    /// After how many seconds the service may be asked again, when it says so.
    pub(crate) seconds: Option<u32>,
}

/// How long an answer may take that somebody waits to read, in milliseconds.
const READING: u32 = 30_000;

/// How long one may take to what was sent: it is sent again only when it is lost for certain.
const SENDING: u32 = 60_000;

impl Request {
    /// Asks an address.
    pub(crate) fn get(address: &str, hand_over: impl Fn(Reply) + 'static) -> Option<Self> {
        let request = XmlHttpRequest::new().ok()?;
        request.open("GET", address).ok()?;
        Self::go(request, READING, None, hand_over)
    }

    /// Sends what a form holds. It travels as a form does, so that another site need not be asked first whether it may.
    pub(crate) fn post(address: &str, body: &str, hand_over: impl Fn(Reply) + 'static) -> Option<Self> {
        let request = XmlHttpRequest::new().ok()?;
        request.open("POST", address).ok()?;
        request.set_request_header("content-type", "application/x-www-form-urlencoded").ok()?;
        Self::go(request, SENDING, Some(body), hand_over)
    }

    fn go(
        request: XmlHttpRequest,
        limit: u32,
        body: Option<&str>,
        hand_over: impl Fn(Reply) + 'static,
    ) -> Option<Self> {
        request.set_response_type(XmlHttpRequestResponseType::Json);
        request.set_timeout(limit);
        request.set_request_header("accept", "application/json").ok()?;
        let answered = request.clone();
        let listener = EventListener::new(&request, "loadend", move |_| {
            let seconds = answered.get_response_header("retry-after").ok().flatten();
            hand_over(Reply {
                status: answered.status().unwrap_or(0),
                body: answered.response().ok().filter(JsValue::is_object),
                seconds: seconds.and_then(|text| text.parse().ok()),
            });
        });
        let sent = Self { request, listener: Some(listener) };
        sent.request.send_with_opt_str(body).ok().map(|()| sent)
    }
}

/// A key for what is sent once; none where the browser has no randomness.
pub(crate) fn key() -> Option<String> {
    let mut bytes = [0; 16];
    web_sys::window()?.crypto().ok()?.get_random_values_with_u8_array(&mut bytes).ok()?;
    Some(IdempotencyKey::from_random(bytes).as_str().to_owned())
}
