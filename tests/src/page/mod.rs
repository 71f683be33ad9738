//! What a test can do and see on a page.

mod axe;
mod desk;
mod devtools;
mod element;
mod keyboard;
mod picture;
mod probe;
mod rounds;

use std::time::{Duration, Instant};

use fantoccini::Client;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};

use crate::site::frame;
use crate::{Engine, Site};
pub use desk::Desk;
pub use keyboard::{Key, Stop};
pub use picture::Width;
pub use probe::{Event, Record, Shift};

/// Long enough for the slowest engine on a busy machine; what is waited for comes in milliseconds.
const PATIENCE: Duration = Duration::from_secs(20);

/// What tests ask of a page in its own language.
const LOOK: &str = include_str!("look.js");

/// A page in one engine.
pub struct Page {
    engine: Engine,
    client: Client,
}

impl Page {
    pub(crate) fn new(engine: Engine, client: Client) -> Self {
        Self { engine, client }
    }

    /// The engine in which it is.
    #[must_use]
    pub fn engine(&self) -> Engine {
        self.engine
    }

    /// Goes to a path of a site and waits until everything that the page names has loaded.
    pub async fn go(&self, site: &Site, path: &str) {
        self.visit(&format!("{}{path}", site.address())).await;
    }

    /// Goes to an address and waits until everything that the page names has loaded.
    pub async fn visit(&self, address: &str) {
        self.client.goto(address).await.unwrap_or_else(|error| panic!("{}: {address}: {error}", self.engine));
    }

    /// Forgets the cookies that this page has; cookies know no ports, so a journey that makes some leaves none.
    pub async fn forget_cookies(&self) {
        self.client.delete_all_cookies().await.unwrap_or_else(|error| panic!("{}: cookies: {error}", self.engine));
    }

    /// Loads the page again.
    pub async fn reload(&self) {
        self.client.refresh().await.unwrap_or_else(|error| panic!("{}: reload: {error}", self.engine));
    }

    /// Goes to a page shown in a frame, which can be narrower than any window, and waits until it has loaded.
    /// The frame's window is `view` in scripts.
    pub async fn go_framed(&self, site: &Site, path: &str, size: (u32, u32), sandbox: Option<&str>) {
        site.put("/frame", frame(path, size, sandbox));
        self.go(site, "/frame").await;
        self.until("the frame has loaded", "view !== self && view.document.readyState === 'complete'").await;
    }

    /// The value of an expression; `look` has the functions of `look.js`, `view` is the window under test:
    /// the frame's where there is one.
    pub async fn see<T: DeserializeOwned>(&self, expression: &str) -> T {
        self.run(&format!("return ({expression});"), vec![]).await
    }

    /// Runs statements; `arguments[0]` and on are the given values.
    pub async fn run<T: DeserializeOwned>(&self, statements: &str, values: Vec<Value>) -> T {
        let value = self.try_run(statements, values).await;
        let value = value.unwrap_or_else(|error| panic!("{}: {statements}\n{error}", self.engine));
        serde_json::from_value(value.clone()).unwrap_or_else(|error| panic!("{statements}\ngave {value}: {error}"))
    }

    /// Runs statements that `await`; what they return is the value.
    pub async fn run_async<T: DeserializeOwned>(&self, statements: &str, values: Vec<Value>) -> T {
        let script = format!(
            "{LOOK}\nconst given = [...arguments]; const done = given.pop();\n\
             (async () => {{ {statements} }})().then((value) => done({{ value }}), (error) => done({{ error: String(error?.stack ?? error) }}));"
        );
        let answer = self.client.execute_async(&script, values).await;
        let mut answer = answer.unwrap_or_else(|error| panic!("{}: {statements}\n{error}", self.engine));
        if let Some(error) = answer["error"].as_str() {
            panic!("{}: {statements}\n{error}", self.engine);
        }
        let value = answer["value"].take();
        serde_json::from_value(value.clone()).unwrap_or_else(|error| panic!("{statements}\ngave {value}: {error}"))
    }

    /// Waits until an expression is true.
    pub async fn until(&self, what: &str, expression: &str) {
        let began = Instant::now();
        let statements = format!("return Boolean({expression});");
        loop {
            // Between two pages a script can fail; the next try is on the new one.
            let last = self.try_run(&statements, vec![]).await;
            if matches!(last, Ok(Value::Bool(true))) {
                return;
            }
            if began.elapsed() > PATIENCE {
                let state = self.try_run("return look.state();", vec![]).await.unwrap_or_default();
                panic!("{}: waited {PATIENCE:?} until {what}: {expression}\n{last:?}\n{state:#}", self.engine);
            }
            tokio::time::sleep(Duration::from_millis(15)).await;
        }
    }

    /// Waits until every widget of the page has taken over, or fails with what went wrong.
    pub async fn ready(&self) {
        self.until("every widget is ready or has said why not", "look.settled()").await;
        let failed: Vec<Event> = self.see("look.events('loa-error')").await;
        assert!(failed.is_empty(), "{}: a widget is not ready: {failed:#?}", self.engine);
        self.painted().await;
    }

    /// The page reports that a module stopped, whose ever it is: `guide`, `feedback`, `widgets`, `other` or `nameless`, as its script
    /// `trap.js` knows them.
    pub async fn trap(&self, whose: &str) {
        let () = self.see(&format!("void view.dispatchEvent(new Event('{whose}-trap'))")).await;
    }

    /// Waits until what was asked of the page is drawn: two frames, as layout shifts are counted after one.
    pub async fn painted(&self) {
        let () = self.run_async("await look.frames(2);", vec![]).await;
    }

    async fn try_run(&self, statements: &str, values: Vec<Value>) -> Result<Value, String> {
        let script = format!("{LOOK}\n{statements}");
        self.client.execute(&script, values).await.map_err(|error| error.to_string())
    }

    /// Whether the session still answers.
    pub(crate) async fn is_there(&self) -> bool {
        let answer = tokio::time::timeout(Duration::from_secs(10), self.client.execute("return 1;", vec![])).await;
        matches!(answer, Ok(Ok(one)) if one == json!(1))
    }

    /// Leaves the page as the next journey wants to find it; whether that worked.
    pub(crate) async fn leave(&self) -> bool {
        if self.engine == Engine::Chromium {
            self.plain_media().await;
        }
        let gone = tokio::time::timeout(Duration::from_secs(10), self.client.goto("about:blank")).await;
        matches!(gone, Ok(Ok(())))
    }
}
