//! Wrong plans and what is said about them.

#[test]
fn a_misspelt_key_is_one_problem() {
    let error = loa_plan::read::toml::<loa_plan::Plan>("plan.toml", "format = 2").unwrap_err();
    assert_eq!(error.problems.len(), 1);
}
