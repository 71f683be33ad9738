//! Browsers inside apps, which cannot sign people in, upload or print.

/// Whether a page is shown inside Zalo or Facebook, by the browser's name for itself.
///
/// ```
/// # use loa_widgets::in_app::is_in_app;
/// assert!(is_in_app("Mozilla/5.0 (Linux; Android 13) … Zalo android/24.1"));
/// assert!(!is_in_app("Mozilla/5.0 (X11; Linux x86_64) … Firefox/140.0"));
/// ```
#[must_use]
pub fn is_in_app(user_agent: &str) -> bool {
    let lower = user_agent.to_ascii_lowercase();
    ["zalo", "fban", "fbav", "fb_iab"].iter().any(|name| lower.contains(name))
}

/// The address that opens the page in the phone's own browser; only Android has one.
#[must_use]
pub fn outside_address(user_agent: &str, page: &str) -> Option<String> {
    let rest = page.strip_prefix("https://")?;
    if !user_agent.contains("Android") {
        return None;
    }
    // A fragment would end the intent, so the deep link goes into the fallback address alone.
    let address = rest.split('#').next().unwrap_or(rest);
    let fallback = escaped(page);
    Some(format!(
        "intent://{address}#Intent;scheme=https;action=android.intent.action.VIEW;S.browser_fallback_url={fallback};end"
    ))
}

/// An address as a part of another one.
fn escaped(address: &str) -> String {
    let mut escaped = String::with_capacity(address.len() * 2);
    for byte in address.bytes() {
        if byte.is_ascii_alphanumeric() || b"-_.~".contains(&byte) {
            escaped.push(char::from(byte));
        } else {
            escaped.push('%');
            escaped.extend(
                [byte >> 4, byte & 15].map(|digit| char::from(digit + if digit < 10 { b'0' } else { b'A' - 10 })),
            );
        }
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_android_can_be_asked_to_open_its_browser() {
        let page = "https://phuong.example.vn/dich-vu?x=1#loa-guide=khai-sinh&buoc=7";
        assert_eq!(
            outside_address("Mozilla/5.0 (Linux; Android 13) Zalo android/24.1", page).as_deref(),
            Some(
                "intent://phuong.example.vn/dich-vu?x=1#Intent;scheme=https;action=android.intent.action.VIEW;\
                 S.browser_fallback_url=https%3A%2F%2Fphuong.example.vn%2Fdich-vu%3Fx%3D1%23loa-guide%3Dkhai-sinh%26buoc%3D7;end"
            )
        );
        assert_eq!(outside_address("Mozilla/5.0 (iPhone) Zalo iOS", page), None);
        assert_eq!(outside_address("Android", "http://phuong.example.vn/"), None);
    }
}
