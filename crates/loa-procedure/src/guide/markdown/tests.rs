//! Guides as people write them, right and wrong.

use expect_test::{Expect, expect};

use super::read;
use crate::guide::{Block, Inline, ListKind};

const HEAD: &str = "+++\nformat = 1\nid = \"khai-sinh\"\ntitle = \"Khai sinh\"\nupdated = 2026-11-20\n+++\n";

/// The problems of a guide with this text, which begins on line 7.
fn check(text: &str, expected: &Expect) {
    let said = read("g.md", &format!("{HEAD}{text}")).map_or_else(|e| e.to_string(), |_| "no problem".to_owned());
    expected.assert_eq(&said);
}

#[test]
fn a_step_holds_paragraphs_lists_pictures_notes_and_links_in_order() {
    let text = "Lời đầu.\n\n## Đăng nhập\n\n![Điện thoại có ổ khóa](../pictures/dang-nhap.svg)\n\n\
        Mở [Cổng](https://dichvucong.gov.vn \"xem ngày 2026-11-20\")\nvà chọn **Đăng nhập**.\n\n\
        - một\n- hai\n\n1. ba\n2. bốn\n\n> Không đưa mật khẩu\n> cho ai.\n>\n> Không bao giờ.\n\n## Nộp\n";
    let document = read("g.md", &format!("{HEAD}{text}")).unwrap();
    let guide = document.value;
    let text = |words: &str| Inline::Text(words.to_owned());
    assert_eq!(guide.intro, [Block::Paragraph(vec![text("Lời đầu.")])]);
    assert_eq!(guide.steps.iter().map(|step| step.title.as_str()).collect::<Vec<_>>(), ["Đăng nhập", "Nộp"]);
    let [picture, paragraph, bulleted, numbered, note] = guide.steps[0].body.as_slice() else { panic!("{guide:?}") };
    assert_eq!(guide.steps[0].pictures().map(|p| p.path.as_str()).collect::<Vec<_>>(), ["pictures/dang-nhap.svg"]);
    assert!(matches!(picture, Block::Picture(picture) if picture.alt == "Điện thoại có ổ khóa"));
    let Block::Paragraph(line) = paragraph else { panic!("{paragraph:?}") };
    let [before, Inline::Link(link), between, strong, after] = line.as_slice() else { panic!("{line:?}") };
    assert_eq!((before, between, after), (&text("Mở "), &text(" và chọn "), &text(".")));
    assert_eq!(strong, &Inline::Strong("Đăng nhập".to_owned()));
    assert_eq!((link.title.as_str(), link.url.as_str()), ("Cổng", "https://dichvucong.gov.vn"));
    assert_eq!(link.seen.map(|seen| seen.to_string()).as_deref(), Some("2026-11-20"));
    let items = |a, b| vec![vec![text(a)], vec![text(b)]];
    assert_eq!(bulleted, &Block::List { kind: ListKind::Bulleted, items: items("một", "hai") });
    assert_eq!(numbered, &Block::List { kind: ListKind::Numbered, items: items("ba", "bốn") });
    let lines = vec![text("Không đưa mật khẩu cho ai."), Inline::Break, text("Không bao giờ.")];
    assert_eq!(note, &Block::Note(lines));
}

#[test]
fn every_part_has_its_place() {
    let places = read("g.md", &format!("{HEAD}Lời đầu.\n\n## Một\n\nLàm.\n\n- a\n")).unwrap().places;
    let place = |path| places.locate(path).map(|at| (at.line, at.column));
    assert_eq!(place("updated"), Some((5, 11)));
    assert_eq!(place("intro[0]"), Some((7, 1)));
    assert_eq!(place("steps[0]"), Some((9, 1)));
    assert_eq!(place("steps[0].title"), Some((9, 1)));
    assert_eq!(place("steps[0].body[1].items[0]"), Some((13, 1)));
}

#[test]
fn windows_line_ends_and_the_mark_of_windows_editors_are_fine() {
    let text = format!("\u{feff}{HEAD}## Một\n\nLàm.\n").replace('\n', "\r\n");
    let guide = read("g.md", &text).unwrap().value;
    assert_eq!(guide.steps[0].body, [Block::Paragraph(vec![Inline::Text("Làm.".to_owned())])]);
}

