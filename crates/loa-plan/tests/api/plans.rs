//! The campaigns of this repository, and how a plan is written.

use expect_test::expect;
use loa_plan::Plan;

use crate::small::SMALL;

#[test]
fn the_campaigns_of_this_repository_are_read_and_written_back() {
    let campaigns = concat!(env!("CARGO_MANIFEST_DIR"), "/../../examples/campaigns");
    let mut read = 0;
    for campaign in std::fs::read_dir(campaigns).unwrap() {
        let text = std::fs::read_to_string(campaign.unwrap().path().join("plan.toml")).unwrap();
        let plan = Plan::from_toml(&text).unwrap_or_else(|error| panic!("{error}"));
        assert_eq!(Plan::from_toml(&plan.to_toml()).as_ref(), Ok(&plan));
        assert_eq!(Plan::from_json(&plan.to_json()).as_ref(), Ok(&plan));
        read += 1;
    }
    assert!(read >= 2);
}

#[test]
fn a_plan_is_written_as_a_person_would() {
    let plan = Plan::from_toml(SMALL).unwrap();
    assert_eq!(plan.to_toml(), SMALL);
}

#[test]
fn long_lists_and_texts_of_several_lines_are_written_over_several_lines() {
    let mut plan = Plan::from_toml(SMALL).unwrap();
    plan.summary = Some("Dòng \"một\"\nDòng \\ hai".into());
    let duty = plan.actors[0].duties[0].clone();
    plan.actors[0].duties = vec![duty; 5];
    let text = plan.to_toml();
    assert_eq!(Plan::from_toml(&text), Ok(plan));
    let shown: Vec<&str> = text.lines().filter(|line| line.contains("Dòng") || line.contains("Niêm")).collect();
    expect![[r#"
        Dòng \"một\"
        Dòng \\ hai"""
            { text = "Niêm yết" },
            { text = "Niêm yết" },
            { text = "Niêm yết" },
            { text = "Niêm yết" },
            { text = "Niêm yết" },"#]]
    .assert_eq(&shown.join("\n"));
}
