//! The lists of a plan whose entries have ids.

use crate::Plan;

/// A list whose entries have ids.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum List {
    Sources,
    Phases,
    Audiences,
    Topics,
    Channels,
    Messages,
    Actors,
    Activities,
    Principles,
    Indicators,
    Targets,
    Obligations,
}

impl List {
    pub(super) const ALL: [Self; 12] = [
        Self::Sources,
        Self::Phases,
        Self::Audiences,
        Self::Topics,
        Self::Channels,
        Self::Messages,
        Self::Actors,
        Self::Activities,
        Self::Principles,
        Self::Indicators,
        Self::Targets,
        Self::Obligations,
    ];

    /// Its key in the file and the word for one entry.
    fn words(self) -> (&'static str, &'static str) {
        match self {
            Self::Sources => ("sources", "source"),
            Self::Phases => ("phases", "phase"),
            Self::Audiences => ("audiences", "audience"),
            Self::Topics => ("topics", "topic"),
            Self::Channels => ("channels", "channel"),
            Self::Messages => ("messages", "message"),
            Self::Actors => ("actors", "actor"),
            Self::Activities => ("activities", "activity"),
            Self::Principles => ("principles", "principle"),
            Self::Indicators => ("indicators", "indicator"),
            Self::Targets => ("targets", "target"),
            Self::Obligations => ("obligations", "obligation"),
        }
    }

    /// Its key in the file: `phases`.
    pub(super) fn key(self) -> &'static str {
        self.words().0
    }

    /// The word for one entry: `phase`.
    pub(super) fn entry(self) -> &'static str {
        self.words().1
    }

    /// The ids of its entries, in the order of the plan.
    pub(super) fn ids(self, plan: &Plan) -> Vec<&str> {
        macro_rules! ids {
            ($list:ident) => {
                plan.$list.iter().map(|entry| entry.id.as_str()).collect()
            };
        }
        match self {
            Self::Sources => ids!(sources),
            Self::Phases => ids!(phases),
            Self::Audiences => ids!(audiences),
            Self::Topics => ids!(topics),
            Self::Channels => ids!(channels),
            Self::Messages => ids!(messages),
            Self::Actors => ids!(actors),
            Self::Activities => ids!(activities),
            Self::Principles => ids!(principles),
            Self::Indicators => ids!(indicators),
            Self::Targets => ids!(targets),
            Self::Obligations => ids!(obligations),
        }
    }
}
