//! A campaign as the service needs it: its plan, its doors, its consents, its working time, its settings.

mod origin;
mod reading;
mod settings;

use std::sync::{Arc, PoisonError, RwLock};

use chrono::NaiveDate;
use loa_feedback::calendar::WorkingClock;
use loa_feedback::consent::Consents;
use loa_feedback::status::{Lateness, Standing, due, lateness};
use loa_feedback::submission::Rules;
use loa_feedback::{Moment, PublicView, Routes};
use loa_plan::{ActorId, Plan, PlanId, Zone};

pub use origin::{InvalidOrigin, Origin};
pub use reading::CampaignError;
pub use settings::{Settings, Switch};

use crate::store::Entry;
use loa_feedback::public::PublicAnswer;
use loa_feedback::status::Publication;

/// A campaign, read once when the service starts.
#[derive(Debug)]
pub struct Campaign {
    plan: Plan,
    routes: Routes,
    consents: Consents,
    working: WorkingClock,
    settings: Settings,
    /// The rules of the day that they were last asked for: units come and go.
    rules: RwLock<Option<(NaiveDate, Arc<Rules>)>>,
}

impl Campaign {
    /// Reads `plan.toml`, `routes.toml`, `consents.toml`, `holidays/*.toml` and `service.toml` of a folder; the last two
    /// may be missing.
    ///
    /// # Errors
    /// [`CampaignError`] with every problem of every file.
    pub fn read(folder: &std::path::Path) -> Result<Self, CampaignError> {
        reading::read(folder)
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

    /// What everybody may see of a feedback, at a moment.
    #[must_use]
    pub fn view(&self, entry: Entry, now: Moment) -> PublicView {
        let Entry { campaign, code, kind, procedure, standing, due_at, publication, question, answer, .. } = entry;
        let is_public = publication == Publication::Published;
        let late = due_at.filter(|_| standing.status.is_open()).and_then(|due_at| {
            match lateness(due_at, now, &self.working) {
                Ok(Lateness::Overdue(late)) => Some(late),
                Ok(Lateness::InTime(_)) | Err(_) => None,
            }
        });
        let answer = answer.filter(|_| is_public).map(|answer| PublicAnswer {
            text: answer.text,
            unit: answer.unit,
            answered_at: answer.answered_at,
            links: answer.links,
        });
        PublicView {
            code,
            campaign,
            kind,
            procedure,
            status: standing.status,
            label: self.routes.labels.get(standing.status, "vi").to_owned(),
            received_at: standing.received_at,
            due_at: due_at.filter(|_| standing.status.is_open()),
            late,
            forwarded_to: standing.forwarded_to().cloned(),
            question: question.filter(|_| is_public),
            answer,
            closed_because: standing.closed_because,
            actor: standing.unit,
        }
    }
}
