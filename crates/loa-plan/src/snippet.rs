//! The HTML by which an agency gives an evidence on its portal.

use crate::membership::concerns;
use crate::{Actor, Evidence, EvidenceKind, GuideId, Plan, Target};

/// What gives an evidence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Snippet {
    /// HTML to paste: one widget a line.
    ///
    /// Its `src` is `/loa/<plan>/`, where a bundle is put on a portal's own server.
    /// The static HTML that belongs inside each element is made with the bundle.
    Html(String),
    /// No widget gives it; what to publish, in words.
    Publish(String),
}

/// What gives `evidence` on the portal of `actor`.
#[must_use]
pub fn snippet(plan: &Plan, actor: &Actor, evidence: &Evidence) -> Snippet {
    let widgets = widgets(plan, actor, evidence);
    if !widgets.is_empty() {
        return Snippet::Html(widgets.iter().map(|widget| widget.element(plan, actor)).collect::<Vec<_>>().join("\n"));
    }
    let words = match evidence.kind {
        EvidenceKind::Guide => "publish a step-by-step guide; the plan names none",
        EvidenceKind::Figures => "publish figures with their period and source; the plan has no target",
        EvidenceKind::Document => "publish a document to read or download",
        EvidenceKind::Video => "publish a video with captions or a transcript",
        EvidenceKind::Channels => {
            "publish the list of official channels: address, phone number, website, e-mail address"
        }
        EvidenceKind::Agents => "publish the list of agents that help people file, with their addresses",
        EvidenceKind::Feedback => "publish a feedback form, and an address where feedback is taken in",
        EvidenceKind::PublicAnswers => "publish the answers to feedback",
        EvidenceKind::Rating => "let visitors rate the information, without asking who they are",
        EvidenceKind::PressColumn => "publish a column on online public services",
        EvidenceKind::Report => "send a report to the lead agency",
        EvidenceKind::Message | EvidenceKind::Roadmap | EvidenceKind::Other => {
            "a person must judge it; see the words of the obligation"
        }
    };
    Snippet::Publish(words.to_owned())
}

/// Where the static HTML of what gives `evidence` stands below the bundle: `fragments/loa-guide/khai-sinh.html`.
///
/// In the order of the elements of [`snippet`]; none when no widget gives it.
#[must_use]
pub fn fragments(plan: &Plan, actor: &Actor, evidence: &Evidence) -> Vec<String> {
    widgets(plan, actor, evidence)
        .iter()
        .map(|widget| format!("fragments/{}/{}.html", widget.tag, widget.name()))
        .collect()
}

/// An element, and what it shows: the attribute that says so, with its value; none when there is but one thing.
struct Widget<'p> {
    tag: &'static str,
    shows: Option<(&'static str, &'p str)>,
}

impl Widget<'_> {
    fn name(&self) -> &str {
        self.shows.map_or("all", |(_, id)| id)
    }

    fn element(&self, plan: &Plan, actor: &Actor) -> String {
        let src = format!("/loa/{}/", plan.id);
        let mut html = format!("<{}", self.tag);
        for (name, value) in [("src", src.as_str()), ("actor", actor.id.as_str())].into_iter().chain(self.shows) {
            html.push_str(&format!(" {name}=\"{}\"", escaped(value)));
        }
        html.push_str(&format!("></{}>", self.tag));
        html
    }
}

fn widgets<'p>(plan: &'p Plan, actor: &Actor, evidence: &'p Evidence) -> Vec<Widget<'p>> {
    let whole = |tag| vec![Widget { tag, shows: None }];
    match evidence.kind {
        // It shows the main message first, and those for the audience and the phase.
        EvidenceKind::Message => whole("loa-message"),
        EvidenceKind::Guide => guides(plan, evidence)
            .into_iter()
            .map(|guide| Widget { tag: "loa-guide", shows: Some(("guide", guide.as_str())) })
            .collect(),
        EvidenceKind::Figures => targets(plan, actor)
            .into_iter()
            .map(|target| Widget { tag: "loa-progress", shows: Some(("target", target.id.as_str())) })
            .collect(),
        EvidenceKind::Roadmap => whole("loa-roadmap"),
        _ => Vec::new(),
    }
}

/// The guide that is asked for, else as many as are asked for of those that messages lead to.
fn guides<'p>(plan: &'p Plan, evidence: &'p Evidence) -> Vec<&'p GuideId> {
    if let Some(guide) = &evidence.guide {
        return vec![guide];
    }
    let least = evidence.min.map_or(1, |min| usize::try_from(min.value()).unwrap_or(usize::MAX)).max(1);
    let mut guides: Vec<&GuideId> = Vec::new();
    for guide in plan.messages.iter().flat_map(|message| &message.guides) {
        if guides.len() < least && !guides.contains(&guide) {
            guides.push(guide);
        }
    }
    guides
}

/// The targets that the agency has a part in, else those of the whole plan; only those that can have a figure.
fn targets<'p>(plan: &'p Plan, actor: &Actor) -> Vec<&'p Target> {
    let measured = || plan.targets.iter().filter(|target| target.indicator.is_some());
    let own: Vec<&Target> = measured().filter(|target| concerns(plan, &target.of, actor)).collect();
    if own.is_empty() { measured().collect() } else { own }
}

