//! Consents: what a person agrees to, each for one purpose, in the words of one version.

#[cfg(feature = "toml")]
mod file;
mod given;
mod version;

use loa_plan::{ActorId, ChannelId, Cite, Source, Text};

#[cfg(feature = "toml")]
pub use file::read;
pub use given::{Given, InvalidGiven};
pub use version::Version;

use crate::word::words;

words! {
    /// What personal data is used for.
    Purpose, "purpose of a consent" {
        /// To deal with the feedback and to answer the sender.
        "answer" => Answer,
        /// To publish the text of the feedback, without name and contact, with its answer.
        "publish" => Publish,
        /// To ask the sender afterwards whether the answer helped.
        "survey" => Survey,
    }
}

words! {
    /// Whether a feedback can be sent without a consent.
    Need, "need of a consent" {
        /// Without it the feedback cannot be answered.
        "required" => Required,
        /// The feedback is taken in all the same.
        "optional" => Optional,
    }
}

/// What a person agrees to for one purpose.
///
/// There is no key for a box that is ticked beforehand: silence is not consent (Luật 91/2025/QH15, Điều 9).
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Consent {
    /// The purpose; each purpose has one entry.
    pub purpose: Purpose,
    /// The version of the words; it grows with each change of them and is stored with what was given.
    pub version: Version,
    /// Whether a feedback can be sent without it.
    pub need: Need,
    /// The words beside the box.
    pub text: Text,
    /// Which personal data it is about, each in a few words.
    pub data: Vec<Text>,
    /// Who is responsible for the data.
    pub controller: ActorId,
    /// Which rights the person has.
    pub rights: Text,
    /// How it is taken back.
    pub withdraw: Text,
    /// The plan's channels by which it is taken back.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub channels: Vec<ChannelId>,
    /// Where this is laid down.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source: Option<Cite>,
}

/// The consents of a campaign: `consents.toml`.
#[derive(Debug, Clone, PartialEq, Eq, Default, serde::Serialize, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Consents {
    /// The consents, in the order in which a form shows them.
    pub consents: Vec<Consent>,
    /// Documents that are cited here and are not among those of the plan.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub sources: Vec<Source>,
}

loa_plan::read_record!(Consent { purpose, version, need, text, data, controller, rights, withdraw, channels, source });

#[cfg(all(test, feature = "toml"))]
mod tests {
    use expect_test::expect;

    use super::*;

    #[test]
    fn no_box_is_ticked_beforehand() {
        let text = "format = 1\n[[consents]]\npurpose = \"answer\"\nversion = 1\nneed = \"required\"\ntext = \"A\"\n\
            data = [\"A\"]\ncontroller = \"so\"\nrights = \"A\"\nwithdraw = \"A\"\nticked = true\n";
        expect![[r#"
            consents.toml:11:1: unknown key `ticked`
              help: delete it, or use one of the keys that are possible here: `channels`, `source`"#]]
        .assert_eq(&read("consents.toml", text).unwrap_err().to_string());
    }

    #[test]
    fn each_consent_says_everything_that_the_law_asks_for() {
        let text = "format = 1\n[[consents]]\npurpose = \"sell\"\nversion = 0\nneed = \"must\"\n[[consents]]\n";
        expect![[r#"
            consents.toml:2:1: missing key `text`
              help: add the line `text = "…"` below this one
            consents.toml:2:1: missing key `controller`
              help: add the line `controller = "ubnd-phuong"` below this one
            consents.toml:2:1: missing key `rights`
              help: add the line `rights = "…"` below this one
            consents.toml:2:1: missing key `withdraw`
              help: add the line `withdraw = "…"` below this one
            consents.toml:3:11: `sell` is not a possible value of `purpose`
              help: write one of `answer`, `publish`, `survey`
            consents.toml:4:11: `0` is not a version, expected a whole number from 1 on
              help: for the first wording write `version = 1`
            consents.toml:5:8: `must` is not a possible value of `need`
              help: write one of `required`, `optional`
            consents.toml:6:1: missing key `purpose`
              help: add the line `purpose = "answer"` below this one
            consents.toml:6:1: missing key `version`
              help: add the line `version = 1` below this one
            consents.toml:6:1: missing key `need`
              help: add the line `need = "required"` below this one
            consents.toml:6:1: missing key `text`
              help: add the line `text = "…"` below this one
            consents.toml:6:1: missing key `controller`
              help: add the line `controller = "ubnd-phuong"` below this one
            consents.toml:6:1: missing key `rights`
              help: add the line `rights = "…"` below this one
            consents.toml:6:1: missing key `withdraw`
              help: add the line `withdraw = "…"` below this one"#]]
        .assert_eq(&read("consents.toml", text).unwrap_err().to_string());
    }
}
