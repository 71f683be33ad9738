//! What a person does again and again, as real presses: the browser then measures them as it does for visitors.

use std::collections::BTreeMap;

use loa_e2e::bench::{Figures, Samples};
use loa_e2e::page::Key;
use loa_e2e::site::{Document, fragment};
use serde_json::json;

use super::stage::{COUNTED, Stage, Watch, most, settle};

/// What is done, where, and how often.
pub(crate) struct Gesture {
    name: &'static str,
    fragments: &'static [&'static str],
    presses: &'static [Press],
}

#[derive(Clone, Copy)]
enum Press {
    /// The nth element of a widget that matches.
    On(&'static str, &'static str, usize),
    /// A key, while this element has the focus.
    Key(&'static str, &'static str, Key),
}

const NEXT: Press = Press::On("loa-guide", "[part=next]", 0);
const PREVIOUS: Press = Press::On("loa-guide", "[part=previous]", 0);
const TICK: &str = "form label";
const SHOW: Press = Press::On("loa-board", "[data-loa-form=filter] button", 0);
const MORE: Press = Press::On("loa-board", "[part=more]", 0);
const STATUS: Press = Press::Key("loa-board", "[name=status]", Key::Down);
const AUDIENCE: Press = Press::Key("loa-message", "[part=audience]", Key::Down);

pub(crate) const GESTURES: &[Gesture] = &[
    Gesture {
        name: "guide step",
        fragments: &["loa-guide/khai-sinh"],
        presses: &[NEXT, NEXT, NEXT, NEXT, NEXT, NEXT, PREVIOUS, PREVIOUS],
    },
    Gesture {
        name: "tick",
        fragments: &["loa-guide/khai-sinh"],
        presses: &[
            Press::On("loa-guide", TICK, 0),
            Press::On("loa-guide", TICK, 1),
            Press::On("loa-guide", TICK, 2),
            Press::On("loa-guide", TICK, 3),
            Press::On("loa-guide", TICK, 0),
        ],
    },
    Gesture {
        name: "change of audience",
        fragments: &["loa-message/all", "loa-message/all"],
        presses: &[AUDIENCE, AUDIENCE],
    },
    // Twenty, then up to a hundred, then another choice and twenty in their place.
    Gesture {
        name: "board of 100",
        fragments: &["loa-board/all"],
        presses: &[SHOW, MORE, MORE, MORE, MORE, STATUS, SHOW],
    },
];

/// More can be asked for, where there is a board: a person presses when something is there to press.
const IS_DRAWN: &str = "!look.page.querySelector('loa-board')?.shadowRoot.querySelector('[part=more][aria-disabled]')";

/// The shortest time that the browser reports.
const SHORTEST: f64 = 16.0;

/// Opens the page and does everything once.
pub(crate) async fn measure(gesture: &Gesture, watch: Watch, samples: &mut Samples) {
    let html: String = gesture.fragments.iter().copied().map(fragment).collect();
    let stage = Stage::open(Document::of(&html), watch, samples).await;
    let (at_start, start_names) = stage.calls().await;
    let mut sums = [0.0; 3];
    for press in gesture.presses {
        let used = stage.press(*press).await;
        for (sum, used) in sums.iter_mut().zip(used) {
            *sum += used;
        }
    }
    let each = |sum: f64| sum / gesture.presses.len() as f64;
    if watch == Watch::Calls {
        let (calls, names) = stage.calls().await;
        samples.add(
            &format!("{}, calls", gesture.name),
            Figures::from([("calls each", each(calls - at_start)), ("calls until ready", at_start)]),
        );
        samples.notes.insert(format!("{}, calls", gesture.name), most(&names, &start_names));
        samples.notes.insert(format!("{}, calls until ready", gesture.name), most(&start_names, &BTreeMap::new()));
        return;
    }
    let worst: f64 = stage.page().see("Math.max(0, ...Object.values(bench.worst))").await;
    let [main_thread, layouts, styles] = sums.map(each);
    let figures = Figures::from([
        ("worst", worst.max(SHORTEST)),
        ("main thread each", main_thread * 1000.0),
        ("layouts each", layouts),
        ("style recalculations each", styles),
        ("slowdown", stage.browser.slowdown().await),
    ]);
    eprintln!("{}: {figures:?}", gesture.name);
    samples.add(gesture.name, figures);
}

impl Stage {
    /// Presses and gives what the page did about it; nothing of ours runs in the page meanwhile.
    async fn press(&self, press: Press) -> [f64; 3] {
        let (Press::On(tag, selector, _) | Press::Key(tag, selector, _)) = press;
        let nth = if let Press::On(_, _, nth) = press { nth } else { 0 };
        let all = format!(
            "[look.page.querySelector('{tag}').shadowRoot, look.page.querySelector('{tag}')].flatMap((root) => [...root.querySelectorAll('{selector}')])[{nth}]"
        );
        self.page().until(&format!("`{tag}` has `{selector}`"), &all).await;
        let before = if let Press::Key(_, _, key) = press {
            let () = self.page().see(&format!("void {all}.focus()")).await;
            settle().await;
            let before = self.page().metrics(COUNTED).await;
            self.page().key(key).await;
            before
        } else {
            let place = format!(
                "(() => {{ const node = {all}; node.scrollIntoView({{ block: 'nearest', behavior: 'instant' }}); \
                 const box = node.getBoundingClientRect(); return [box.x + box.width / 2, box.y + box.height / 2]; }})()"
            );
            let [x, y]: [f64; 2] = self.page().see(&place).await;
            let mouse = async |kind: &str, buttons: u8| {
                let event = json!({ "type": kind, "x": x, "y": y, "button": if kind == "mouseMoved" { "none" } else { "left" }, "buttons": buttons, "clickCount": u8::from(kind != "mouseMoved") });
                self.page().devtools("Input.dispatchMouseEvent", event).await;
            };
            mouse("mouseMoved", 0).await;
            settle().await;
            let before = self.page().metrics(COUNTED).await;
            mouse("mousePressed", 1).await;
            mouse("mouseReleased", 0).await;
            before
        };
        settle().await;
        self.page().until("all that has come is drawn", IS_DRAWN).await;
        let after = self.page().metrics(COUNTED).await;
        std::array::from_fn(|i| after[i] - before[i])
    }
}
