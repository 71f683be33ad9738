//! Style sheets of shadow roots, made once for the page; a strict policy lets them through.

use std::cell::RefCell;

use web_sys::CssStyleSheet;

/// What the controls of all widgets share.
const CONTROLS: &str = include_str!("controls.css");

thread_local! {
    static SHEETS: RefCell<Vec<(&'static str, CssStyleSheet)>> = const { RefCell::new(Vec::new()) };
}

/// The style sheets of a widget; none when the browser refuses them.
pub(crate) fn sheets(style: &'static str) -> Option<[CssStyleSheet; 2]> {
    Some([sheet(CONTROLS)?, sheet(style)?])
}

fn sheet(text: &'static str) -> Option<CssStyleSheet> {
    SHEETS.with_borrow_mut(|sheets| {
        if let Some((_, sheet)) = sheets.iter().find(|(known, _)| std::ptr::eq(*known, text)) {
            return Some(sheet.clone());
        }
        let sheet = CssStyleSheet::new().ok()?;
        sheet.replace_sync(text).ok()?;
        sheets.push((text, sheet.clone()));
        Some(sheet)
    })
}
