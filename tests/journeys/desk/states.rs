//! Every page of the desk and of the hosted form in every state, as somebody meets it in a day's work.

use std::sync::Arc;

use loa_e2e::page::{Desk, Width};
use loa_e2e::site::{Office, PASSWORD, Worker};
use loa_e2e::{Engine, Page, Site, in_every_engine};

use super::{ANSWER, LINK};

in_every_engine!(
    a_day_at_the_desk_is_free_of_barriers,
    a_bad_day_at_the_desk_is_free_of_barriers,
    the_hosted_form_is_free_of_barriers,
);

/// What people write: one with a phone number in it, one that is long.
const TEXT: &str = "Tôi nộp hồ sơ khai sinh ba lần mà hệ thống đều báo lỗi, xin gọi 0912 345 678 để hướng dẫn giúp.";
const LONG: &str = "Bộ phận một cửa hẹn trả kết quả ngày 12 nhưng đến ngày 20 vẫn chưa có. Tôi đã gọi ba lần, mỗi lần một \
    cán bộ khác trả lời, người nói thiếu giấy tờ, người nói đang chờ ký.\nXin cho biết hồ sơ đang ở đâu và bao giờ xong.";

/// Looks at pages and gathers what is wrong with them.
struct Inspection<'p> {
    page: &'p Page,
    wrong: Vec<String>,
}

impl<'p> Inspection<'p> {
    async fn of(page: &'p Page) -> Self {
        if page.engine() == Engine::Chromium {
            // What other journeys left there.
            drop(page.console().await);
        }
        Self { page, wrong: Vec::new() }
    }

    /// Looks at the page that is shown; in Chromium a picture of it is kept, for people to look at.
    async fn look(&mut self, state: &str) {
        let page = self.page;
        let mut found = page.barriers().await;
        found.extend(page.see::<Vec<String>>("look.lost()").await);
        found.extend(page.see::<Vec<String>>(SHAPE).await);
        self.wrong.extend(found.into_iter().map(|wrong| format!("{state}: {wrong}")));
        if page.engine() == Engine::Chromium {
            page.picture_as_it_is(&format!("desk-{state}"), Width::Phone).await;
        }
    }

    /// Waits for a refusal and looks at it.
    async fn refusal(&mut self, state: &str, heading: &str) {
        let shown = format!("look.text(look.page.querySelector('h1')) === '{heading}'");
        self.page.until(heading, &shown).await;
        self.look(state).await;
    }

    async fn end(mut self) {
        if self.page.engine() == Engine::Chromium {
            // That a page was refused is a line of its own.
            let told = self.page.console().await.into_iter().filter(|line| !line.contains("with a status of"));
            self.wrong.extend(told.map(|line| format!("console: {line}")));
        }
        assert!(self.wrong.is_empty(), "{}:\n{}", self.page.engine(), self.wrong.join("\n\n"));
    }
}

/// What holds on every page: one heading above all others, a title that says where one is, nothing that runs by itself,
/// and what is wrong is at the top, has the focus where that is possible, and is tied to its field.
const SHAPE: &str = "(() => { const wrong = []; const { page } = look; \
    if (page.querySelectorAll('h1').length !== 1) wrong.push('not one h1'); \
    if (!page.title.trim()) wrong.push('no title'); \
    if (page.documentElement.lang !== 'vi') wrong.push('no language'); \
    if (page.querySelector('script, style, [style], img, iframe')) wrong.push('something inline'); \
    if (page.getAnimations?.().length) wrong.push('something moves'); \
    const summary = page.querySelector('.summary'); \
    if (summary && summary !== page.activeElement) wrong.push(`the summary has no focus, but ${look.path(page.activeElement)}`); \
    if (summary && !page.title.startsWith('Lỗi: ')) wrong.push(`the title says nothing of what is wrong: ${page.title}`); \
    for (const link of summary?.querySelectorAll('a') ?? []) { \
        const field = page.querySelector(link.getAttribute('href')); \
        if (!field || !look.visible(field)) { wrong.push(`${link.href} leads nowhere that is seen`); continue; } \
        const ids = (field.getAttribute('aria-describedby') ?? '').split(' '); \
        const said = ids.map((id) => page.getElementById(id)?.textContent ?? '').join(' '); \
        if (field.matches('input, select, textarea') && (!said.includes(link.textContent) || field.ariaInvalid !== 'true')) wrong.push(`${link.textContent} is not tied to its field`); \
    } return wrong; })()";

/// Sends a form as it stands, past what the browser would say first.
async fn send_unchecked(page: &Page, desk: &Desk<'_>, fields: &[(&str, &str)], button: &str) {
    let () = page.see("look.page.querySelectorAll('form').forEach((form) => { form.noValidate = true; })").await;
    desk.work(fields, button).await;
}