#[test]
fn the_head_must_be_there_and_end() {
    let said = |text| read("g.md", text).unwrap_err().to_string();
    expect![[r#"
        g.md:1:1: the guide does not begin with a head, expected the line `+++`
          help: begin the file with the lines `+++`, `format = 1`, `id = "…"`, `title = "…"`, `updated = 2025-02-01`, `+++`"#]]
    .assert_eq(&said("## Một\n"));
    expect![[r"
        g.md:1:1: the head begins with `---`, expected `+++`
          help: write `+++` above and below it, and each entry as `key = value`"]]
    .assert_eq(&said("---\nid: a\n---\n"));
    expect![[r"
        g.md:1:1: the head has no end, expected a second line `+++`
          help: add the line `+++` between the head and the first step"]]
    .assert_eq(&said("+++\nformat = 1\n## Một\n"));
}

#[test]
fn problems_of_head_and_text_are_told_in_one_run() {
    let text = "+++\nformat = 1\nid = \"khai-sinh\"\ntitel = \"Khai sinh\"\nupdated = 2026-11-20\nprocedure = \"1193\"\n\
        needs = [\"Giấy chứng sinh\", { text = \"Thẻ\", notes = \"x\" }]\n\
        filing = { title = \"Cổng\", url = \"dichvucong.gov.vn\" }\n+++\n\n## Một\n\n| a |\n|---|\n| b |\n";
    expect![[r#"
        g.md:4:1: unknown key `titel`
          help: did you mean `title`?
        g.md:6:13: `1193` is not the code of a procedure, expected a digit, a point and six digits such as `1.001193`
          help: copy the code from the national portal, or leave the key out when there is none
        g.md:7:45: unknown key `notes`
          help: did you mean `note`?
        g.md:8:34: `dichvucong.gov.vn` is not a full address, expected `https://…`, `tel:…` or `mailto:…`
          help: copy the whole address from the browser
        g.md:13:1: a table is not possible in a guide
          help: write a list, or publish the table as a document and link to it"#]]
    .assert_eq(&read("g.md", text).unwrap_err().to_string());
}

#[test]
fn a_guide_without_a_step_is_a_problem() {
    check(
        "\nChỉ có lời.\n",
        &expect![[r#"
        g.md:9:1: the guide has no step
          help: begin each step with a line such as `## Đăng nhập bằng VNeID`"#]],
    );
}

#[test]
fn headings_of_other_levels_are_problems() {
    check(
        "# Khai sinh\n\n## Một\n\n### Nhỏ\n\n## \n",
        &expect![[r#"
        g.md:7:1: a title is not possible in the text of a guide
          help: the title stands in the head; write `##` when it is a step
        g.md:11:1: a heading within a step is not possible in the text of a guide
          help: write `##` to make it a step, or `**…**` to make it bold
        g.md:13:1: a step has no title
          help: write what to do after `##`"#]],
    );
}

#[test]
fn what_markdown_has_and_a_guide_has_not_is_told_with_a_way_out() {
    check(
        "## Một\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n    bốn dấu cách\n\n```\nmã\n```\n\n<div>x</div>\n\n\
         Chữ *nghiêng*, `mã`, ~~bỏ~~, <b>đậm</b>.\n\n---\n\n- [ ] việc\n\nXem[^1].\n\n[^1]: Chú thích.\n",
        &expect![[r#"
            g.md:9:1: a table is not possible in a guide
              help: write a list, or publish the table as a document and link to it
            g.md:13:5: a line that begins with four spaces is not possible in a guide
              help: delete the spaces; they make it code
            g.md:15:1: a block of code is not possible in a guide
              help: write its words as a paragraph, without the lines of backticks
            g.md:19:1: HTML is not possible in a guide
              help: write paragraphs, lists, `**bold**`, pictures and links; a remark belongs into the head, after `#`
            g.md:21:5: italic text is not possible in a guide
              help: write `**…**` around words that matter, or nothing; italics are hard to read
            g.md:21:16: code is not possible in a guide
              help: write `**…**` around what a person has to find or type
            g.md:21:22: crossed-out text is not possible in a guide
              help: delete them
            g.md:21:30: HTML is not possible in a guide
              help: write paragraphs, lists, `**bold**`, pictures and links; a remark belongs into the head, after `#`
            g.md:21:36: HTML is not possible in a guide
              help: write paragraphs, lists, `**bold**`, pictures and links; a remark belongs into the head, after `#`
            g.md:23:1: a line across the page is not possible in a guide
              help: delete it; each step begins with `##`
            g.md:25:3: a box to tick is not possible in a guide
              help: write what has to be ready under `needs` in the head; it is shown with boxes
            g.md:27:4: a footnote is not possible in a guide
              help: say it where it belongs, or in a note: a line that begins with `>`
            g.md:29:1: a footnote is not possible in a guide
              help: say it where it belongs, or in a note: a line that begins with `>`"#]],
    );
}

#[test]
fn lists_and_notes_hold_words_alone() {
    check(
        "## Một\n\n- a\n  - b\n- ![Ảnh một tờ giấy](../pictures/a.svg)\n\n> # Lớn\n>\n> > trong\n\n\
         **[Cổng](https://a.vn)** và ![Ảnh](../pictures/a.svg) ở giữa.\n",
        &expect![[r#"
            g.md:10:3: a list within a list or a note is not possible in a guide
              help: make it a step of its own, or one list
            g.md:11:3: a picture stands among words
              help: give it a paragraph of its own: an empty line before and after it
            g.md:13:3: a heading in this place is not possible in a guide
              help: put it on a line of its own, after an empty line
            g.md:15:3: a note within a list or a note is not possible in a guide
              help: put it after an empty line, on its own
            g.md:17:3: a link in this place is not possible in a guide
              help: put it into a paragraph of its own, and not between asterisks
            g.md:17:29: a picture stands among words
              help: give it a paragraph of its own: an empty line before and after it"#]],
    );
}

#[test]
fn wrong_links_and_pictures_are_told_with_a_way_out() {
    check(
        "## Một\n\n[Cổng](dichvucong.gov.vn) [x](javascript:alert) [](https://a.vn)\n\
         [Cổng](https://a.vn \"xem hôm qua\")\n\n![Ảnh](anh.png)\n\n![Ảnh](../pictures/a.svg \"tên\")\n",
        &expect![[r#"
            g.md:9:1: `dichvucong.gov.vn` is not a full address, expected `https://…`, `tel:…` or `mailto:…`
              help: copy the whole address from the browser
            g.md:9:27: `javascript:alert` is not a full address, expected `https://…`, `tel:…` or `mailto:…`
              help: copy the whole address from the browser
            g.md:9:49: a link has no words
              help: write between the square brackets what is there, such as `[Cổng Dịch vụ công](https://…)`
            g.md:10:1: `xem hôm qua` does not say when the link was seen, expected `xem ngày 2026-11-20`
              help: write the date as year-month-day, or delete the words in quotes
            g.md:12:1: `anh.png` is not a picture of this campaign, expected for example `../pictures/buoc-1.svg`
              help: put the file into the folder `pictures` and write `../pictures/anh.png`
            g.md:14:1: a picture has a second text `tên`, which nobody would see
              help: delete the words in quotes, or write them as a paragraph"#]],
    );
}

#[test]
fn over_a_limit_is_a_problem_and_not_a_crash() {
    check(
        &"## Một\n\n".repeat(52),
        &expect![[r#"
        g.md:107:1: the guide has more than 50 steps
          help: divide it into several guides
        g.md:109:1: the guide has more than 50 steps
          help: divide it into several guides"#]],
    );
    check(
        &format!("## Một\n\n{}", "- a\n\n> b\n\n".repeat(51)),
        &expect![[r#"
        g.md:209:1: a step has more than 100 paragraphs, lists and pictures
          help: divide it; one step has one action
        g.md:211:1: a step has more than 100 paragraphs, lists and pictures
          help: divide it; one step has one action"#]],
    );
    check(
        &format!("## {}\n\n{}", "a".repeat(121), "b".repeat(2001)),
        &expect![[r#"
        g.md:7:1: the title of a step has 121 characters, expected at most 120
          help: say the action in a few words, and the rest in a paragraph
        g.md:9:1: a paragraph has 2001 characters, expected at most 2000
          help: divide it; one step has one action"#]],
    );
    check(
        &format!("## Một\n\n![{}](../pictures/a.svg)", "a".repeat(401)),
        &expect![[r#"
        g.md:9:1: what a picture shows has 401 characters, expected at most 400
          help: say the main thing, and the rest in a paragraph"#]],
    );
    check(
        &"a".repeat(262_145),
        &expect![[r#"
        g.md:1:1: the guide has 262222 bytes, expected at most 262144
          help: divide it into several guides; pictures are files of their own"#]],
    );
}

#[test]
fn many_problems_are_counted_and_deep_nesting_ends() {
    let said = |text: &str| read("g.md", &format!("{HEAD}## Một\n\n{text}")).unwrap_err().to_string();
    assert!(said(&"<b>".repeat(50_000)).ends_with("and 49800 more problems"));
    assert!(!said(&">".repeat(200_000)).is_empty());
    assert!(!said(&format!("{}x", "- ".repeat(100_000))).is_empty());
    let _ = read("g.md", &format!("{HEAD}## Một\n\n{}", "[".repeat(200_000)));
    let _ = read("g.md", &format!("{HEAD}## Một\n\n{}", "**a ".repeat(60_000)));
}
