//! The public interface of the crate, as its users meet it.

#[path = "api/wrong_plans.rs"]
mod wrong_plans;