async fn a_day_at_the_desk_is_free_of_barriers(page: &Page) {
    let office = Arc::new(Office::open().await);
    let site = Site::with_office(&office).await;
    let mut inspection = Inspection::of(page).await;
    let officer = Desk::sign_in(page, &site, Worker::Officer).await;
    inspection.look("inbox-empty").await;
    let mut codes = Vec::new();
    for text in [TEXT, LONG, TEXT, LONG, TEXT] {
        codes.push(office.receive(text).await);
    }
    officer.go("/desk").await;
    inspection.look("inbox").await;
    let code = codes[0].as_str();
    officer.open(code).await;
    inspection.look("received").await;
    send_unchecked(page, &officer, &[], "forward").await;
    officer.says("Xin chọn đơn vị nhận.").await;
    inspection.look("forward-wrong").await;
    officer.open(code).await;
    officer.accept("urgent").await;
    inspection.look("accepted").await;
    send_unchecked(page, &officer, &[("title-1", "Hướng dẫn"), ("url-3", "huong dan")], "answer").await;
    officer.says("Xin viết câu trả lời.").await;
    inspection.look("answer-wrong").await;
    officer.open(code).await;
    officer.answer(ANSWER, LINK).await;
    inspection.look("answered").await;
    officer.go(&format!("/desk/phieu/{}/nguoi-gui", code.replace('-', ""))).await;
    officer.shows(&format!("Người gửi phiếu {code}")).await;
    inspection.look("sender").await;
    officer.go(&format!("/desk/phieu/{}/cong-khai", code.replace('-', ""))).await;
    inspection.refusal("refused-403", "Không có quyền").await;
    officer.go("/desk/phieu/1").await;
    inspection.refusal("refused-404", "Không tìm thấy").await;
    officer.go("/desk").await;
    officer.sign_out().await;

    let publisher = Desk::sign_in(page, &site, Worker::Publisher).await;
    inspection.look("inbox-publisher").await;
    publisher.review(&codes[1]).await;
    inspection.look("nothing-to-publish").await;
    publisher.review(code).await;
    inspection.look("preview").await;
    send_unchecked(page, &publisher, &[], "publish").await;
    publisher.says("đánh dấu là đã đọc").await;
    inspection.look("publish-unread").await;
    send_unchecked(page, &publisher, &[("answer", "")], "publish").await;
    publisher.says("Xin viết câu trả lời.").await;
    inspection.look("publish-wrong").await;
    publisher.review(code).await;
    publisher.publish().await;
    inspection.look("published").await;
    let () = page.see("void (look.page.querySelector('[name=version]').value = '0')").await;
    publisher.work(&[("why", "Còn tên người trong câu hỏi")], "take-back").await;
    publisher.says("Phiếu đã thay đổi từ lúc mở trang").await;
    inspection.look("refused-409").await;
    publisher.open(code).await;
    publisher.take_back("Còn tên người trong câu hỏi").await;
    inspection.look("taken-back").await;
    publisher.sign_out().await;

    let admin = Desk::sign_in(page, &site, Worker::Admin).await;
    admin.open(&codes[1]).await;
    admin.work(&[("unit", "phuong-dong-da"), ("because", "Hồ sơ nộp tại phường khác")], "forward").await;
    admin.says("Đã chuyển phiếu đến đơn vị khác.").await;
    inspection.look("forwarded").await;
    admin.open(code).await;
    admin.work(&[], "reopen").await;
    admin.says("Đã mở lại phiếu.").await;
    inspection.look("reopened").await;
    admin.open(&codes[2]).await;
    admin.work(&[("reason", "duplicate")], "close").await;
    admin.says("Đã kết thúc phiếu.").await;
    inspection.look("closed").await;
    admin.go("/desk/nhat-ky").await;
    inspection.look("record").await;
    admin.go("/desk/xuat").await;
    inspection.look("export").await;
    admin.go("/desk?status=all&unit=phuong-cua-nam").await;
    inspection.look("inbox-all").await;
    page.forget_cookies().await;
    inspection.end().await;
}

