//! Which group of messages an audience reads.

use super::MessageSlice;

#[cfg(feature = "csr")]
thread_local! {
    static CHOSEN: std::cell::RefCell<Option<String>> = const { std::cell::RefCell::new(None) };
}

/// The audience that a person chose on this page; a widget that comes later begins with it.
#[cfg(feature = "csr")]
pub(super) fn chosen() -> Option<String> {
    CHOSEN.with_borrow(Clone::clone)
}

/// Notes the choice for the widgets to come.
#[cfg(feature = "csr")]
pub(super) fn choose(audience: String) {
    CHOSEN.set(Some(audience));
}

/// The group for an audience, by its kind (`citizen`) or its id; the first one when nothing fits.
#[must_use]
pub fn group(slice: &MessageSlice, audience: Option<&str>) -> usize {
    let fits = |wanted: &str| {
        slice.groups.iter().position(|group| group.kind == wanted || group.audiences.iter().any(|id| id == wanted))
    };
    audience.and_then(fits).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::message::slice::Group;

    #[test]
    fn an_audience_is_found_by_kind_and_by_id_and_a_strange_one_is_a_citizen() {
        let of = |kind: &str, id: &str| Group { kind: kind.into(), audiences: vec![id.into()], messages: Vec::new() };
        let slice = MessageSlice {
            build: String::new(),
            zone: loa_plan::Zone::VIETNAM,
            languages: crate::slice::Languages { lang: "vi".into(), langs: Vec::new() },
            groups: vec![of("citizen", "nguoi-dan"), of("business", "doanh-nghiep")],
        };
        assert_eq!(group(&slice, Some("business")), 1);
        assert_eq!(group(&slice, Some("doanh-nghiep")), 1);
        assert_eq!(group(&slice, Some("khach")), 0);
        assert_eq!(group(&slice, None), 0);
    }
}
