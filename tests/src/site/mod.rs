//! The pages under test, served on the loopback: each journey has a site of its own, on a port of its own, so that
//! nothing stored or cached by one is seen by another.

mod bundle;
mod document;
mod example;
mod fault;
mod office;
mod policy;
pub(crate) mod serve;
mod service;

use std::collections::{BTreeSet, HashMap};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, PoisonError};

use tokio::net::TcpListener;
use tokio::sync::watch;
use tokio::task::JoinHandle;

use service::Service;

pub use bundle::{BUNDLE, folder, fragment};
pub use document::{Document, frame};
pub use example::{Example, example, examples};
pub use fault::Fault;
pub use office::{Office, PASSWORD, Worker};
pub use policy::Policy;
pub use service::Line;

/// A running site; it ends with this value.
pub struct Site {
    address: String,
    inside: Arc<Inside>,
    server: JoinHandle<()>,
}

/// What the server knows.
struct Inside {
    fault: Fault,
    pages: Mutex<HashMap<String, Document>>,
    /// What is answered at a path instead of the service.
    answers: Mutex<HashMap<String, String>>,
    requests: Mutex<Vec<String>>,
    /// Whether the module may leave; only a slow one has to wait.
    gate: watch::Sender<bool>,
    /// Who takes feedback in, where somebody does.
    service: Option<Service>,
    /// The same in this process, where a test needs another clock.
    office: Option<Arc<Office>>,
    /// Whether pages of the office may be shown in a frame, as they are never sent otherwise.
    framed: AtomicBool,
    /// Whether the browser runs no script of any page.
    is_scriptless: AtomicBool,
}

impl Site {
    /// Starts a site on which something may be wrong.
    pub async fn start(fault: Fault) -> Self {
        Self::with(fault, None, None).await
    }

    /// Starts a site with the feedback service behind it.
    pub async fn with_service(fault: Fault) -> Self {
        Self::with(fault, Some(Service::start()), None).await
    }

    /// Starts a site with an office behind it.
    pub async fn with_office(office: &Arc<Office>) -> Self {
        Self::with(Fault::None, None, Some(Arc::clone(office))).await
    }

    /// The same where the campaign decides something about its service, with the bundle that is made of it.
    pub async fn with_settings(settings: &str) -> Self {
        Self::with(Fault::None, Some(Service::with_settings(settings)), None).await
    }

    /// An element with its static HTML, of the bundle that this site has.
    ///
    /// # Panics
    /// When the bundle has no such element.
    #[must_use]
    pub fn fragment(&self, name: &str) -> String {
        let bundle = self.inside.service.as_ref().and_then(Service::bundle);
        let Some(bundle) = bundle else { return fragment(name) };
        let file = bundle.join(format!("fragments/{name}.html"));
        std::fs::read_to_string(&file).unwrap_or_else(|error| panic!("cannot read `{}`: {error}", file.display()))
    }

    async fn with(fault: Fault, service: Option<Service>, office: Option<Arc<Office>>) -> Self {
        let listener = TcpListener::bind(("127.0.0.1", 0)).await.expect("a port on the loopback");
        let address = format!("http://{}", listener.local_addr().expect("a port has an address"));
        let gate = watch::Sender::new(fault != Fault::ModuleWaits);
        let inside = Arc::new(Inside {
            fault,
            pages: Mutex::default(),
            answers: Mutex::default(),
            requests: Mutex::default(),
            gate,
            service,
            office,
            framed: AtomicBool::default(),
            is_scriptless: AtomicBool::default(),
        });
        let app = serve::router(Arc::clone(&inside));
        let server = tokio::spawn(async move {
            axum::serve(listener, app).await.expect("the site serves until it is dropped");
        });
        Self { address, inside, server }
    }

    /// Starts a site on which nothing is wrong.
    pub async fn fine() -> Self {
        Self::start(Fault::None).await
    }

    /// Its origin, without a slash at the end.
    #[must_use]
    pub fn address(&self) -> &str {
        &self.address
    }

    /// Publishes a page at a path.
    pub fn put(&self, path: &str, page: Document) {
        lock(&self.inside.pages).insert(path.to_owned(), page);
    }

    /// Answers with JSON at a path, whatever is asked for there, as a service would.
    pub fn answer(&self, path: &str, json: &str) {
        lock(&self.inside.answers).insert(path.to_owned(), json.to_owned());
    }

    /// What happens between the page and the service from now on.
    pub fn line(&self, line: Line) {
        if let Some(service) = &self.inside.service {
            service.set(line);
        }
    }

    /// The status with which the service answered each feedback that reached it, in order.
    #[must_use]
    pub fn feedbacks(&self) -> Vec<u16> {
        self.sent("/api/feedback")
    }

    /// The status with which the service answered what was sent to a path of it, in order.
    #[must_use]
    pub fn sent(&self, path: &str) -> Vec<u16> {
        self.inside.service.as_ref().map(|service| service.taken(path)).unwrap_or_default()
    }

    /// What the service says at a path.
    ///
    /// # Panics
    /// When there is no service.
    pub async fn says(&self, path: &str) -> String {
        self.inside.service.as_ref().expect("a site with a service").says(path).await
    }

    /// Waits until so many feedbacks have been answered.
    ///
    /// # Panics
    /// When they are not in twenty seconds.
    pub async fn until_feedbacks(&self, count: usize) {
        self.until_sent("/api/feedback", count).await;
    }

    /// Waits until so much that was sent to a path has been answered.
    ///
    /// # Panics
    /// When it is not in twenty seconds.
    pub async fn until_sent(&self, path: &str, count: usize) {
        let all = async {
            while self.sent(path).len() < count {
                tokio::time::sleep(std::time::Duration::from_millis(15)).await;
            }
        };
        let answered = tokio::time::timeout(std::time::Duration::from_secs(20), all).await;
        assert!(answered.is_ok(), "{count} answers were expected at {path}, there are {:?}", self.sent(path));
    }

    /// Adds somebody to the desk of the running service, as who installs it does: by `loa user add`.
    ///
    /// # Panics
    /// When there is no service, or it takes nobody.
    pub fn employ(&self, worker: Worker) {
        self.inside.service.as_ref().expect("a service").employ(worker);
    }

    /// Sends pages of the office without the headers that keep them from being framed: a frame can be narrower than any
    /// window. What is seen of them then is their layout alone.
    pub fn let_frames(&self) {
        self.inside.framed.store(true, Ordering::Relaxed);
    }

    /// From now on the browser runs no script of any file of the site, as one does that blocks them.
    pub fn without_scripts(&self) {
        self.inside.is_scriptless.store(true, Ordering::Relaxed);
    }

    /// From now on it runs them again.
    pub fn with_scripts(&self) {
        self.inside.is_scriptless.store(false, Ordering::Relaxed);
    }

    /// Lets a module that waits go out.
    pub fn let_module_go(&self) {
        self.inside.gate.send_replace(true);
    }

    /// The modules that were asked for, by what their files are called, in the order of their names.
    #[must_use]
    pub fn modules(&self) -> BTreeSet<String> {
        let name = |path: &String| Some(path.rsplit('/').next()?.strip_suffix(".bin")?.to_owned());
        lock(&self.inside.requests).iter().filter_map(name).collect()
    }

    /// The paths that were asked for, in order.
    #[must_use]
    pub fn requests(&self) -> Vec<String> {
        lock(&self.inside.requests).clone()
    }
}

impl Drop for Site {
    fn drop(&mut self) {
        self.server.abort();
    }
}

fn lock<T>(mutex: &Mutex<T>) -> std::sync::MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