/// Ids need no escaping today; this keeps it so that nothing can leave its attribute should that change.
fn escaped(value: &str) -> String {
    value.replace('&', "&amp;").replace('"', "&quot;").replace('<', "&lt;").replace('>', "&gt;")
}

#[cfg(all(test, feature = "toml"))]
mod tests {
    use super::*;

    fn shown(actor: &str, kind: EvidenceKind) -> Snippet {
        let plan = Plan::from_toml(include_str!("../../../tests/fixtures/two-tiers.toml")).unwrap();
        let actor = crate::succession::find(&plan, actor).unwrap();
        snippet(&plan, actor, &Evidence { kind, message: None, guide: None, min: None })
    }

    #[test]
    fn a_widget_gives_messages_guides_figures_and_phases() {
        let html = |text: &str| Snippet::Html(text.to_owned());
        assert_eq!(
            shown("huyen", EvidenceKind::Message),
            html(r#"<loa-message src="/loa/hai-cap/" actor="huyen"></loa-message>"#)
        );
        assert_eq!(
            shown("huyen", EvidenceKind::Guide),
            html(r#"<loa-guide src="/loa/hai-cap/" actor="huyen" guide="khai-sinh"></loa-guide>"#)
        );
        assert_eq!(
            shown("xa-bac", EvidenceKind::Figures),
            html(r#"<loa-progress src="/loa/hai-cap/" actor="xa-bac" target="truc-tuyen"></loa-progress>"#)
        );
        assert_eq!(
            shown("huyen", EvidenceKind::Roadmap),
            html(r#"<loa-roadmap src="/loa/hai-cap/" actor="huyen"></loa-roadmap>"#)
        );
    }

    #[test]
    fn each_element_has_its_static_html_in_the_bundle() {
        let plan = Plan::from_toml(include_str!("../../../tests/fixtures/two-tiers.toml")).unwrap();
        let html = |actor: &str, kind, min| {
            let actor = crate::succession::find(&plan, actor).unwrap();
            fragments(&plan, actor, &Evidence { kind, message: None, guide: None, min })
        };
        assert_eq!(html("huyen", EvidenceKind::Message, None), ["fragments/loa-message/all.html"]);
        assert_eq!(
            html("huyen", EvidenceKind::Guide, Some(crate::Count::new(2).unwrap())),
            ["fragments/loa-guide/khai-sinh.html", "fragments/loa-guide/ket-hon.html"]
        );
        assert_eq!(html("xa-bac", EvidenceKind::Figures, None), ["fragments/loa-progress/truc-tuyen.html"]);
        assert_eq!(html("huyen", EvidenceKind::Roadmap, None), ["fragments/loa-roadmap/all.html"]);
        assert_eq!(html("huyen", EvidenceKind::Report, None), [""; 0]);
    }

    #[test]
    fn what_no_widget_gives_is_said_in_words() {
        for (kind, words) in [
            (EvidenceKind::Document, "publish a document to read or download"),
            (EvidenceKind::Video, "publish a video with captions or a transcript"),
            (
                EvidenceKind::Channels,
                "publish the list of official channels: address, phone number, website, e-mail address",
            ),
            (EvidenceKind::Agents, "publish the list of agents that help people file, with their addresses"),
            (EvidenceKind::Feedback, "publish a feedback form, and an address where feedback is taken in"),
            (EvidenceKind::PublicAnswers, "publish the answers to feedback"),
            (EvidenceKind::Rating, "let visitors rate the information, without asking who they are"),
            (EvidenceKind::PressColumn, "publish a column on online public services"),
            (EvidenceKind::Report, "send a report to the lead agency"),
            (EvidenceKind::Other, "a person must judge it; see the words of the obligation"),
        ] {
            assert_eq!(shown("huyen", kind), Snippet::Publish(words.to_owned()));
        }
    }

    #[test]
    fn a_plan_that_names_nothing_to_show_says_so() {
        let mut plan = Plan::from_toml(include_str!("../../../tests/fixtures/two-tiers.toml")).unwrap();
        plan.messages.clear();
        plan.targets.clear();
        let shown = |kind| {
            let actor = crate::succession::find(&plan, "huyen").unwrap();
            snippet(&plan, actor, &Evidence { kind, message: None, guide: None, min: None })
        };
        let publish = |words: &str| Snippet::Publish(words.to_owned());
        assert_eq!(
            shown(EvidenceKind::Message),
            Snippet::Html(r#"<loa-message src="/loa/hai-cap/" actor="huyen"></loa-message>"#.to_owned())
        );
        assert_eq!(shown(EvidenceKind::Guide), publish("publish a step-by-step guide; the plan names none"));
        assert_eq!(
            shown(EvidenceKind::Figures),
            publish("publish figures with their period and source; the plan has no target")
        );
    }

    #[test]
    fn a_value_cannot_leave_its_attribute() {
        assert_eq!(escaped(r#""><script>&"#), "&quot;&gt;&lt;script&gt;&amp;");
    }
}
