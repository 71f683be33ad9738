//! What is in a bundle, before anything is compressed.

use loa_widgets::publish::{Feedback, Service, fragments, slices};

use super::{BuildError, Src};
use crate::campaign::Campaign;
use crate::manifest::{BundlePath, Role};

/// A file of a bundle with its bytes.
#[derive(Debug, Clone)]
pub(super) struct Content {
    pub path: BundlePath,
    pub role: Role,
    pub bytes: Vec<u8>,
}

/// What is made of the campaign, in the order of the paths: all files but the widgets' own and the compressed copies.
pub(super) fn contents(
    campaign: &Campaign,
    src: &Src,
    service: Service,
    build: &str,
) -> Result<Vec<Content>, BuildError> {
    let (plan, guides) = (campaign.plan(), campaign.guides());
    // Doors without consents, or consents without doors, make no form.
    let said = campaign.feedback();
    let both = said.routes().zip(said.consents());
    let feedback = both.map(|((routes, _), (consents, _))| Feedback { routes, consents, service, board: said.board() });
    let mut contents = Vec::new();
    let mut add = |path: String, role, bytes: Vec<u8>| -> Result<(), BuildError> {
        contents.push(Content { path: BundlePath::new(path)?, role, bytes });
        Ok(())
    };
    add("plan.json".to_owned(), Role::Plan, plan.to_json().into_bytes())?;
    for slice in slices(plan, guides, feedback, build)? {
        add(slice.path, Role::Slice, slice.json.into_bytes())?;
    }
    for fragment in fragments(plan, guides, feedback, campaign, build, src.as_str())? {
        add(format!("fragments/{}/{}.html", fragment.tag, fragment.name), Role::Fragment, fragment.html.into_bytes())?;
    }
    for picture in campaign.pictures() {
        add(picture.path().to_owned(), Role::Picture, picture.bytes().to_vec())?;
    }
    contents.sort_by(|a, b| a.path.cmp(&b.path));
    Ok(contents)
}
