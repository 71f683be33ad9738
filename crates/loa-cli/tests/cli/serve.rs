//! `loa serve`.

use std::fs;
use std::net::TcpListener;
use std::path::Path;

use expect_test::expect;

use super::campaign::{bundle, starter, widgets};
use super::http::{ask, get};
use super::run::run;
use super::server::Server;

/// A small site around a bundle.
fn site(root: &Path) {
    bundle(root);
    fs::create_dir_all(root.join("site/loa")).unwrap();
    fs::rename(root.join("out"), root.join("site/loa/chien-dich")).unwrap();
    fs::write(root.join("site/index.html"), "<p>Trang chủ</p>").unwrap();
    fs::write(root.join("site/_headers"), "/index.html\n  X-Frame-Options: DENY\n").unwrap();
    fs::write(root.join("secret"), "secret").unwrap();
}

#[test]
fn a_site_is_served_as_it_is() {
    let root = tempfile::tempdir().unwrap();
    site(root.path());
    let server = Server::start(root.path(), &["site"]);
    assert_eq!(server.line, format!("serving site on http://127.0.0.1:{}/\n", server.port));
    let page = get(server.port, "/");
    assert_eq!((page.status, page.text()), (200, "<p>Trang chủ</p>"));
    assert_eq!(page.header("content-type"), "text/html; charset=utf-8");
    assert_eq!(page.header("cache-control"), "no-cache");
    let head = ask(server.port, "HEAD", "/", "");
    assert_eq!((head.status, head.body.len(), head.header("content-length")), (200, 0, "18"));
    assert_eq!(get(server.port, "/index.html").header("x-frame-options"), "DENY");
    assert_eq!(ask(server.port, "POST", "/", "Content-Length: 0\r\n").status, 405);
    let missing = get(server.port, "/none.html");
    assert_eq!((missing.status, missing.text()), (404, "there is no such file\n"));
    assert_eq!(get(server.port, "/loa?a=b").header("location"), "/loa/?a=b");
    assert_eq!(server.end(), "");
}

#[test]
fn a_folder_without_a_page_is_said_to_have_none() {
    let root = tempfile::tempdir().unwrap();
    fs::create_dir_all(root.path().join("site/loa")).unwrap();
    fs::write(root.path().join("site/loa/a.txt"), "a").unwrap();
    let server = Server::start(root.path(), &["site"]);
    for path in ["/", "/loa/"] {
        let answer = get(server.port, path);
        let expected = (404, "this folder has no `index.html`; ask for a file in it by its name\n");
        assert_eq!((answer.status, answer.text()), expected, "{path}");
    }
    assert_eq!(get(server.port, "/loa/a.txt").text(), "a");
    assert_eq!(get(server.port, "/loa").header("location"), "/loa/");
}

#[test]
fn what_is_not_meant_for_visitors_is_not_there() {
    let root = tempfile::tempdir().unwrap();
    site(root.path());
    fs::write(root.path().join("site/.stamp"), "1").unwrap();
    fs::write(root.path().join("site/_HEADERS"), "1").unwrap();
    #[cfg(unix)]
    std::os::unix::fs::symlink("../secret", root.path().join("site/secret")).unwrap();
    let server = Server::start(root.path(), &["site"]);
    for path in [
        "/../secret",
        "/%2e%2e/secret",
        "/loa/../../secret",
        "/..%2fsecret",
        "/..%5csecret",
        "/secret",
        "/.stamp",
        "/_headers",
        "/_HEADERS",
        "/%5fheaders",
        // With its headers or not at all.
        "//index.html",
        "/%2findex.html",
        "/loa//chien-dich/bundle.json",
    ] {
        let answer = get(server.port, path);
        assert_eq!((answer.status, answer.text()), (404, "there is no such file\n"), "{path}");
    }
}

