//! The public interface of the crate, as its users meet it.

#[path = "api/any.rs"]
mod any;
#[path = "api/files.rs"]
mod files;
#[path = "api/limits.rs"]
mod limits;
#[path = "api/places.rs"]
mod places;
#[path = "api/plans.rs"]
mod plans;
#[path = "api/robust.rs"]
mod robust;
#[path = "api/round_trip.rs"]
mod round_trip;
#[cfg(feature = "schema")]
#[path = "api/schema.rs"]
mod schema;
#[path = "api/small.rs"]
mod small;
#[path = "api/spelling.rs"]
mod spelling;
#[path = "api/wrong_json.rs"]
mod wrong_json;
#[path = "api/wrong_plans/mod.rs"]
mod wrong_plans;
