//! A browser: it keeps cookies, and fills in the forms of the page that it shows.

use std::collections::BTreeMap;

use loa_feedback::status::Role;
use loa_server::desk::{Password, Seat, UserName};
use loa_server::store::{Act, User};

use crate::service::{Answer, Running, form};

pub(crate) const PASSWORD: &str = "mưa tháng sáu, gió";

/// A browser of somebody.
pub(crate) struct Browser<'r> {
    running: &'r Running,
    pub cookies: BTreeMap<String, String>,
    pub page: String,
}

/// Adds a user with the usual password.
pub(crate) async fn add(running: &Running, name: &str, role: Role, unit: Option<&str>) {
    let name: UserName = name.parse().unwrap();
    let seat = Seat::new(role, unit.map(|unit| unit.parse().unwrap())).unwrap();
    let hash = Password::new(PASSWORD, &name).unwrap().hash().unwrap();
    let act = Act::by_nobody(running.service.now(), "user-add", None);
    running.service.store().add_user(&User { name, seat, disabled_at: None }, &hash, &act).await.unwrap();
}

impl<'r> Browser<'r> {
    pub(crate) fn new(running: &'r Running) -> Self {
        Self { running, cookies: BTreeMap::new(), page: String::new() }
    }

    /// A new user, who is signed in.
    pub(crate) async fn signed_in(running: &'r Running, name: &str, role: Role, unit: Option<&str>) -> Self {
        add(running, name, role, unit).await;
        let mut browser = Self::new(running);
        let answer = browser.sign_in(name, PASSWORD).await;
        assert_eq!((answer.status, answer.header("location")), (303, "/desk"));
        browser
    }

    pub(crate) async fn sign_in(&mut self, name: &str, password: &str) -> Answer {
        self.get("/desk/dang-nhap").await;
        self.send("/desk/dang-nhap", &[("name", name), ("password", password)]).await
    }

    pub(crate) async fn get(&mut self, path: &str) -> Answer {
        let answer = self.running.ask("GET", path, &[("cookie", &self.cookie())], "").await;
        self.keep(answer)
    }

    /// Sends a form of the page that is shown, with its hidden fields.
    pub(crate) async fn send(&mut self, path: &str, pairs: &[(&str, &str)]) -> Answer {
        let hidden: Vec<(&str, String)> =
            ["dau", "version", "events", "shown"].into_iter().map(|name| (name, self.hidden(name))).collect();
        let hidden = hidden.iter().filter(|(_, value)| !value.is_empty()).map(|(name, value)| (*name, value.as_str()));
        let pairs: Vec<(&str, &str)> = hidden.chain(pairs.iter().copied()).collect();
        self.send_only(path, &pairs, &[]).await
    }

    pub(crate) async fn send_only(&mut self, path: &str, pairs: &[(&str, &str)], more: &[(&str, &str)]) -> Answer {
        let cookie = self.cookie();
        let mut headers = vec![("cookie", cookie.as_str()), ("content-type", "application/x-www-form-urlencoded")];
        headers.extend(more);
        let answer = self.running.ask("POST", path, &headers, &form(pairs)).await;
        self.keep(answer)
    }

    /// The value of a hidden field of the page.
    pub(crate) fn hidden(&self, name: &str) -> String {
        let begin = format!("name=\"{name}\" value=\"");
        self.page.split(&begin).nth(1).and_then(|rest| rest.split('"').next()).unwrap_or_default().to_owned()
    }

    fn cookie(&self) -> String {
        self.cookies.iter().map(|(name, value)| format!("{name}={value}")).collect::<Vec<_>>().join("; ")
    }

    fn keep(&mut self, answer: Answer) -> Answer {
        for cookie in answer.headers.get_all("set-cookie") {
            let (name, rest) = cookie.to_str().unwrap().split_once('=').unwrap();
            match rest.split(';').next().unwrap() {
                "" => drop(self.cookies.remove(name)),
                value => drop(self.cookies.insert(name.to_owned(), value.to_owned())),
            }
        }
        if answer.header("content-type").starts_with("text/html") {
            self.page.clone_from(&answer.text);
            is_plain(&answer);
        }
        answer
    }
}

/// Nothing runs in a page, nothing is kept of it, and every label and description leads somewhere.
fn is_plain(page: &Answer) {
    assert_eq!(
        page.header("content-security-policy"),
        "default-src 'none'; style-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
    );
    assert_eq!((page.header("cache-control"), page.header("x-content-type-options")), ("no-store", "nosniff"));
    for sign in ["<script", " style=", "<style", "href=\"javascript:", " onload", " onclick", "<iframe", "<img"] {
        assert!(!page.text.contains(sign), "{sign}: {}", page.text);
    }
    for attribute in [" for=\"", "aria-describedby=\"", "aria-labelledby=\"", "href=\"#"] {
        for ids in page.text.split(attribute).skip(1).map(|rest| rest.split('"').next().unwrap()) {
            for id in ids.split(' ') {
                assert!(page.text.contains(&format!("id=\"{id}\"")), "{attribute}{id}: {}", page.text);
            }
        }
    }
    let mut ids: Vec<&str> = page.text.split(" id=\"").skip(1).map(|rest| rest.split('"').next().unwrap()).collect();
    let count = ids.len();
    ids.sort_unstable();
    ids.dedup();
    assert_eq!(ids.len(), count, "an id is there twice: {}", page.text);
}

/// All of the sentences are in the text.
pub(crate) fn says(text: &str, sentences: &[&str]) {
    for said in sentences {
        assert!(text.contains(said), "{said}: {text}");
    }
}
