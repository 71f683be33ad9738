//! How far a person has come.

use super::answer::{Answer, Problem, Receipt};

/// How far a person has come.
#[derive(Debug, Clone, PartialEq, Default)]
pub(super) enum Stage {
    /// At the form.
    #[default]
    Writing,
    /// Reading it once more; nothing is sent.
    Review,
    /// On its way.
    Sending,
    /// Not taken in, or nobody knows.
    Waiting(Why),
    /// Taken in.
    Received(Receipt),
    /// What was sent before is taken in, and what was changed since is not.
    Earlier(Receipt),
}

/// Why something is not taken in yet.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Why {
    /// There was no answer.
    Lost,
    /// The service is busy, for so many seconds.
    Busy(u32),
    /// The answer was nobody's that takes feedback in.
    Strange,
    /// The page's policy forbids to send from a script.
    Blocked,
}

impl Why {
    /// After how many seconds it is tried again by itself.
    pub(super) fn again(self) -> Option<u32> {
        match self {
            Self::Lost => Some(30),
            Self::Busy(seconds) => Some(seconds),
            Self::Strange => Some(120),
            Self::Blocked => None,
        }
    }
}

impl Stage {
    /// What an answer leads to, with what is wrong.
    pub(super) fn answered(answer: Answer) -> (Self, Vec<Problem>) {
        match answer {
            Answer::Received(receipt) => (Self::Received(receipt), Vec::new()),
            Answer::Earlier(receipt) => (Self::Earlier(receipt), Vec::new()),
            Answer::Wrong(problems) => (Self::Writing, problems),
            Answer::Busy(seconds) => (Self::Waiting(Why::Busy(seconds)), Vec::new()),
            Answer::Strange => (Self::Waiting(Why::Strange), Vec::new()),
            Answer::Lost => (Self::Waiting(Why::Lost), Vec::new()),
        }
    }

    /// Whether what is kept for sending is still to be sent.
    pub(super) fn is_open(&self) -> bool {
        matches!(self, Self::Sending | Self::Waiting(_))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_receipt_ends_the_sending_and_wrong_fields_lead_back_to_the_form() {
        let receipt = Receipt { code: "1".to_owned(), received: None, due: None };
        assert_eq!(Stage::answered(Answer::Received(receipt.clone())).0, Stage::Received(receipt));
        for answer in [Answer::Lost, Answer::Busy(5), Answer::Strange] {
            let (stage, problems) = Stage::answered(answer);
            assert!(stage.is_open() && problems.is_empty(), "{stage:?}");
        }
        assert!(Stage::Sending.is_open() && !Stage::Review.is_open() && !Stage::default().is_open());
        let problem = Problem::new(None, "Xin sửa.".to_owned());
        assert_eq!(Stage::answered(Answer::Wrong(vec![problem.clone()])), (Stage::Writing, vec![problem]));
    }

    #[test]
    fn everything_but_a_policy_is_tried_again_by_itself() {
        assert_eq!([Why::Lost, Why::Busy(5), Why::Strange].map(Why::again), [Some(30), Some(5), Some(120)]);
        assert_eq!(Why::Blocked.again(), None);
    }
}
