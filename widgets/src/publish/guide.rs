//! A guide as it is published, with its channels, sources and pictures looked up.

use loa_feedback::Obstacle;
use loa_plan::{Channel, Known, Plan};
use loa_procedure::guide as model;

use super::{Feedback, Offered, Pictures, cite, message};
use crate::guide::GuideSlice;
use crate::guide::sheet::{Block, Contact, GuideSheet, Inline, Need, Picture, Step};
use crate::guide::slice::Counts;
use crate::slice::{Languages, Link};
use crate::words::counts::CountsWords;

/// The slice of a guide.
pub(super) fn slice(languages: &Languages, guide: &model::Guide, counts: Option<&Counts>, build: &str) -> GuideSlice {
    GuideSlice {
        build: build.to_owned(),
        // A guide is written in one language.
        languages: Languages { langs: Vec::new(), ..languages.clone() },
        id: guide.id.to_string(),
        title: guide.title.clone(),
        counts: counts.cloned(),
    }
}

/// Where it is counted what people do with guides, when the campaign says so and who counts it.
pub(super) fn counts(plan: &Plan, feedback: Option<Feedback<'_>>) -> Option<Counts> {
    let endpoint = feedback.filter(|feedback| feedback.service.counts == Offered::Yes)?.routes.endpoint.as_ref()?;
    let mut audiences: Vec<String> = Vec::new();
    for audience in &plan.audiences {
        // A kind stands for its first audience, as the plan names it.
        for name in [message::kind(audience.kind), audience.id.as_str()] {
            if audiences.iter().step_by(2).all(|known| known != name) {
                audiences.extend([name.to_owned(), audience.id.to_string()]);
            }
        }
    }
    let words = CountsWords::of(plan.language.as_ref().map_or("vi", loa_plan::Language::as_str));
    let why = Obstacle::ALL.iter().map(|why| why.as_str()).zip(words.why_not);
    let answers = std::iter::once(("filed", words.filed)).chain(why).chain([("none", words.no_answer)]);
    Some(Counts {
        at: endpoint.counts(),
        campaign: plan.id.to_string(),
        audiences,
        question: words.question.to_owned(),
        answers: answers.flat_map(|(said, words)| [said.to_owned(), words.to_owned()]).collect(),
        thanks: words.thanks.to_owned(),
    })
}

/// The text of a guide.
pub(super) fn sheet(plan: &Plan, guide: &model::Guide, pictures: &dyn Pictures) -> GuideSheet {
    let lang = plan.language.as_ref().map_or("vi", loa_plan::Language::as_str);
    let channel = |id: &loa_plan::ChannelId| plan.channels.iter().find(|channel| channel.id == *id);
    GuideSheet {
        id: guide.id.to_string(),
        title: guide.title.clone(),
        summary: guide.summary.clone(),
        procedure: guide.procedure.as_ref().map(ToString::to_string),
        minutes: guide.minutes.as_ref().and_then(Known::get).and_then(|minutes| u32::try_from(minutes.value()).ok()),
        needs: guide
            .known_needs()
            .iter()
            .map(|need| Need { text: need.text.clone(), note: need.note.clone() })
            .collect(),
        needs_unknown: match &guide.needs {
            Some(Known::Unknown { unknown }) => Some(unknown.get(lang).to_owned()),
            _ => None,
        },
        intro: blocks(&guide.intro, pictures),
        steps: guide
            .steps
            .iter()
            .map(|step| Step { title: step.title.clone(), body: blocks(&step.body, pictures) })
            .collect(),
        sign_in: guide.sign_in.clone(),
        filing: guide.filing.as_ref().map(link),
        links: guide.links.iter().map(link).collect(),
        help: guide.help.iter().filter_map(channel).map(|channel| contact(channel, lang)).collect(),
        note: guide.note.clone(),
        sources: guide.source.as_ref().and_then(|source| cite::link(plan, source)).into_iter().collect(),
        updated: guide.updated,
    }
}

/// A channel as people reach it.
pub(super) fn contact(channel: &Channel, lang: &str) -> Contact {
    // The address of a channel is free text in a plan; only one of a page may become a link.
    let page = |url: &String| url.starts_with("https://") || url.starts_with("http://");
    let words = |text: &loa_plan::Text| text.get(lang).to_owned();
    Contact {
        title: words(&channel.title),
        phone: channel.phone.clone(),
        url: channel.url.clone().filter(page),
        note: channel.note.as_ref().or(channel.address.as_ref()).map(words),
    }
}

fn link(link: &model::Link) -> Link {
    Link { title: link.title.clone(), url: Some(link.url.to_string()), seen: link.seen }
}

fn blocks(blocks: &[model::Block], pictures: &dyn Pictures) -> Vec<Block> {
    blocks.iter().filter_map(|block| self::block(block, pictures)).collect()
}

/// None for a kind of block that this version does not draw.
fn block(block: &model::Block, pictures: &dyn Pictures) -> Option<Block> {
    let items = |items: &[Vec<model::Inline>]| items.iter().map(|item| line(item)).collect();
    Some(match block {
        model::Block::Paragraph(words) => Block::P(line(words)),
        model::Block::List { kind: model::ListKind::Bulleted, items: list } => Block::Ul(items(list)),
        model::Block::List { kind: model::ListKind::Numbered, items: list } => Block::Ol(items(list)),
        model::Block::Note(words) => Block::Note(line(words)),
        model::Block::Picture(picture) => {
            let (width, height) = pictures.size(&picture.path).unwrap_or((320, 180));
            Block::Img(Picture { path: picture.path.clone(), alt: picture.alt.clone(), width, height })
        }
        _ => return None,
    })
}

fn line(line: &[model::Inline]) -> Vec<Inline> {
    line.iter()
        .map(|piece| match piece {
            model::Inline::Strong(b) => Inline::Strong(b.clone()),
            model::Inline::Link(target) => Inline::Link(link(target)),
            model::Inline::Break => Inline::Break,
            words => Inline::Text(words.words().to_owned()),
        })
        .collect()
}