#[test]
fn a_browser_gets_the_copy_that_it_takes() {
    let root = tempfile::tempdir().unwrap();
    site(root.path());
    let server = Server::start(root.path(), &["site"]);
    let path = "/loa/chien-dich/guide/vi-du.json";
    let accept = |encodings: &str| ask(server.port, "GET", path, &format!("Accept-Encoding: {encodings}\r\n"));
    let plain = get(server.port, path);
    assert_eq!((plain.status, plain.header("content-encoding")), (200, ""));
    let br = accept("gzip, br");
    assert_eq!((br.status, br.header("content-encoding")), (200, "br"));
    assert_eq!(br.header("content-type"), "application/json; charset=utf-8");
    let mut text = Vec::new();
    brotli::BrotliDecompress(&mut &*br.body, &mut text).unwrap();
    assert_eq!(text, plain.body);
    let gzip = accept("gzip");
    assert_eq!(gzip.header("content-encoding"), "gzip");
    let mut text = Vec::new();
    std::io::Read::read_to_end(&mut flate2::read::GzDecoder::new(&*gzip.body), &mut text).unwrap();
    assert_eq!(text, plain.body);
}

#[test]
fn a_bundle_by_itself_has_a_page_for_each_element() {
    let root = tempfile::tempdir().unwrap();
    bundle(root.path());
    let server = Server::start(root.path(), &["out"]);
    let index = get(server.port, "/");
    assert_eq!((index.status, index.header("content-type")), (200, "text/html; charset=utf-8"));
    let text =
        index.text().split("<p>Build ").next().unwrap().to_owned() + index.text().split(". Each").nth(1).unwrap();
    expect![[r#"
        <!doctype html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>chien-dich</title>
        </head>
        <body>
        <h1>chien-dich</h1>
         link is a page with one element.</p>
        <ul>
        <li><a href="/preview/loa-guide/vi-du.html">loa-guide/vi-du.html</a></li>
        <li><a href="/preview/loa-message/all.html">loa-message/all.html</a></li>
        <li><a href="/preview/loa-message/citizen.html">loa-message/citizen.html</a></li>
        <li><a href="/preview/loa-roadmap/all.html">loa-roadmap/all.html</a></li>
        </ul>
        </body>
        </html>
    "#]]
    .assert_eq(&text);
    for href in index.text().split("href=\"").skip(1).map(|rest| rest.split('"').next().unwrap()) {
        let page = get(server.port, href);
        assert_eq!(page.status, 200, "{href}");
        for address in page.text().split(['"', '\'']).filter(|word| word.starts_with("/loa/") && word.contains('.')) {
            assert_eq!(get(server.port, address).status, 200, "{href}: {address}");
        }
        assert!(!page.text().contains(" style=") && !page.text().contains("<script>"), "{}", page.text());
    }
    let page = get(server.port, "/preview/loa-roadmap/all.html");
    expect![[r#"
        <!doctype html>
        <html lang="vi">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>loa-roadmap/all.html</title>
        <link rel="stylesheet" href="/loa/chien-dich/loa.css">
        <script type="module" src="/loa/chien-dich/loa.js"></script>
        </head>
        <body>
        <main>
    "#]]
    .assert_eq(page.text().split("<loa-roadmap").next().unwrap());
    assert_eq!(get(server.port, "/loa/chien-dich/bundle.json").body, get(server.port, "/bundle.json").body);
    for path in ["/preview/", "/preview/../../secret", "/preview/loa-guide/none.html", "/guide", "/guide/"] {
        assert_eq!(get(server.port, path).status, 404, "{path}");
    }
    assert_eq!(ask(server.port, "POST", "/", "Content-Length: 0\r\n").status, 405);
    assert_eq!(server.end(), "");
}

#[test]
fn a_bundle_for_another_server_is_looked_at_here() {
    let root = tempfile::tempdir().unwrap();
    starter(root.path());
    let arguments = ["build", "chien-dich", "--out", "out", "--at", "2025-02-01", "--src", "https://loa.example.vn/a/"];
    assert_eq!(run(root.path(), &arguments).code, 0);
    let server = Server::start(root.path(), &["out"]);
    let page = get(server.port, "/preview/loa-guide/vi-du.html");
    assert!(page.text().contains(" src=\"/a/\"") && !page.text().contains("loa.example.vn"), "{}", page.text());
    assert_eq!(get(server.port, "/a/guide/vi-du.json").status, 200);
}

#[test]
fn widgets_files_are_taken_from_elsewhere_for_a_bundle_without_them() {
    let root = tempfile::tempdir().unwrap();
    starter(root.path());
    assert_eq!(run(root.path(), &["build", "chien-dich", "--out", "out", "--at", "2025-02-01"]).code, 0);
    let without = Server::start(root.path(), &["out"]);
    let port = without.port;
    assert_eq!(get(port, "/loa/chien-dich/loa.js").status, 404);
    let index = get(port, "/");
    let message = "The widgets' files are not in this bundle: pages show the static HTML, and nothing takes it over.\n\
        To see them, run `cargo xtask build-widgets` and serve again with `--widgets target/widgets`.";
    assert!(index.text().contains(message), "{}", index.text());
    assert_eq!(without.end(), format!("{message}\n"));
    widgets(root.path());
    let with = Server::start(root.path(), &["out", "--widgets", "widgets"]);
    for path in ["/loa/chien-dich/loa.js", "/loa.js"] {
        assert_eq!(get(with.port, path).text(), "/* loa.js */\n", "{path}");
    }
    let module = ask(with.port, "GET", "/loa/chien-dich/loa-widgets.bin", "Accept-Encoding: br\r\n");
    assert_eq!((module.header("content-encoding"), module.text()), ("br", "/* loa-widgets.bin.br */\n"));
    assert_eq!(get(with.port, "/guide/loa.js").status, 404);
    assert!(!get(with.port, "/").text().contains(message));
}

#[test]
fn what_keeps_it_from_serving_is_said() {
    let root = tempfile::tempdir().unwrap();
    starter(root.path());
    run(root.path(), &["serve", "none"]).could_not_run(expect![[r#"
        error: there is no folder `none` to serve; `loa build` makes one
    "#]]);
    run(root.path(), &["serve", "chien-dich/plan.toml"]).could_not_run(expect![[r#"
        error: `chien-dich/plan.toml` is a file, expected the folder to serve; name the folder that it is in
    "#]]);
    run(root.path(), &["serve", "chien-dich"]).could_not_run(expect![[r#"
        error: `chien-dich` is a campaign, not a bundle; build one with `loa build chien-dich --out out`, then `loa serve out`
    "#]]);
    fs::write(root.path().join("chien-dich/index.html"), "").unwrap();
    run(root.path(), &["serve", "chien-dich", "--widgets", "none"]).could_not_run(expect![[r#"
        error: the folder `none` has no `loa.css`, `loa.js`, `loa-widgets.bin`, `loa-widgets.js`; `cargo xtask build-widgets` makes the widgets' files, and prints their folder
    "#]]);
    // An address that is kept for examples is no machine's.
    let elsewhere = run(root.path(), &["serve", "chien-dich", "--listen", "192.0.2.1:8080"]);
    assert_eq!((elsewhere.code, elsewhere.stdout.as_str()), (2, ""));
    expect![[r#"
        error: cannot listen on `192.0.2.1:8080`; choose an address of this machine, for example `--listen 127.0.0.1:8080`
    "#]].assert_eq(elsewhere.stderr.split("  because: ").next().unwrap());
    fs::write(root.path().join("chien-dich/_headers"), "X-A: 1\n").unwrap();
    run(root.path(), &["serve", "chien-dich"]).could_not_run(expect![[r#"
        error: _headers:1: the path `X-A: 1` does not begin with `/`; put spaces before a header
    "#]]);
    fs::remove_file(root.path().join("chien-dich/_headers")).unwrap();
    fs::create_dir(root.path().join("chien-dich/_headers")).unwrap();
    let unreadable = run(root.path(), &["serve", "chien-dich"]);
    assert_eq!((unreadable.code, unreadable.stdout.as_str()), (2, ""));
    expect![[r#"
        error: `chien-dich/_headers` cannot be read; see that it is a file and may be opened, or take it away
    "#]]
    .assert_eq(unreadable.stderr.split("  because: ").next().unwrap());
}

#[test]
fn a_taken_port_is_said_with_another_one() {
    let root = tempfile::tempdir().unwrap();
    bundle(root.path());
    let taken = TcpListener::bind("127.0.0.1:0").unwrap();
    let port = taken.local_addr().unwrap().port();
    let refused = run(root.path(), &["serve", "out", "--listen", &port.to_string()]);
    assert_eq!((refused.code, refused.stdout.as_str()), (2, ""));
    let other = port.checked_add(1).unwrap_or(8080);
    assert_eq!(
        refused.stderr,
        format!(
            "error: cannot listen on `127.0.0.1:{port}`: the port {port} is taken by another program; stop that one, or choose another port, for example `--listen 127.0.0.1:{other}`, or any free one with port 0\n"
        )
    );
}
