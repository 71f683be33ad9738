//! Ids.

use super::wording::shorten;
use super::{Node, Read, Reader, Value};
use crate::{
    ActivityId, ActorId, AudienceId, ChannelId, GuideId, IndicatorId, InvalidId, MAX_ID_LENGTH, MessageId,
    ObligationId, PhaseId, PlanId, PrincipleId, SourceId, TargetId, TopicId,
};

macro_rules! read_ids {
    ($($name:ident $example:literal),* $(,)?) => {$(
        impl Read for $name {
            fn read(node: &Node<'_>, reader: &mut Reader<'_>) -> Option<Self> {
                let text = id_text(node, Self::example(), reader)?;
                $name::new(text).map_err(|error| invalid(node, &error, Self::example(), reader)).ok()
            }

            fn example() -> &'static str {
                concat!("\"", $example, "\"")
            }
        }
    )*};
}

read_ids! {
    PlanId "ke-hoach-2025",
    SourceId "bai-bao",
    PhaseId "giai-doan-1",
    AudienceId "nguoi-dan",
    TopicId "huong-dan",
    ChannelId "zalo-phuong",
    MessageId "thong-diep-chinh",
    ActorId "ubnd-phuong",
    ActivityId "tap-huan",
    PrincipleId "de-hieu",
    IndicatorId "ty-le-truc-tuyen",
    TargetId "truc-tuyen-60",
    ObligationId "cong-khai-huong-dan",
    GuideId "khai-sinh",
}

fn id_text<'n>(node: &'n Node<'_>, example: &str, reader: &mut Reader<'_>) -> Option<&'n str> {
    if let Value::Text(text) = &node.value {
        return Some(text);
    }
    let suggestion = match node.value {
        Value::Integer(_) | Value::Date(_) => {
            format!("\"{}\"", crate::words::slug(&reader.excerpt(node.span)))
        }
        _ => example.to_owned(),
    };
    let help = format!("write {}", reader.instead(&suggestion));
    reader.mismatch(node, "an id in quotes", help);
    None
}

fn invalid(node: &Node<'_>, error: &InvalidId, example: &str, reader: &mut Reader<'_>) {
    let (message, help) = match error {
        InvalidId::Empty => (error.to_string(), format!("write {}", reader.instead(example))),
        InvalidId::TooLong { id, length } => {
            let id = shorten(id);
            let message = format!("the id `{id}` has {length} characters, expected at most {MAX_ID_LENGTH}");
            (message, "shorten it; the title is the place for many words".to_owned())
        }
        InvalidId::Characters { suggestion, .. } => {
            (error.to_string(), format!("write {}", reader.instead(&format!("\"{suggestion}\""))))
        }
    };
    reader.problem(node.span, message, help);
}
