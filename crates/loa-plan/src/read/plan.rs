//! The keys of each part of a plan, and the words of each enum.

use super::{Node, Read, Reader, Value};
use crate::{
    Activity, ActivityKind, Actor, ActorKind, Audience, AudienceKind, AudienceTag, Channel, ChannelGroup, Decision,
    Duty, Evidence, EvidenceKind, Format, Indicator, Measurement, Message, Obligation, Phase, Plan, Principle,
    PrincipleKind, Successor, Target, Topic, TopicKind, Unit,
};

crate::read_record!(Plan if format_is_known {
    format, id, title, summary, language, languages, zone, starts, ends, updated, review_after_days, decision,
    successor, sources, phases, audiences, topics, channels, messages, actors, activities, principles, indicators,
    targets, measurements, obligations,
});
crate::read_record!(Decision { number, title, issuer, dated, source });
crate::read_record!(Successor { plan, from, src });
crate::read_record!(Phase { id, title, aim, starts, ends, source });
crate::read_record!(Audience { id, kind, title, tags, source });
crate::read_record!(Topic { id, kind, title, source });
crate::read_record!(Channel { id, group, title, actor, url, phone, email, address, note, help, source });
crate::read_record!(Message { id, text, main, audiences, phases, channels, topics, guides, source });
crate::read_record!(Actor { id, kind, title, count, member_of, from, until, successors, duties, url, source });
crate::read_record!(Duty from text { text, source });
crate::read_record!(Activity { id, kind, title, actors, phases, audiences, channels, topics, evidence, source });
crate::read_record!(Principle { id, kind, title, checks, source });
crate::read_record!(Indicator { id, title, unit, numerator, denominator, source });
crate::read_record!(Target { id, title, indicator, goal, baseline, baseline_source, due, of, source });
crate::read_record!(Measurement {
    indicator,
    target,
    actor,
    from,
    until,
    value,
    numerator,
    denominator,
    note,
    illustrative,
    source,
});
crate::read_record!(Obligation { id, title, owners, evidence, starts, due, ends, clause });
crate::read_record!(Evidence from kind { kind, message, guide, min });

crate::read_words!(AudienceKind { "citizen" => Citizen, "business" => Business, "official" => Official });
crate::read_words!(AudienceTag {
    "elderly" => Elderly, "student" => Student, "rural" => Rural, "urban" => Urban, "low-tech" => LowTech,
});
crate::read_words!(TopicKind {
    "policy" => Policy, "benefit" => Benefit, "how-to" => HowTo, "safety" => Safety, "improvement" => Improvement,
    "other" => Other,
});
crate::read_words!(ChannelGroup {
    "press" => Press, "portal" => Portal, "social" => Social, "app" => App, "organisation" => Organisation,
    "in-person" => InPerson, "other" => Other,
});
crate::read_words!(ActorKind {
    "lead" => Lead, "department" => Department, "district" => District, "commune" => Commune, "press" => Press,
    "organisation" => Organisation, "school" => School, "business" => Business, "sponsor" => Sponsor,
    "other" => Other,
});
crate::read_words!(ActivityKind {
    "campaign" => Campaign, "training" => Training, "livestream" => Livestream, "video" => Video,
    "press-column" => PressColumn, "sponsorship" => Sponsorship, "support" => Support,
    "coordination" => Coordination, "evaluation" => Evaluation, "other" => Other,
});
crate::read_words!(PrincipleKind {
    "simple" => Simple, "visual" => Visual, "substantive" => Substantive, "open" => Open, "other" => Other,
});
crate::read_words!(Unit { "percent" => Percent, "count" => Count });
crate::read_words!(EvidenceKind {
    "message" => Message, "guide" => Guide, "document" => Document, "video" => Video, "channels" => Channels,
    "agents" => Agents, "feedback" => Feedback, "public-answers" => PublicAnswers, "rating" => Rating,
    "figures" => Figures, "roadmap" => Roadmap, "press-column" => PressColumn, "report" => Report, "other" => Other,
});

impl Read for Format {
    fn read(node: &Node<'_>, reader: &mut Reader<'_>) -> Option<Self> {
        let help = format!("write {}", reader.instead(Self::example()));
        let Value::Integer(number) = node.value else {
            reader.mismatch(node, "the number 1", help);
            return None;
        };
        let format = Self::new(number);
        if let Err(error) = &format {
            let help =
                if number > 1 { "install a newer version of Loa, which knows this format".to_owned() } else { help };
            reader.problem(node.span, error.to_string(), help);
        }
        format.ok()
    }

    fn example() -> &'static str {
        "1"
    }
}

/// Whether the rest of the plan can be judged: what a newer format means is not known here.
fn format_is_known(plan: &Node<'_>, reader: &mut Reader<'_>) -> bool {
    match plan.get("format") {
        Some(node) if matches!(node.value, Value::Integer(number) if Format::new(number).is_err()) => {
            reader.under("format", |reader| Format::read(node, reader)).is_some()
        }
        _ => true,
    }
}
