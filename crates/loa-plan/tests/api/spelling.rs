//! The reader and serde know the same keys and words.

use std::fmt::Debug;

use loa_plan::read::{Read, json};
use loa_plan::{
    ActivityKind, ActorKind, AudienceKind, AudienceTag, ChannelGroup, EvidenceKind, PrincipleKind, TopicKind, Unit,
};
use serde::Serialize;
use serde::de::DeserializeOwned;

/// The words that serde knows, from what it says about a wrong one.
fn words<T: DeserializeOwned>() -> Vec<String> {
    let Err(error) = serde_json::from_str::<T>("\"?\"") else { panic!("`?` is no word") };
    error.to_string().split('`').skip(3).step_by(2).map(str::to_owned).collect()
}

#[track_caller]
fn same<T: Read + DeserializeOwned + Serialize + PartialEq + Debug>(count: usize) {
    let words = words::<T>();
    assert_eq!(words.len(), count, "{words:?}");
    for word in words {
        let text = format!("\"{word}\"");
        let value = json::<T>("word.json", &text).unwrap_or_else(|error| panic!("{error}")).value;
        assert_eq!(serde_json::to_string(&value).unwrap(), text);
        assert_eq!(serde_json::from_str::<T>(&text).unwrap(), value);
    }
}

#[test]
fn the_words_of_each_enum_are_those_of_serde() {
    same::<ActivityKind>(10);
    same::<ActorKind>(10);
    same::<AudienceKind>(3);
    same::<AudienceTag>(5);
    same::<ChannelGroup>(7);
    same::<EvidenceKind>(14);
    same::<PrincipleKind>(5);
    same::<TopicKind>(6);
    same::<Unit>(2);
}
