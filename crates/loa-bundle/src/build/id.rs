//! The name of a build: when its content was last gone through, and what is in it.

use loa_widgets::publish::Service;
use sha2::{Digest, Sha384};

use super::contents::{Content, contents};
use super::{BuildError, Src, WidgetFiles};
use crate::campaign::Campaign;
use crate::manifest::BuildId;

/// Stands where the id will be while the files are summed up that bear it.
const PLACEHOLDER: &str = "00000000-00000000";

/// `20250201-0a1b2c3d`: two builds with the same name have the same bytes.
///
/// The rendered files are summed up, not only what they are made from: another version of the components may write
/// other markup, and a pasted copy of the older one must then show as stale.
pub(super) fn build_id(
    campaign: &Campaign,
    widgets: &WidgetFiles,
    src: &Src,
    service: Service,
) -> Result<BuildId, BuildError> {
    Ok(id_of(campaign, widgets, src, &contents(campaign, src, service, PLACEHOLDER)?))
}

fn id_of(campaign: &Campaign, widgets: &WidgetFiles, src: &Src, rendered: &[Content]) -> BuildId {
    let mut sum = Sha384::new();
    let mut add = |name: &str, bytes: &[u8]| {
        for part in [name.as_bytes(), bytes] {
            // With its length before it, no part can be taken for a piece of its neighbour.
            sum.update((part.len() as u64).to_le_bytes());
            sum.update(part);
        }
    };
    add("src", src.as_str().as_bytes());
    for (name, file) in campaign.sums() {
        add(name, &file);
    }
    for Content { path, bytes, .. } in rendered.iter().chain(widgets.files()) {
        add(path.as_str(), bytes);
    }
    BuildId::of(campaign.updated(), &sum.finalize())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::checks::test::{PLAN, campaign};

    #[test]
    fn other_markup_from_the_same_files_is_another_build() {
        let campaign = campaign(&[("plan.toml", PLAN)]);
        let (widgets, src) = (WidgetFiles::default(), Src::of(&campaign.plan().id));
        let mut rendered = contents(&campaign, &src, Service::default(), PLACEHOLDER).unwrap();
        let id = |rendered: &[Content]| id_of(&campaign, &widgets, &src, rendered);
        let before = id(&rendered);
        assert_eq!(before, build_id(&campaign, &widgets, &src, Service::default()).unwrap());
        let fragment = rendered.iter_mut().find(|content| content.path.as_str().ends_with(".html")).unwrap();
        fragment.bytes.push(b'\n');
        assert_ne!(before, id(&rendered));
    }
}
