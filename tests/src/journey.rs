//! A journey and its tests, one for each engine.

use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};
use std::sync::{LazyLock, Mutex, PoisonError};
use std::time::Duration;

use tokio::runtime::Runtime;

use crate::engine::{Session, lane};
use crate::{Engine, Page};

/// Longer than any journey takes on a slow machine.
const LIMIT: Duration = Duration::from_secs(240);

/// Most of what is expected of a Vietnamese visitor's clock.
const HOME: &str = "Asia/Ho_Chi_Minh";

static RUNTIME: LazyLock<Runtime> = LazyLock::new(|| Runtime::new().expect("a runtime for the tests"));

/// Makes a module of three tests for each of the journeys, which are async functions of a [`Page`].
#[macro_export]
macro_rules! in_every_engine {
    ($($journey:ident),+ $(,)?) => {
        $(mod $journey {
            #[test]
            fn chromium() {
                $crate::run($crate::Engine::Chromium, super::$journey);
            }

            #[test]
            fn firefox() {
                $crate::run($crate::Engine::Firefox, super::$journey);
            }

            #[test]
            fn webkit() {
                $crate::run($crate::Engine::WebKit, super::$journey);
            }
        })+
    };
}

/// Runs a journey in an engine whose clock is in Vietnam.
pub fn run(engine: Engine, journey: impl AsyncFnOnce(&Page)) {
    run_in_zone(engine, HOME, journey);
}

/// Runs a journey in an engine whose clock is in another time zone.
///
/// # Panics
/// When the journey does; then the session is thrown away, since nobody knows in what state it is.
pub fn run_in_zone(engine: Engine, zone: &'static str, journey: impl AsyncFnOnce(&Page)) {
    let mut lane = lane(engine);
    let Some(page) = RUNTIME.block_on(page(engine, zone, &mut lane)) else { return };
    let result = catch_unwind(AssertUnwindSafe(|| {
        RUNTIME.block_on(async {
            let journey = tokio::time::timeout(LIMIT, journey(&page)).await;
            assert!(journey.is_ok(), "the journey did not end within {LIMIT:?}");
        });
    }));
    if let Err(panic) = result {
        RUNTIME.block_on(page.picture_of_failure());
        *lane = None;
        drop(lane);
        resume_unwind(panic);
    }
    if !RUNTIME.block_on(page.leave()) {
        *lane = None;
    }
}

/// A clean page in a session that answers.
async fn page(engine: Engine, zone: &'static str, lane: &mut Option<Session>) -> Option<Page> {
    if let Some(session) = lane.take_if(|session| session.zone == zone) {
        let page = Page::new(engine, session.client.clone());
        if page.is_there().await {
            *lane = Some(session);
            return Some(page);
        }
    }
    // WebKit serves one session at a time: the old one ends before the new one begins.
    *lane = None;
    let found = engine.find().map_err(|reason| missing(engine, &reason)).ok()?;
    let session = Session::start(engine, &found, zone).await.unwrap_or_else(|reason| panic!("{reason}"));
    let page = Page::new(engine, session.client.clone());
    *lane = Some(session);
    Some(page)
}

/// An engine that is not here is said once; on a build server it is a failure.
fn missing(engine: Engine, reason: &str) {
    static SAID: Mutex<Vec<Engine>> = Mutex::new(Vec::new());
    assert!(std::env::var_os("CI").is_none(), "{engine}: {reason}");
    let mut said = SAID.lock().unwrap_or_else(PoisonError::into_inner);
    if !said.contains(&engine) {
        said.push(engine);
        // Past the test harness, which hides what is printed by tests that pass.
        drop(std::io::Write::write_all(
            &mut std::io::stderr(),
            format!("journeys in {engine} are skipped: {reason}\n").as_bytes(),
        ));
    }
}
