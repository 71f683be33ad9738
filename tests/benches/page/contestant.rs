//! Who is measured: the same text and pictures, each in the markup that its documentation asks for.

use loa_e2e::bench::Sending;
use loa_e2e::site::fragment;

use super::content::{Content, embedding_lines};

/// A page with nothing on it, from which the others are reached.
pub(crate) const EMPTY: &str = "/bench/empty";

/// How often a page is loaded.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Rounds {
    /// In every round: its times matter.
    All,
    /// Once: its bytes are the same each time.
    One,
}

/// How fast the line is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Line {
    Slow4G,
    /// As fast as the machine, so that only its work is measured.
    Free,
}

/// When a page has become usable.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Ready {
    /// It is, as soon as it has loaded.
    AtOnce,
    /// When its own script says so, and then this button is there.
    Marked(&'static str),
    /// When every widget of ours has said so.
    OurWidgets,
}

/// What a page's policy allows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Policy {
    /// The strictest of our journeys.
    Strict,
    /// Everything but other sites: for peers that draw with `innerHTML` or write styles into the page.
    OwnSite,
}

impl Policy {
    pub(crate) fn headers(self) -> Vec<(String, String)> {
        let own_site = "default-src 'self' 'unsafe-inline' 'unsafe-eval' data: blob:";
        match self {
            Self::Strict => loa_e2e::Policy::Strict.headers(),
            Self::OwnSite => vec![("Content-Security-Policy".to_owned(), own_site.to_owned())],
        }
    }
}

/// A page to be measured.
pub(crate) struct Contestant {
    /// The name of its figures.
    pub(crate) id: &'static str,
    pub(crate) html: String,
    pub(crate) policy: Policy,
    pub(crate) ready: Ready,
    pub(crate) sending: Sending,
    pub(crate) line: Line,
    pub(crate) rounds: Rounds,
}

impl Contestant {
    /// Its address on the server.
    pub(crate) fn path(&self) -> String {
        format!("/bench/{}", self.id)
    }

    fn of(id: &'static str, head: &str, content: &str, ready: Ready) -> Self {
        let html = page(head, content);
        let (sending, line, rounds) = (Sending::Compressed, Line::Slow4G, Rounds::All);
        Self { id, html, policy: Policy::Strict, ready, sending, line, rounds }
    }
}

/// Everybody, in the order of a round.
pub(crate) fn contestants() -> Vec<Contestant> {
    let guide = Content::of_guide();
    let lines = embedding_lines();
    let preloading = lines.join("\n");
    // With a figure beside the guide the page takes the module of what people read.
    let preloading_reading = preloading.replace("/loa-guide.", "/loa-reading.");
    let is_preload = |line: &&String| !line.contains("rel=\"modulepreload\"") && !line.contains("rel=\"preload\"");
    let bare = lines.iter().filter(is_preload).cloned().collect::<Vec<_>>().join("\n");
    let ours = |id, head: &str| Contestant::of(id, head, &guide.element, Ready::OurWidgets);
    let once = |contestant: Contestant| Contestant { rounds: Rounds::One, ..contestant };
    let far = "<p>Một đoạn dài của trang.</p>\n".repeat(200);
    let kit = ["loa-message/all", "loa-roadmap/all", "loa-feedback/form"].map(fragment).concat()
        + &guide.element
        + &progress();
    let mut all = vec![
        Contestant::of("without", "", &in_list(&guide), Ready::AtOnce),
        ours("ours", &preloading),
        ours("ours-without-preload", &bare),
    ];
    all.extend(peers(&guide));
    all.extend([
        Contestant { sending: Sending::Plain, ..once(ours("ours-from-a-server-that-compresses-nothing", &preloading)) },
        Contestant { line: Line::Free, ..ours("ours-on-a-free-line", &preloading) },
        once(Contestant::of("ours-below-the-screen", &bare, &(far + &guide.element), Ready::AtOnce)),
        once(ours_with("ours-with-one-more", &preloading_reading, &(guide.element.clone() + &progress()))),
        once(ours_with("ours-with-everything", &bare, &kit)),
    ]);
    all
}

fn ours_with(id: &'static str, head: &str, content: &str) -> Contestant {
    Contestant::of(id, head, content, Ready::OurWidgets)
}

fn peers(guide: &Content) -> [Contestant; 5] {
    let Content { head, nav, .. } = guide;
    let by_hand = format!(
        "<section class=\"row\">{head}{nav}<ol role=\"list\">{}</ol></section>",
        guide.steps_in("<li>", "</li>")
    );
    let web_awesome = format!(
        "{head}<wa-carousel navigation pagination style=\"--aspect-ratio: auto\">{}</wa-carousel>",
        guide.steps_in("<wa-carousel-item>", "</wa-carousel-item>")
    );
    // In a grid, as this page is, its automatic margins would make it as wide as its longest line.
    let swiper = format!(
        "{head}<div><swiper-container navigation=\"true\" pagination=\"true\">{}</swiper-container></div>",
        guide.steps_in("<swiper-slide>", "</swiper-slide>")
    );
    let splide = format!(
        "{head}<section class=\"splide\" aria-label=\"Các bước\"><div class=\"splide__track\"><ul class=\"splide__list\">{}</ul></div></section>",
        guide.steps_in("<li class=\"splide__slide\">", "</li>")
    );
    let sheet = |name| format!("<link rel=\"stylesheet\" href=\"/peers/{name}.css\">\n");
    let script = |name| format!("<script type=\"module\" src=\"/peers/{name}.js\"></script>\n");
    let free = |contestant: Contestant| Contestant { policy: Policy::OwnSite, ..contestant };
    [
        free(Contestant::of(
            "web-awesome",
            &script("web-awesome"),
            &web_awesome,
            Ready::Marked(
                "document.querySelector('wa-carousel').shadowRoot.querySelector('[part~=navigation-button-next]')",
            ),
        )),
        free(Contestant::of(
            "swiper",
            &script("swiper"),
            &swiper,
            Ready::Marked("document.querySelector('swiper-container').shadowRoot.querySelector('.swiper-button-next')"),
        )),
        free(Contestant::of(
            "splide",
            &(sheet("splide") + &script("splide")),
            &splide,
            Ready::Marked("document.querySelector('.splide__arrow--next')"),
        )),
        Contestant::of("preact", &(sheet("preact") + &script("preact")), &by_hand, NEXT),
        Contestant::of("vanilla", &(sheet("vanilla") + &script("vanilla")), &by_hand, NEXT),
    ]
}

const NEXT: Ready = Ready::Marked("document.querySelector('.row button.next')");

fn in_list(guide: &Content) -> String {
    format!("<section>{}<ol>{}</ol></section>", guide.head, guide.steps_in("<li>", "</li>"))
}

/// A simple widget beside the guide.
fn progress() -> String {
    loa_e2e::site::example("loa-progress").html
}

/// A page with a stylesheet of its own: that of the demonstration's portal.
fn page(head: &str, content: &str) -> String {
    format!(
        "<!doctype html>\n<html lang=\"vi\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>Khai sinh</title>\n\
         <link rel=\"stylesheet\" href=\"/portal.css\">\n{head}\n</head>\n<body>\n<main class=\"wide page\">\n\
         <h1>Hướng dẫn từng bước</h1>\n<p>Đoạn trước.</p>\n{content}\n<p>Đoạn sau.</p>\n</main>\n</body>\n</html>\n"
    )
}
