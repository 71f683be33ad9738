//! The officers' desk, as somebody works at it in a browser.

use serde_json::{Value, json};

use super::Page;
use crate::Site;
use crate::site::{PASSWORD, Worker};

/// Fills fields in by their names and presses a button by its value; what is folded is unfolded first, as a person does.
const WORK: &str = "const [fields, value] = arguments; \
    const button = [...look.page.querySelectorAll('main button')].find((one) => one.value === value); \
    for (let at = button; at; at = at.parentElement) if (at.localName === 'details') at.open = true; \
    for (const [name, text] of fields) { const field = button.form.elements[name]; \
        for (let at = field; at; at = at.parentElement) if (at.localName === 'details') at.open = true; \
        if (field.type === 'checkbox') field.checked = text === 'on'; else field.value = text; } \
    button.click();";

/// Somebody at the desk of a site.
pub struct Desk<'p> {
    page: &'p Page,
    address: String,
}

impl<'p> Desk<'p> {
    /// Signs somebody in, and ends with what lies on the desk.
    pub async fn sign_in(page: &'p Page, site: &Site, worker: Worker) -> Self {
        let desk = Self { page, address: site.address().to_owned() };
        // Cookies know no ports: another journey's session may be there.
        desk.go("/desk/dang-nhap").await;
        desk.try_to_sign_in(worker.name(), PASSWORD).await;
        desk.shows("Danh sách phiếu").await;
        desk
    }

    /// A desk at which nobody sits yet.
    #[must_use]
    pub fn of(page: &'p Page, site: &Site) -> Self {
        Self { page, address: site.address().to_owned() }
    }

    /// Types a name and a password into the page that is shown, and sends them.
    pub async fn try_to_sign_in(&self, name: &str, password: &str) {
        self.work(&[("name", name), ("password", password)], "").await;
    }

    /// Opens an address of the desk.
    pub async fn go(&self, path: &str) {
        self.page.visit(&format!("{}{path}", self.address)).await;
    }

    /// Opens a feedback.
    pub async fn open(&self, code: &str) {
        self.go(&format!("/desk/phieu/{}", digits(code))).await;
        self.shows(&format!("Phiếu {code}")).await;
    }

    /// Takes the feedback that is shown.
    pub async fn accept(&self, urgency: &str) {
        self.work(&[("urgency", urgency)], "accept").await;
        self.says("Đã tiếp nhận phiếu.").await;
    }

    /// Answers the feedback that is shown, with a link.
    pub async fn answer(&self, text: &str, (title, url): (&str, &str)) {
        self.work(&[("text", text), ("title-1", title), ("url-1", url)], "answer").await;
        self.says("Đã ghi câu trả lời.").await;
    }

    /// Looks at what would be public of a feedback.
    pub async fn review(&self, code: &str) {
        self.go(&format!("/desk/phieu/{}/cong-khai", digits(code))).await;
        self.shows(&format!("Công khai phiếu {code}")).await;
    }

    /// Publishes what is shown.
    pub async fn publish(&self) {
        self.work(&[("read", "on")], "publish").await;
        self.says("Đã công khai.").await;
    }

    /// Takes back what is public of the feedback that is shown.
    pub async fn take_back(&self, why: &str) {
        self.work(&[("why", why)], "take-back").await;
        self.says("Đã thu hồi, nội dung không còn công khai.").await;
    }

    /// Signs out.
    pub async fn sign_out(&self) {
        self.page.press("header", "form button").await;
        self.shows("Bàn tiếp nhận phản ánh").await;
    }

    /// Fills in fields of the page and presses a button of its, by its value.
    pub async fn work(&self, fields: &[(&str, &str)], button: &str) {
        self.page.run::<Value>(WORK, vec![json!(fields), json!(button)]).await;
    }

    /// Waits until a page with this heading is shown.
    pub async fn shows(&self, heading: &str) {
        let shown = format!("look.text(look.page.querySelector('h1')) === {}", json!(heading));
        self.page.until(&format!("`{heading}` is shown"), &shown).await;
    }

    /// Waits until the page says something.
    pub async fn says(&self, words: &str) {
        let said = format!("look.text(look.page.querySelector('main')).includes({})", json!(words));
        self.page.until(words, &said).await;
    }
}

/// A code as it stands in addresses.
fn digits(code: &str) -> String {
    code.replace('-', "")
}
