//! The folders and the zip as a whole.

use std::collections::BTreeSet;
use std::io::{Cursor, Read};

use super::*;

fn kit() -> Kit {
    let kit = &[
        ("loa-guide.bin", "small"),
        ("loa-guide.js", "export{G as default}"),
        ("loa-trouble.js", "export const tell=()=>0"),
        ("loa-widgets.bin", "module"),
        ("loa-widgets.js", "export{W as default}"),
        ("loa.css", "a{}"),
        ("loa.js", "const m=[['loa-guide.','loa-guide'],['loa-widgets.']];fetch(m[0]+k);import(`${b}loa-trouble.js`)"),
    ];
    Kit::of(kit)
}

fn zip_of(kit: &Kit) -> Vec<u8> {
    let dist = Dist::of(kit).unwrap();
    archive::zip(&[&dist.loa, &dist.one]).unwrap()
}

#[test]
fn two_runs_give_the_same_bytes() {
    assert_eq!(zip_of(&kit()), zip_of(&kit()));
}

#[test]
fn the_zip_holds_both_folders_with_times_that_do_not_change() {
    let mut archive = zip::ZipArchive::new(Cursor::new(zip_of(&kit()))).unwrap();
    let dist = Dist::of(&kit()).unwrap();
    let names: BTreeSet<String> = archive.file_names().map(str::to_owned).collect();
    for folder in [&dist.loa, &dist.one] {
        for file in &folder.files {
            let name = format!("{}/{}", folder.name, file.name);
            let mut bytes = Vec::new();
            let mut entry = archive.by_name(&name).unwrap();
            assert_eq!(entry.last_modified(), Some(zip::DateTime::default()));
            entry.read_to_end(&mut bytes).unwrap();
            assert_eq!(bytes, file.bytes, "{name}");
        }
    }
    assert_eq!(names.len(), dist.loa.files.len() + dist.one.files.len());
}

#[test]
fn what_pages_load_has_compressed_copies_and_what_people_read_has_none() {
    let dist = Dist::of(&kit()).unwrap();
    let names: Vec<&str> = dist.one.files.iter().map(|file| &*file.name).collect();
    assert_eq!(
        names,
        [
            "HOW-TO.txt",
            "LICENSE-APACHE",
            "LICENSE-MIT",
            "integrity.json",
            "loa-one.js",
            "loa-one.js.br",
            "loa-one.js.gz",
            "loa.css",
            "loa.css.br",
            "loa.css.gz",
            "preload.html"
        ]
    );
    let of_modules = |ending: &str| dist.loa.files.iter().filter(|file| file.name.ends_with(ending)).count();
    assert_eq!((of_modules(".bin"), of_modules(".bin.br"), of_modules(".bin.gz")), (2, 2, 0));
}

#[test]
fn every_file_that_the_lines_name_is_in_the_folder() {
    let dist = Dist::of(&kit()).unwrap();
    let text = |name: &str| {
        let file = dist.loa.files.iter().find(|file| file.name == name).unwrap();
        String::from_utf8(file.bytes.clone()).unwrap()
    };
    let list: serde_json::Value = serde_json::from_str(&text("integrity.json")).unwrap();
    for (lines, stem) in [("preload.html", "loa-widgets."), ("preload-guide.html", "loa-guide.")] {
        let named = text(lines);
        let named = named.split("=\"/loa/").skip(1).filter_map(|rest| rest.split('"').next());
        let named: Vec<&str> = named.filter(|name| !name.contains('/')).collect();
        assert_eq!(named.iter().filter(|name| name.starts_with(stem)).count(), 2, "{named:?}");
        for name in named {
            assert!(list[name]["integrity"].as_str().is_some_and(|sum| sum.starts_with("sha384-")), "{name}");
        }
    }
}

#[test]
fn the_lines_carry_the_sums_of_the_list() {
    let dist = Dist::of(&kit()).unwrap();
    let sheet = dist.loa.files.iter().find(|file| file.name.ends_with(".css") && file.name != "loa.css").unwrap();
    let lines = dist.loa.files.iter().find(|file| file.name == "preload.html").unwrap();
    assert!(String::from_utf8_lossy(&lines.bytes).contains(&format!(
        "{}\" integrity=\"{}\"",
        sheet.name,
        sheet.integrity()
    )));
}

/// Before terser, as they are where Node is missing.
#[test]
fn the_scripts_as_they_are_written_have_forms_that_are_known() {
    let loader = include_str!("../../../../widgets/js/loa.js");
    let trouble = include_str!("../../../../widgets/js/loa-trouble.js");
    let kit = Kit::of(&[
        ("loa-trouble.js", trouble),
        ("loa-widgets.bin", "module"),
        ("loa-widgets.js", "export function mount() {}\nexport { initSync, __wbg_init as default };\n"),
        ("loa.css", "a{}"),
        ("loa.js", loader),
    ]);
    let dist = Dist::of(&kit).unwrap();
    let text = |folder: &Folder, name: &str| {
        let file = folder.files.iter().find(|file| file.name == name).unwrap();
        String::from_utf8(file.bytes.clone()).unwrap()
    };
    let hashed = text(&dist.loa, "loa.js");
    assert!(!hashed.contains("'loa-widgets.'") && !hashed.contains("loa-trouble.js"), "{hashed}");
    let one = text(&dist.one, "loa-one.js");
    assert!(
        one.contains("return{tell:tell}") && one.contains("return{mount:mount,initSync:initSync,default:__wbg_init}")
    );
    assert!(one.contains("loaFetch(url).catch(") && one.contains("loaImport(script)"));
}
