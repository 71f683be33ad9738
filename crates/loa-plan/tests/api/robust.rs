//! Whatever stands in a file, reading ends, without a crash, with a plan or with problems that have places.

use loa_plan::Plan;
use proptest::prelude::*;

use crate::small::SMALL;

/// Pieces that people and programs put at the wrong place.
const PIECES: [&str; 24] = [
    "\"",
    "'",
    "\"\"\"",
    "'''",
    "[",
    "]",
    "[[",
    "]]",
    "{",
    "}",
    ",",
    ".",
    "=",
    "#",
    "\n",
    "\r",
    "\\",
    "“",
    "\u{a0}",
    "\u{feff}",
    "\0",
    "[[phases]]\n",
    "a.b.c = 1\n",
    "// x\n",
];

fn check(text: &str) -> Result<(), TestCaseError> {
    for result in [Plan::from_toml(text), Plan::from_json(text)] {
        let Err(error) = result else { continue };
        prop_assert!(!error.problems.is_empty());
        for problem in &error.problems {
            let lines = text.split('\n').count();
            prop_assert!((1..=lines).contains(&problem.line), "{problem} of {lines} lines");
            prop_assert!(problem.column >= 1);
            prop_assert!(!problem.message.is_empty() && !problem.help.is_empty(), "{problem:?}");
            prop_assert!(problem.message.chars().count() < 300, "{problem}");
        }
    }
    Ok(())
}

fn boundary(text: &str, at: usize) -> usize {
    (0..=at % (text.len() + 1)).rev().find(|at| text.is_char_boundary(*at)).unwrap_or_default()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_plan_that_is_cut_off_is_never_a_crash(at in 0..10_000_usize) {
        check(&SMALL[..boundary(SMALL, at)])?;
        let json = Plan::from_toml(SMALL).unwrap().to_json();
        check(&json[..boundary(&json, at)])?;
    }

    #[test]
    fn a_plan_with_slips_is_never_a_crash(slips in prop::collection::vec((0..10_000_usize, 0..24_usize, 0..12_usize), 1..6)) {
        for mut text in [SMALL.to_owned(), Plan::from_toml(SMALL).unwrap().to_json()] {
            for (at, piece, gone) in &slips {
                let start = boundary(&text, *at);
                let end = boundary(&text, (start + gone).min(text.len())).max(start);
                text.replace_range(start..end, PIECES[*piece]);
            }
            check(&text)?;
        }
    }

    #[test]
    fn any_text_is_never_a_crash(text in "\\PC{0,200}") {
        check(&text)?;
    }

    #[test]
    fn any_signs_of_the_formats_are_never_a_crash(text in "[a-c=\\.\\[\\]{}\"',#\n\r\\\\:0-9 -]{0,120}") {
        check(&text)?;
    }
}

/// Work that grew with the square of the length would not end within the patience of anybody.
#[test]
fn a_large_and_hostile_file_does_not_take_long() {
    let many = |piece: &str| piece.repeat(60_000 / piece.len());
    let pieces = [
        "a = [\n",
        "a = \"\n",
        "[[a]\n",
        "[a\n",
        "a = 1 1\n",
        "a b\n",
        "[[phases]]\n",
        "{",
        "= ",
        "x = {a: 1}\n",
        "\r",
        "a = {a = 1\n",
        "a = ]\n",
        "\"\"\"\n[[a]]\n",
        "[a]\n",
        "a:\n",
        "“\n",
        "a = 16,5\n",
    ];
    for piece in pieces {
        let lines = many(piece);
        for text in [lines.clone(), format!("{SMALL}{lines}"), format!("x = [{}\n", lines.replace('\n', " "))] {
            assert!(Plan::from_toml(&text).is_err());
            assert!(Plan::from_json(&text).is_err());
        }
    }
    let (phases, keys) = (many("{}, "), (0..8_000).map(|i| format!("k{i} = 1, ")).collect::<String>());
    let damage = "b = !\n".repeat(150);
    for text in [
        format!("phases = [{}]\n{damage}", phases.get(..30_000).unwrap_or_default()),
        format!("decision = {{{keys}}}\n{damage}"),
        format!("{}\n{damage}", keys.replace(", ", "\n")),
    ] {
        assert!(Plan::from_toml(&text).is_err());
    }
}