async fn a_bad_day_at_the_desk_is_free_of_barriers(page: &Page) {
    let office = Arc::new(Office::open().await);
    let site = Site::with_office(&office).await;
    let mut inspection = Inspection::of(page).await;
    let desk = Desk::of(page, &site);
    desk.go("/desk").await;
    desk.shows("Bàn tiếp nhận phản ánh").await;
    inspection.look("sign-in").await;
    for number in 0..5 {
        desk.try_to_sign_in("quan.tri", "sai mật khẩu rồi").await;
        desk.says("Tên hoặc mật khẩu chưa đúng.").await;
        if number == 0 {
            inspection.look("sign-in-wrong").await;
        }
        // The next page says it anew.
        let () = page.see("look.page.querySelectorAll('.summary, .wrong').forEach((said) => said.remove())").await;
    }
    desk.try_to_sign_in("quan.tri", PASSWORD).await;
    desk.says("Đã nhập sai nhiều lần nên tạm khoá. Xin thử lại sau 15 phút.").await;
    inspection.look("refused-429").await;
    page.forget_cookies().await;
    desk.try_to_sign_in("can.bo", PASSWORD).await;
    inspection.refusal("sign-in-403", "Biểu mẫu không còn dùng được").await;

    let desk = Desk::sign_in(page, &site, Worker::Officer).await;
    let late = office.receive(LONG).await;
    office.pass(6 * 24);
    // A weekend lies between; meanwhile nobody was at the desk.
    let desk = {
        desk.go("/desk").await;
        desk.shows("Bàn tiếp nhận phản ánh").await;
        Desk::sign_in(page, &site, Worker::Officer).await
    };
    office.receive(TEXT).await;
    desk.go("/desk").await;
    desk.says("quá hạn").await;
    inspection.look("inbox-overdue").await;
    desk.open(&late).await;
    inspection.look("overdue").await;
    let unseal = "void (look.page.querySelectorAll('main [name=dau]').forEach((seal) => { seal.value = 'x'; }))";
    let () = page.see(unseal).await;
    desk.work(&[("unit", "phuong-dong-da"), ("because", "Thuộc phường khác")], "forward").await;
    inspection.refusal("form-403", "Biểu mẫu không còn dùng được").await;
    desk.open(&late).await;
    office.pass(1);
    desk.work(&[("unit", "phuong-dong-da"), ("because", "Thuộc phường khác")], "forward").await;
    inspection.refusal("refused-401", "Phiên làm việc đã hết").await;
    let desk = Desk::sign_in(page, &site, Worker::Officer).await;
    desk.open(&late).await;
    office.lose_the_database().await;
    desk.work(&[("unit", "phuong-dong-da"), ("because", "Thuộc phường khác")], "forward").await;
    inspection.refusal("refused-503", "Hệ thống đang bận").await;
    let kept: String = page.see("look.page.querySelector('textarea').value").await;
    assert_eq!(kept, "Thuộc phường khác", "what was written is given back");
    desk.go("/gui/tra-cuu?code=").await;
    desk.work(&[("code", &late)], "").await;
    desk.says("Hệ thống đang bận. Xin thử lại sau ít phút.").await;
    inspection.look("lookup-503").await;
    page.forget_cookies().await;
    inspection.end().await;
}

async fn the_hosted_form_is_free_of_barriers(page: &Page) {
    let office = Arc::new(Office::open().await);
    let site = Site::with_office(&office).await;
    let mut inspection = Inspection::of(page).await;
    let desk = Desk::of(page, &site);
    desk.go("/gui?actor=phuong-cua-nam").await;
    inspection.look("doors").await;
    desk.go("/gui?kind=complaint").await;
    inspection.look("door-elsewhere").await;
    desk.go("/gui?actor=phuong-cua-nam&kind=procedure").await;
    inspection.look("form").await;
    send_unchecked(page, &desk, &[("phone", "12"), ("procedure", "x")], "").await;
    desk.says("Chưa gửi được").await;
    inspection.look("form-wrong").await;
    let () = page.see("look.page.querySelectorAll('[name=consents]').forEach((box) => { box.checked = true; })").await;
    let fields = [
        ("actor", "phuong-cua-nam"),
        ("procedure", ""),
        ("text", TEXT),
        ("name", "Nguyễn Thị Lan"),
        ("address", "12 phố Hàng Bài"),
        ("phone", "0912 345 678"),
    ];
    desk.work(&fields, "").await;
    desk.shows("Đã nhận phản ánh").await;
    inspection.look("receipt").await;
    let code = page.text("main", ".code").await;
    desk.go("/gui/tra-cuu").await;
    inspection.look("lookup").await;
    for (typed, said, state) in [
        ("1234", "Lỗi:", "lookup-wrong"),
        ("4821-9930-5127-7786-0311", "Không có phản ánh nào mang mã này.", "lookup-404"),
        (code.as_str(), "Trạng thái", "lookup-found"),
    ] {
        desk.work(&[("code", typed)], "").await;
        desk.says(said).await;
        inspection.look(state).await;
    }
    inspection.end().await;
}
