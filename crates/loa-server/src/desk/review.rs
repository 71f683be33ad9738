//! What is taken out of a text before the public reads it, marked for whoever reads it first.

use loa_feedback::redaction::{Found, Preview, Sensitive};

use super::words;
use crate::page::escaped;

/// The text as the public would read it, with what stands in for what is taken out marked.
pub(super) fn for_the_public(preview: &Preview) -> String {
    drawn(preview, |kind, _| format!("<mark>{}</mark>", escaped(kind.placeholder())))
}

/// The text as it was written, with what would be taken out marked, for screen readers in words.
pub(super) fn as_written(preview: &Preview) -> String {
    drawn(preview, |kind, taken| {
        let said = words::sensitive(kind);
        format!("<mark>{}<span class=\"said\"> (được ẩn: {said})</span></mark>", escaped(taken))
    })
}

fn drawn(preview: &Preview, mark: impl Fn(Sensitive, &str) -> String) -> String {
    let (text, mut html, mut at) = (preview.text(), String::new(), 0);
    for Found { span, kind } in preview.found() {
        html.push_str(&escaped(text.get(at..span.start).unwrap_or_default()).to_string());
        html.push_str(&mark(*kind, text.get(span.clone()).unwrap_or_default()));
        at = span.end;
    }
    html.push_str(&escaped(text.get(at..).unwrap_or_default()).to_string());
    html
}

/// A text without what somebody wants to be left in, each named as `START-END` in bytes.
pub(super) fn without_kept<'k>(text: &str, kept: impl Iterator<Item = &'k str>) -> Preview {
    let mut preview = Preview::new(text);
    let kept: Vec<&str> = kept.collect();
    for index in (0..preview.found().len()).rev() {
        if preview.found().get(index).is_some_and(|found| kept.contains(&name(found).as_str())) {
            preview = preview.without(index);
        }
    }
    preview
}

/// How a place is named in a form.
pub(super) fn name(found: &Found) -> String {
    format!("{}-{}", found.span.start, found.span.end)
}

/// What is found in a text that stays in the record for good; none when it is clean.
pub(super) fn personal(text: &str) -> Option<String> {
    let mut kinds: Vec<&str> = Preview::new(text).found().iter().map(|found| words::sensitive(found.kind)).collect();
    kinds.dedup();
    (!kinds.is_empty()).then(|| kinds.join(", "))
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "Gọi <tôi> 0912 345 678 hoặc a@vidu.vn & nhé";

    #[test]
    fn what_is_found_is_marked_and_markup_stands_for_itself() {
        let preview = Preview::new(TEXT);
        assert_eq!(
            for_the_public(&preview),
            "Gọi &lt;tôi&gt; <mark>[đã ẩn số điện thoại]</mark> hoặc <mark>[đã ẩn thư điện tử]</mark> &amp; nhé"
        );
        assert_eq!(
            as_written(&preview),
            "Gọi &lt;tôi&gt; <mark>0912 345 678<span class=\"said\"> (được ẩn: số điện thoại)</span></mark> hoặc <mark>a@vidu.vn<span class=\"said\"> (được ẩn: thư điện tử)</span></mark> &amp; nhé"
        );
    }

    #[test]
    fn what_somebody_leaves_in_stays() {
        let first = name(&Preview::new(TEXT).found()[0]);
        let preview = without_kept(TEXT, [first.as_str(), "0-1"].into_iter());
        assert_eq!(preview.redacted(), "Gọi <tôi> 0912 345 678 hoặc [đã ẩn thư điện tử] & nhé");
        assert_eq!(personal(TEXT).as_deref(), Some("số điện thoại, thư điện tử"));
        assert_eq!(personal("Thuộc thẩm quyền của Sở"), None);
    }
}
