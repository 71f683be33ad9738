//! What is written is read back the same, in both formats and by serde.

use loa_plan::Plan;
use proptest::prelude::*;

use crate::any::plan;

proptest! {
    #![proptest_config(ProptestConfig { cases: 150, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_plan_survives_writing_and_reading(plan in plan()) {
        let toml = plan.to_toml();
        let read = Plan::from_toml(&toml);
        prop_assert_eq!(read.as_ref(), Ok(&plan), "{}", toml);

        let json = plan.to_json();
        prop_assert_eq!(Plan::from_json(&json), Ok(plan.clone()));
        prop_assert_eq!(&serde_json::from_str::<Plan>(&json).unwrap(), &plan);
        prop_assert_eq!(Plan::from_json(&serde_json::to_string(&plan).unwrap()), Ok(plan));
    }
}
