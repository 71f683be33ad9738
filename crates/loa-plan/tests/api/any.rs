//! Any valid plan; its ids need not point at anything, which is for the checks to say.

use chrono::NaiveDate;
use loa_plan::*;
use proptest::prelude::*;
use proptest::{collection::vec, option::of};

fn words() -> impl Strategy<Value = String> {
    prop_oneof![
        Just("Đăng ký khai sinh".to_owned()),
        Just("2025-02-01".to_owned()),
        "\\PC{0,30}",
        "[ a-z\"'\\\\\n\r\t#=\u{1}\u{7f}\u{85}“”-]{0,20}",
    ]
}

fn text() -> impl Strategy<Value = Text> {
    let language = prop_oneof![Just("vi"), Just("en"), Just("en-GB"), Just("bdq")];
    let localized = prop::collection::btree_map(language.prop_map(|l| Language::new(l).unwrap()), words(), 1..3);
    prop_oneof![words().prop_map(Text::Plain), localized.prop_map(Text::Localized)]
}

fn name() -> impl Strategy<Value = String> {
    "[a-z0-9]{1,8}(-[a-z0-9]{1,5}){0,3}"
}

macro_rules! id {
    ($type:ident) => {
        name().prop_map(|name| $type::new(name).unwrap())
    };
}

macro_rules! ids {
    ($type:ident) => {
        vec(id!($type), 0..3)
    };
}

macro_rules! one {
    ($type:ident: $($value:ident)*) => {
        prop::sample::select(vec![$($type::$value),*])
    };
}

/// A struct with any value in each of its fields, one after the other: proptest's tuples end at twelve.
/// Boxes keep what is built on the way off the stack of a test.
macro_rules! any {
    ($type:ident { $($field:ident: $strategy:expr),* $(,)? }) => {
        any!(@ $type, Just(()), (), [$($field: $strategy,)*] [$($field)*])
    };
    (@ $type:ident, $built:expr, $pattern:tt, [$field:ident: $strategy:expr, $($rest:tt)*] $fields:tt) => {
        any!(@ $type, ($built, ($strategy).boxed()).boxed(), ($pattern, $field), [$($rest)*] $fields)
    };
    (@ $type:ident, $built:expr, $pattern:tt, [] [$($field:ident)*]) => {
        ($built).prop_map(|any!(pattern $pattern)| $type { $($field),* })
    };
    (pattern ()) => { () };
    (pattern ($inner:tt, $field:ident)) => { (any!(pattern $inner), $field) };
}

fn date() -> impl Strategy<Value = NaiveDate> {
    (0..40_000_i32).prop_map(|day| NaiveDate::from_epoch_days(day).unwrap())
}

fn count() -> impl Strategy<Value = Count> {
    prop_oneof![0..300_i64, Just(MAX_COUNT)].prop_map(|n| Count::new(n).unwrap())
}

fn percent() -> impl Strategy<Value = Percent> {
    (0..=10_000_u16).prop_map(|hundredths| Percent::new(f64::from(hundredths) / 100.0).unwrap())
}

fn amount() -> impl Strategy<Value = Amount> {
    prop_oneof![percent().prop_map(Amount::Percent), count().prop_map(Amount::Count)]
}

fn known<T: std::fmt::Debug + Clone>(value: impl Strategy<Value = T>) -> impl Strategy<Value = Known<T>> {
    prop_oneof![value.prop_map(Known::Is), text().prop_map(|unknown| Known::Unknown { unknown })]
}

fn place() -> impl Strategy<Value = Place> {
    any!(Place { id: id!(SourceId), clause: of(words()), quote: of(words()) })
}

fn cite() -> impl Strategy<Value = Option<Cite>> {
    of(prop_oneof![id!(SourceId).prop_map(Cite::Document), place().prop_map(Cite::Place)])
}

fn clause() -> impl Strategy<Value = Clause> {
    any!(Clause { source: of(id!(SourceId)), article: of(words()), quote: of(words()) })
}

fn source() -> impl Strategy<Value = Source> {
    any!(Source {
        id: id!(SourceId),
        title: text(),
        publisher: of(text()),
        url: of(words()),
        dated: of(date()),
        seen: date(),
        note: of(text()),
    })
}

fn phase() -> impl Strategy<Value = Phase> {
    any!(Phase { id: id!(PhaseId), title: text(), aim: text(), starts: date(), ends: date(), source: cite() })
}

fn audience() -> impl Strategy<Value = Audience> {
    any!(Audience {
        id: id!(AudienceId),
        kind: one!(AudienceKind: Citizen Business Official),
        title: text(),
        tags: vec(one!(AudienceTag: Elderly Student Rural Urban LowTech), 0..3),
        source: cite(),
    })
}

fn topic() -> impl Strategy<Value = Topic> {
    let kind = one!(TopicKind: Policy Benefit HowTo Safety Improvement Other);
    any!(Topic { id: id!(TopicId), kind: kind, title: text(), source: cite() })
}

