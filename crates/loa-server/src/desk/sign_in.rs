//! Signing in and out. What is said about a wrong name and about a wrong password is the same, and takes as long.

use std::time::{Duration, Instant};

use axum::extract::{Request, State};
use axum::http::header::{RETRY_AFTER, SET_COOKIE};
use axum::http::{HeaderMap, HeaderValue, StatusCode};
use axum::response::{IntoResponse, Redirect, Response};

use super::form::{self, SEAL};
use super::frame::{self, Beside, Page, beside, summary};
use super::lockout::Locked;
use super::session::{IDLE, LONGEST, signed};
use super::token::{Jar, Secure, Token};
use super::{Trouble, UserName, password};
use crate::page::escaped;
use crate::service::Service;
use crate::store::{Act, User};
use crate::throttle::TooMuch;
use crate::visitor;

/// How long a sign-in page may lie open, in seconds.
const GUEST: i64 = 3_600;

/// How long somebody waits for a password to be checked.
const QUEUE: Duration = Duration::from_secs(10);

const WRONG: &str = "Tên hoặc mật khẩu chưa đúng.";

/// `GET /desk/dang-nhap`
pub(super) async fn get(State(service): State<Service>, request: Request) -> Result<Response, Trouble> {
    let headers = request.headers();
    if signed(&service, headers).await.is_ok() {
        return Ok(Redirect::to("/desk").into_response());
    }
    let secure = Secure::of(headers, request.extensions());
    let token = match Jar::Guest.read(headers) {
        Some(token) => token,
        None => Token::new()?,
    };
    let mut response = page(&token, "", &[]).into_response();
    add(response.headers_mut(), Jar::Guest.set(&token, GUEST, secure));
    Ok(response)
}

/// `POST /desk/dang-nhap`
pub(super) async fn post(State(service): State<Service>, request: Request) -> Result<Response, Trouble> {
    let secure = Secure::of(request.headers(), request.extensions());
    let address = visitor::address(request.headers(), request.extensions(), service.campaign().settings());
    let guest = Jar::Guest.read(request.headers());
    if let Err(TooMuch { seconds }) = service.desk().throttle.admit(address, Instant::now()) {
        let Some(guest) = guest else { return Err(Trouble::Busy) };
        let sentence = format!("Có quá nhiều lượt đăng nhập trong một phút. Xin thử lại sau {seconds} giây.");
        return Ok(refused(page(&guest, "", &[("", sentence)]), seconds));
    }
    let fields = form::read_of_guest(&service, request, |headers| Jar::Guest.read(headers)).await?;
    let Some(guest) = guest else { return Err(Trouble::SignIn) };
    let typed = fields.get("name").to_lowercase();
    let now = service.now();
    if let Err(Locked { minutes }) = service.desk().lockout.admit(&typed, address, now.unix()) {
        tracing::warn!("too many tries to sign in");
        let sentence = format!("Đã nhập sai nhiều lần nên tạm khoá. Xin thử lại sau {minutes} phút.");
        return Ok(refused(page(&guest, &typed, &[("", sentence)]), minutes.unsigned_abs() * 60));
    }
    let (user, known) = checked(&service, &typed, fields.get("password").to_owned()).await?;
    let Some(user) = user else {
        // Also for a name that nobody has, which is not kept: not to write would take less time, which says something.
        let who = known.map(|name| name.as_str().to_owned());
        let act = Act { at: now, who, what: "sign-in-refused".to_owned(), on: None, detail: None };
        service.store().record(&act).await?;
        let page = page(&guest, &typed, &[("name", WRONG.to_owned())]);
        return Ok((StatusCode::UNAUTHORIZED, page).into_response());
    };
    service.desk().lockout.succeeded(&typed, address);
    // A token that nobody had before: one that somebody else has put into this browser opens nothing.
    let token = Token::new()?;
    let who = Some(user.name.as_str().to_owned());
    let act = Act { at: now, who, what: "sign-in".to_owned(), on: None, detail: None };
    let over = (now.unix() - IDLE, now.unix() - LONGEST);
    service.store().begin_session(&token.hash(), &user.name, over, &act).await?;
    let mut response = Redirect::to("/desk").into_response();
    add(response.headers_mut(), Jar::Session.set(&token, LONGEST, secure));
    add(response.headers_mut(), Jar::Guest.clear(secure));
    Ok(response)
}

/// `POST /desk/dang-xuat`
pub(super) async fn out(State(service): State<Service>, request: Request) -> Result<Response, Trouble> {
    let secure = Secure::of(request.headers(), request.extensions());
    let (signed, _) = form::read(&service, request).await?;
    service.store().end_session(&signed.token.hash(), &signed.act(&service, "sign-out", None)).await?;
    let mut response = Redirect::to("/desk/dang-nhap").into_response();
    add(response.headers_mut(), Jar::Session.clear(secure));
    Ok(response)
}

/// The user, when name and password are right; and the name, when there is one, for the record.
async fn checked(service: &Service, name: &str, typed: String) -> Result<(Option<User>, Option<UserName>), Trouble> {
    let found = match name.parse::<UserName>() {
        Ok(name) => service.store().user(&name).await?,
        Err(_) => None,
    };
    let known = found.as_ref().map(|(user, _)| user.name.clone());
    let (user, hash) = found.unzip();
    // Each takes 19 MiB and a processor: more at once than that would be a way to stop everything.
    let Ok(Ok(turn)) = tokio::time::timeout(QUEUE, service.desk().turns.acquire()).await else {
        tracing::warn!("too many sign in at once");
        return Err(Trouble::Busy);
    };
    let holds = tokio::task::spawn_blocking(move || password::verify(&typed, hash.as_ref())).await.unwrap_or(false);
    drop(turn);
    Ok((user.filter(|user| holds && user.disabled_at.is_none()), known))
}

/// Too much was tried.
fn refused(page: Page, seconds: u64) -> Response {
    let mut response = page.into_response();
    *response.status_mut() = StatusCode::TOO_MANY_REQUESTS;
    response.headers_mut().insert(RETRY_AFTER, HeaderValue::from(seconds));
    response
}

fn add(headers: &mut HeaderMap, cookie: Option<HeaderValue>) {
    if let Some(cookie) = cookie {
        headers.append(SET_COOKIE, cookie);
    }
}

fn page(token: &Token, name: &str, problems: &[(&str, String)]) -> Page {
    let title = if problems.is_empty() { "Đăng nhập" } else { "Lỗi: Đăng nhập" };
    let Beside { wrong, attributes } = beside("name", "", problems);
    let main = format!(
        "<h1>Bàn tiếp nhận phản ánh</h1>\n{}<form method=\"post\" action=\"/desk/dang-nhap\">\n\
         <input type=\"hidden\" name=\"{SEAL}\" value=\"{}\">\n\
         <div class=\"field\"><label for=\"o-name\">Tên đăng nhập</label>\n{wrong}\
         <input id=\"o-name\" name=\"name\" value=\"{}\" autocomplete=\"username\" autocapitalize=\"none\" spellcheck=\"false\" required{attributes}></div>\n\
         <div class=\"field\"><label for=\"o-password\">Mật khẩu</label>\n\
         <input id=\"o-password\" name=\"password\" type=\"password\" autocomplete=\"current-password\" required></div>\n\
         <button class=\"main\">Đăng nhập</button>\n</form>",
        summary("Chưa đăng nhập được", problems),
        token.seal(),
        escaped(name)
    );
    frame::bare(title, &main)
}
