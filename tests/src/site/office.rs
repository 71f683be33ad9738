//! The feedback service in this process, with a clock that a test sets: what a desk shows after days, when somebody is
//! locked out, or when the database is gone.

use std::fs;
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

use axum::Router;
use axum::body::Body;
use axum::extract::Request;
use axum::http::header;
use axum::response::Response;
use http_body_util::BodyExt;
use loa_feedback::{Moment, calendar, consent, routes};
use loa_plan::Plan;
use loa_server::campaign::Settings;
use loa_server::desk::{Password, PasswordHash, Seat, UserName};
use loa_server::store::{Act, User};
use loa_server::{Campaign, Clock, Service, Store};
use serde_json::{Value, json};
use tempfile::TempDir;
use tokio::sync::OnceCell;
use tower::ServiceExt;

/// The password of everybody at the desk.
pub const PASSWORD: &str = "mua thang sau, gio nhe";

/// A Tuesday afternoon in working hours.
const NOW: &str = "2026-11-24T14:10:00+07:00";

/// Who works at a desk.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Worker {
    /// An officer of the ward to which the form of the tests is addressed.
    Officer,
    /// Who decides what is public.
    Publisher,
    /// Who sees all and the record.
    Admin,
}

impl Worker {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Officer, Self::Publisher, Self::Admin];

    /// The name to sign in with.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Officer => "can.bo",
            Self::Publisher => "nguoi.duyet",
            Self::Admin => "quan.tri",
        }
    }

    /// The role, as `loa user` calls it.
    #[must_use]
    pub fn role(self) -> &'static str {
        match self {
            Self::Officer => "officer",
            Self::Publisher => "publisher",
            Self::Admin => "admin",
        }
    }

    /// The unit of an officer.
    #[must_use]
    pub fn unit(self) -> Option<&'static str> {
        (self == Self::Officer).then_some("phuong-cua-nam")
    }
}

/// A running service; it ends with this value.
pub struct Office {
    service: Service,
    clock: Arc<AtomicI64>,
    router: Router,
    count: AtomicI64,
    _folder: TempDir,
}

impl Office {
    /// Opens one for Hanoi's campaign with an empty database, and everybody at the desk.
    ///
    /// # Panics
    /// When the campaign cannot be read, or no file can be written.
    pub async fn open() -> Self {
        let folder = tempfile::tempdir().expect("a folder for the database");
        let url = format!("sqlite://{}", folder.path().join("loa.db").display());
        let store = Store::open(&url.parse().expect("the address of a file")).await.expect("a new database");
        let now: Moment = NOW.parse().expect("a moment");
        let clock = Arc::new(AtomicI64::new(now.unix()));
        let seconds = Arc::clone(&clock);
        let service = Service::new(campaign(), store, Clock::new(move || seconds.load(Ordering::Relaxed)));
        let router = loa_server::router(service.clone());
        let office = Self { service, clock, router, count: AtomicI64::new(0), _folder: folder };
        for worker in Worker::ALL {
            office.add(worker).await;
        }
        office
    }

    async fn add(&self, worker: Worker) {
        let name: UserName = worker.name().parse().expect("a name");
        let unit = worker.unit().map(|unit| unit.parse().expect("a unit"));
        let seat = Seat::new(worker.role().parse().expect("a role"), unit).expect("a seat");
        let act = Act::by_nobody(self.service.now(), "user-add", None);
        let user = User { name, seat, disabled_at: None };
        self.service.store().add_user(&user, hash().await, &act).await.expect("a new user");
    }

    /// Lets time pass.
    pub fn pass(&self, hours: i64) {
        self.clock.fetch_add(hours * 3_600, Ordering::Relaxed);
    }

    /// Receives a feedback from somebody who agrees that it is published; its code.
    ///
    /// # Panics
    /// When it is not taken in.
    pub async fn receive(&self, text: &str) -> String {
        let number = self.count.fetch_add(1, Ordering::Relaxed);
        let draft = json!({
            "idempotency_key": format!("key-for-journeys-{number:04}"), "campaign": "hanoi-2025",
            "actor": "phuong-cua-nam", "kind": "procedure", "procedure": "1.001193", "text": text,
            "name": "Nguyễn Thị Lan", "address": "12 phố Hàng Bài, phường Cửa Nam", "phone": "0912 345 678", "email": "",
            "consents": ["answer@1", "publish@1"], "website": "",
        });
        let request = Request::post("/api/feedback").header(header::CONTENT_TYPE, "application/json");
        let answer = self.answer(request.body(Body::from(draft.to_string())).expect("a request")).await;
        let (parts, body) = answer.into_parts();
        let body = body.collect().await.expect("a whole answer").to_bytes();
        let answer: Value = serde_json::from_slice(&body).expect("JSON");
        assert_eq!(parts.status.as_u16(), 201, "{answer}");
        answer["code"].as_str().expect("a code").to_owned()
    }

    /// The database is gone from now on.
    pub async fn lose_the_database(&self) {
        self.service.store().clone().close().await;
    }

    pub(super) async fn answer(&self, request: Request) -> Response {
        self.router.clone().oneshot(request).await.unwrap_or_else(|never| match never {})
    }
}

/// Made once: it takes a second where programs are built for tests.
async fn hash() -> &'static PasswordHash {
    static HASH: OnceCell<PasswordHash> = OnceCell::const_new();
    let make = async || {
        let name: UserName = "ai.do".parse().expect("a name");
        Password::new(PASSWORD, &name).expect("a password").hash().expect("a hash")
    };
    HASH.get_or_init(make).await
}

fn campaign() -> Campaign {
    let folder = crate::repository().join("examples/campaigns/hanoi-2025");
    let text = |name: &str| fs::read_to_string(folder.join(name)).unwrap_or_else(|error| panic!("`{name}`: {error}"));
    let plan = Plan::from_toml(&text("plan.toml")).expect("a plan");
    let doors = routes::read("routes.toml", &text("routes.toml")).expect("doors").value;
    let consents = consent::read("consents.toml", &text("consents.toml")).expect("consents").value;
    let year = |name: &str| calendar::read(name, &text(name)).expect("holidays").value;
    let years = ["holidays/2025.toml", "holidays/2026.toml"].map(year);
    Campaign::new(plan, doors, consents, &years, Settings::default())
}