fn channel() -> impl Strategy<Value = Channel> {
    any!(Channel {
        id: id!(ChannelId),
        group: one!(ChannelGroup: Press Portal Social App Organisation InPerson Other),
        title: text(),
        actor: of(id!(ActorId)),
        url: of(words()),
        phone: of(words()),
        email: of(words()),
        address: of(text()),
        note: of(text()),
        help: any::<bool>(),
        source: cite(),
    })
}

fn message() -> impl Strategy<Value = Message> {
    any!(Message {
        id: id!(MessageId),
        text: text(),
        main: any::<bool>(),
        audiences: ids!(AudienceId),
        phases: ids!(PhaseId),
        channels: ids!(ChannelId),
        topics: ids!(TopicId),
        guides: ids!(GuideId),
        source: cite(),
    })
}

fn actor() -> impl Strategy<Value = Actor> {
    let duty = any!(Duty { text: text(), source: cite() });
    any!(Actor {
        id: id!(ActorId),
        kind: one!(ActorKind: Lead Department District Commune Press School Sponsor Other),
        title: text(),
        count: of(known(count())),
        member_of: of(id!(ActorId)),
        from: of(date()),
        until: of(date()),
        successors: ids!(ActorId),
        duties: vec(duty, 0..3),
        url: of(words()),
        source: cite(),
    })
}

fn activity() -> impl Strategy<Value = Activity> {
    any!(Activity {
        id: id!(ActivityId),
        kind: one!(ActivityKind: Campaign Training PressColumn Evaluation Other),
        title: text(),
        actors: ids!(ActorId),
        phases: ids!(PhaseId),
        audiences: ids!(AudienceId),
        channels: ids!(ChannelId),
        topics: ids!(TopicId),
        evidence: of(text()),
        source: cite(),
    })
}

fn principle() -> impl Strategy<Value = Principle> {
    any!(Principle {
        id: id!(PrincipleId),
        kind: one!(PrincipleKind: Simple Visual Substantive Open Other),
        title: text(),
        checks: vec(words(), 0..3),
        source: cite(),
    })
}

fn indicator() -> impl Strategy<Value = Indicator> {
    any!(Indicator {
        id: id!(IndicatorId),
        title: text(),
        unit: one!(Unit: Percent Count),
        numerator: of(text()),
        denominator: of(text()),
        source: cite(),
    })
}

fn target() -> impl Strategy<Value = Target> {
    any!(Target {
        id: id!(TargetId),
        title: text(),
        indicator: of(id!(IndicatorId)),
        goal: known(amount()),
        baseline: of(known(amount())),
        baseline_source: cite(),
        due: of(known(date())),
        of: ids!(ActorId),
        source: cite(),
    })
}

fn measurement() -> impl Strategy<Value = Measurement> {
    any!(Measurement {
        indicator: id!(IndicatorId),
        target: of(id!(TargetId)),
        actor: of(id!(ActorId)),
        from: date(),
        until: date(),
        value: of(amount()),
        numerator: of(count()),
        denominator: of(count()),
        note: of(text()),
        illustrative: any::<bool>(),
        source: cite(),
    })
}

fn obligation() -> impl Strategy<Value = Obligation> {
    let evidence = any!(Evidence {
        kind: one!(EvidenceKind: Message Guide PublicAnswers PressColumn Other),
        message: of(id!(MessageId)),
        guide: of(id!(GuideId)),
        min: of(count()),
    });
    any!(Obligation {
        id: id!(ObligationId),
        title: text(),
        owners: ids!(ActorId),
        evidence: vec(evidence, 0..3),
        starts: of(date()),
        due: of(known(date())),
        ends: of(known(date())),
        clause: of(clause()),
    })
}

/// Any plan that can be read.
pub(crate) fn plan() -> impl Strategy<Value = Plan> {
    let zone = prop_oneof![Just("+07:00"), Just("-03:30")].prop_map(|zone| zone.parse::<Zone>().unwrap());
    let language = || prop_oneof![Just("vi"), Just("en-GB")].prop_map(|tag| Language::new(tag).unwrap());
    any!(Plan {
        format: Just(Format::V1),
        id: id!(PlanId),
        title: text(),
        summary: of(text()),
        language: of(language()),
        languages: vec(language(), 0..3),
        zone: zone,
        starts: date(),
        ends: date(),
        updated: date(),
        review_after_days: of(any::<u16>()),
        decision: of(any!(Decision { number: words(), title: text(), issuer: text(), dated: date(), source: cite() })),
        successor: of(any!(Successor { plan: id!(PlanId), from: date(), src: of(words()) })),
        sources: vec(source(), 0..3),
        phases: vec(phase(), 0..3),
        audiences: vec(audience(), 0..3),
        topics: vec(topic(), 0..3),
        channels: vec(channel(), 0..3),
        messages: vec(message(), 0..3),
        actors: vec(actor(), 0..3),
        activities: vec(activity(), 0..2),
        principles: vec(principle(), 0..2),
        indicators: vec(indicator(), 0..3),
        targets: vec(target(), 0..3),
        measurements: vec(measurement(), 0..3),
        obligations: vec(obligation(), 0..3),
    })
}
