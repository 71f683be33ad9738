//! Every address of a plan, with its path.

use crate::Plan;

/// An address and where it stands.
#[derive(Debug)]
pub(super) struct Link<'a> {
    /// The list or table that it is in: `channels`.
    pub(super) place: &'static str,
    /// Its path: `channels[2].url`.
    pub(super) path: String,
    /// The id of what has this address.
    pub(super) of: &'a str,
    /// The address.
    pub(super) url: &'a str,
}

/// Every address, in the order of the plan.
pub(super) fn links(plan: &Plan) -> Vec<Link<'_>> {
    let mut links = Vec::new();
    if let Some(successor) = &plan.successor
        && let Some(url) = &successor.src
    {
        links.push(Link { place: "successor", path: "successor.src".to_owned(), of: successor.plan.as_str(), url });
    }
    macro_rules! links {
        ($($list:ident),*) => {$(
            for (i, entry) in plan.$list.iter().enumerate() {
                if let Some(url) = &entry.url {
                    let path = format!("{}[{i}].url", stringify!($list));
                    links.push(Link { place: stringify!($list), path, of: entry.id.as_str(), url });
                }
            }
        )*};
    }
    links!(sources, channels, actors);
    links
}
