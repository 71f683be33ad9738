//! A campaign as the service needs it: its plan, its doors, its consents, its working time, its settings.

mod origin;
mod settings;

use std::collections::BTreeSet;
use std::sync::{Arc, PoisonError, RwLock};

use chrono::NaiveDate;
use loa_feedback::calendar::{Calendar, HolidayYear, WorkingClock};
use loa_feedback::consent::Consents;
use loa_feedback::public::{self, Desk};
use loa_feedback::status::{Standing, due};
use loa_feedback::submission::Rules;
use loa_feedback::{Moment, PublicView, Routes};
use loa_plan::{ActorId, GuideId, Plan, PlanId, Zone};

pub use origin::{InvalidOrigin, Origin};
pub use settings::{Settings, Switch};

use crate::store::Entry;

/// A campaign, as it was when the service started.
#[derive(Debug)]
pub struct Campaign {
    plan: Plan,
    routes: Routes,
    consents: Consents,
    working: WorkingClock,
    settings: Settings,
    guides: BTreeSet<GuideId>,
    /// The rules of the day that they were last asked for: units come and go.
    rules: RwLock<Option<(NaiveDate, Arc<Rules>)>>,
}

impl Campaign {
    /// A campaign of what its files say. Without guides, see [`with_guides`](Self::with_guides), nothing is counted.
    ///
    /// ```
    /// # fn main() -> Result<(), Box<dyn std::error::Error>> {
    /// # let text = |name: &str| std::fs::read_to_string(format!("tests/campaign/{name}"));
    /// use loa_feedback::{calendar, consent, routes};
    /// use loa_server::campaign::{Campaign, Settings};
    ///
    /// let plan = loa_plan::Plan::from_toml(&text("plan.toml")?)?;
    /// let routes = routes::read("routes.toml", &text("routes.toml")?)?.value;
    /// let consents = consent::read("consents.toml", &text("consents.toml")?)?.value;
    /// let year = calendar::read("holidays/2026.toml", &text("holidays/2026.toml")?)?.value;
    /// let settings = Settings::read("service.toml", &text("service.toml")?)?;
    /// let campaign = Campaign::new(plan, routes, consents, [&year], settings);
    /// assert_eq!(campaign.id().as_str(), "ke-hoach");
    /// # Ok(())
    /// # }
    /// ```
    #[must_use]
    pub fn new<'y>(
        plan: Plan,
        routes: Routes,
        consents: Consents,
        years: impl IntoIterator<Item = &'y HolidayYear>,
        settings: Settings,
    ) -> Self {
        let working = WorkingClock::new(&routes.hours, Calendar::new(years), plan.zone);
        Self { plan, routes, consents, working, settings, guides: BTreeSet::new(), rules: RwLock::new(None) }
    }

    /// The same with the guides that it has: what people do with them is counted, and with no other.
    #[must_use]
    pub fn with_guides(mut self, guides: impl IntoIterator<Item = GuideId>) -> Self {
        self.guides = guides.into_iter().collect();
        self
    }

    pub(crate) fn has_guide(&self, guide: &GuideId) -> bool {
        self.guides.contains(guide)
    }

    /// Its id.
    #[must_use]
    pub fn id(&self) -> &PlanId {
        &self.plan.id
    }

    /// Its plan.
    #[must_use]
    pub fn plan(&self) -> &Plan {
        &self.plan
    }

    /// Its doors.
    #[must_use]
    pub fn routes(&self) -> &Routes {
        &self.routes
    }

    /// Its consents.
    #[must_use]
    pub fn consents(&self) -> &Consents {
        &self.consents
    }

    /// Its working time.
    #[must_use]
    pub fn working(&self) -> &WorkingClock {
        &self.working
    }

    /// Its settings.
    #[must_use]
    pub fn settings(&self) -> &Settings {
        &self.settings
    }

    /// The offset in which its moments are shown.
    #[must_use]
    pub fn zone(&self) -> Zone {
        self.plan.zone
    }

    /// What a submission is held against on a day.
    #[must_use]
    pub fn rules(&self, today: NaiveDate) -> Arc<Rules> {
        if let Some((day, rules)) = &*self.rules.read().unwrap_or_else(PoisonError::into_inner)
            && *day == today
        {
            return Arc::clone(rules);
        }
        let rules = Arc::new(Rules::new(&self.plan, &self.routes, &self.consents, today));
        *self.rules.write().unwrap_or_else(PoisonError::into_inner) = Some((today, Arc::clone(&rules)));
        rules
    }

    /// By when the next step is due; none when nothing is, or when the holidays until then are not known.
    #[must_use]
    pub fn due(&self, standing: &Standing) -> Option<Moment> {
        due(standing, &self.routes.limits, &self.working).ok()?.at()
    }

    /// The name of a unit; its id when the plan has no such unit any more.
    #[must_use]
    pub fn unit<'a>(&'a self, id: &'a ActorId) -> &'a str {
        let actor = self.plan.actors.iter().find(|actor| actor.id == *id);
        actor.map_or(id.as_str(), |actor| actor.title.get("vi"))
    }

    /// What everybody may see of a feedback, at a moment; without a deadline when the working days until it are not known.
    #[must_use]
    pub fn view(&self, entry: Entry, now: Moment) -> PublicView {
        let Routes { limits, labels, .. } = &self.routes;
        let desk = Desk { limits, clock: &self.working, labels, language: "vi" };
        let Entry { campaign, code, kind, procedure, standing, publication, question, answer, .. } = entry;
        let entry = public::Entry { code, campaign, kind, procedure, standing, publication, question, answer };
        desk.show(&entry, now).unwrap_or_else(|_| desk.show_undated(&entry))
    }
}
