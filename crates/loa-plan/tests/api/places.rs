//! Where each part of a plan stands.

use loa_plan::Plan;
use loa_plan::read::{Position, json, toml, toml_at};

use crate::small::SMALL;

fn at(line: usize, column: usize) -> Option<Position> {
    Some(Position { line, column })
}

#[test]
fn a_part_is_found_by_its_path_and_else_what_is_around_it() {
    let places = toml::<Plan>("plan.toml", SMALL).unwrap().places;
    assert_eq!(places.locate("phases[0].starts"), at(24, 10));
    assert_eq!(places.locate("phases[0]"), at(20, 1));
    assert_eq!(places.locate("phases"), at(20, 1));
    assert_eq!(places.locate("phases[0].source"), at(20, 1));
    assert_eq!(places.locate("phases[7].starts"), at(20, 1));
    assert_eq!(places.locate("messages[0].text.vi"), at(35, 28));
    assert_eq!(places.locate("messages[0].audiences[0]"), at(37, 14));
    assert_eq!(places.locate("actors[0].duties[0].text"), at(45, 20));
    assert_eq!(places.locate("obligations"), at(1, 1));
    assert_eq!(places.locate(""), at(1, 1));
    assert_eq!(places.locate("phases[x]"), None);
}

#[test]
fn the_places_of_a_part_are_those_of_its_file() {
    let places = toml_at::<Plan>("guides/a.md", SMALL, 3).unwrap().places;
    assert_eq!(places.locate("phases[0].starts"), at(26, 10));
    assert_eq!(places.locate(""), at(3, 1));
}

#[test]
fn json_has_places_too() {
    let text = Plan::from_toml(SMALL).unwrap().to_json();
    let places = json::<Plan>("plan.json", &text).unwrap().places;
    let line = 1 + text.lines().position(|line| line.contains("2025-06-30")).unwrap();
    assert_eq!(places.locate("phases[0].ends"), at(line, 15));
}

#[test]
fn twenty_thousand_parts_are_found_in_a_moment() {
    let message = "[[messages]]\nid = \"a\"\ntext = \"Một thông điệp\"\n";
    let text = format!("{SMALL}{}", message.repeat(19_000));
    let places = toml::<Plan>("plan.toml", &text).unwrap().places;
    for i in 0..19_000 {
        assert!(places.locate(&format!("messages[{i}].text")).is_some_and(|place| place.column > 1));
    }
}
