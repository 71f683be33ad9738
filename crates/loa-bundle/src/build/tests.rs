//! Bundles of a small campaign.

use std::collections::BTreeMap;
use std::fs;
use std::path::PathBuf;

use loa_plan::date;

use super::*;
use crate::checks::test::{GUIDE, PICTURE, PLAN, campaign};
use crate::manifest::Integrity;

const FILES: [(&str, &str); 3] =
    [("plan.toml", PLAN), ("guides/khai-sinh.md", GUIDE), ("pictures/mo-cong.svg", PICTURE)];

fn options() -> BuildOptions {
    BuildOptions::new(date::parse("2025-06-15").unwrap())
}

/// All files below a folder with their bytes.
fn files(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let mut files = BTreeMap::new();
    let mut folders: Vec<PathBuf> = vec![folder.to_owned()];
    while let Some(next) = folders.pop() {
        for entry in fs::read_dir(next).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else {
                let name = path.strip_prefix(folder).unwrap().to_str().unwrap().to_owned();
                files.insert(name, fs::read(path).unwrap());
            }
        }
    }
    files
}

#[test]
fn the_list_names_every_file_but_itself_with_its_size_and_sum() {
    let root = tempfile::tempdir().unwrap();
    let out = root.path().join("out");
    let built = build(&campaign(&FILES), &options(), &out).unwrap();
    let mut on_disk = files(&out);
    let list = on_disk.remove("bundle.json").unwrap();
    assert_eq!(Manifest::from_json(&list).unwrap(), built.manifest);
    assert_eq!(
        built.manifest.files.iter().map(|file| file.path.as_str().to_owned()).collect::<Vec<_>>(),
        on_disk.keys().cloned().collect::<Vec<_>>()
    );
    for file in &built.manifest.files {
        let bytes = &on_disk[file.path.as_str()];
        assert_eq!((file.size, &file.sha384), (bytes.len() as u64, &Integrity::of(bytes)), "{}", file.path);
    }
    for expected in ["guide/khai-sinh.json", "guide/khai-sinh.json.br", "guide/khai-sinh.json.gz", "plan.json"] {
        assert!(on_disk.contains_key(expected), "{expected}");
    }
    let fragment = String::from_utf8(on_disk["fragments/loa-guide/khai-sinh.html"].clone()).unwrap();
    assert!(fragment.contains(built.manifest.build.as_str()) && fragment.contains("src=\"/loa/thu/\""), "{fragment}");
}

#[test]
fn the_same_input_gives_the_same_bytes_and_another_input_another_build() {
    let root = tempfile::tempdir().unwrap();
    let [one, two, three] = ["one", "two", "three"].map(|name| root.path().join(name));
    build(&campaign(&FILES), &options(), &one).unwrap();
    // The day of the checks is not an input.
    let later = BuildOptions { today: date::parse("2025-06-16").unwrap(), ..options() };
    build(&campaign(&FILES), &later, &two).unwrap();
    assert_eq!(files(&one), files(&two));
    let moved = BuildOptions { src: Some("/khac/".parse().unwrap()), ..options() };
    let moved = build(&campaign(&FILES), &moved, &three).unwrap();
    assert!(moved.manifest.build.as_str().starts_with("20250601-"));
    assert_ne!(files(&one)["bundle.json"], files(&three)["bundle.json"]);
}

#[test]
fn the_id_follows_from_what_is_in_the_bundle_and_stands_in_it() {
    let root = tempfile::tempdir().unwrap();
    let id = |name: &str, files: &[(&str, &str)]| {
        build(&campaign(files), &options(), &root.path().join(name)).unwrap().manifest.build
    };
    let plain = id("one", &FILES);
    assert_eq!(plain, id("two", &FILES));
    let drawing = PICTURE.replace("320", "640");
    let other = [FILES[0], FILES[1], ("pictures/mo-cong.svg", drawing.as_str())];
    assert_ne!(plain, id("three", &other));
    let slice = fs::read_to_string(root.path().join("one/guide/khai-sinh.json")).unwrap();
    assert!(slice.contains(&format!("\"{plain}\"")), "{slice}");
    for (name, bytes) in files(&root.path().join("one")) {
        assert!(!String::from_utf8_lossy(&bytes).contains("00000000-00000000"), "{name}");
    }
}

#[test]
fn a_bundle_that_no_reader_would_take_is_not_built() {
    let root = tempfile::tempdir().unwrap();
    let (out, widgets) = (root.path().join("out"), root.path().join("widgets"));
    build(&campaign(&FILES), &options(), &out).unwrap();
    let before = files(&out);
    fs::create_dir(&widgets).unwrap();
    for name in ["loa.css", "loa.js", "loa-widgets.bin", "loa-widgets.js", "LOA.css"] {
        fs::write(widgets.join(name), name).unwrap();
    }
    // Where the disk takes both names for one there is nothing to refuse.
    if fs::read_dir(&widgets).unwrap().count() == 5 {
        let error = build(&campaign(&FILES), &BuildOptions { widgets: Some(widgets), ..options() }, &out).unwrap_err();
        assert_eq!(
            error.to_string(),
            "no bundle was built, since no `loa` would take it; rename what stands there twice, or make the campaign smaller"
        );
        assert_eq!(
            std::error::Error::source(&error).unwrap().to_string(),
            "`bundle.json` lists the path `loa.css` twice"
        );
        assert_eq!(files(&out), before);
    }
}

#[test]
fn the_bundle_of_another_campaign_is_left_alone() {
    let root = tempfile::tempdir().unwrap();
    let out = root.path().canonicalize().unwrap().join("out");
    build(&campaign(&FILES), &options(), &out).unwrap();
    let before = files(&out);
    let plan = PLAN.replace("\"thu\"", "\"khac\"");
    let error = build(&campaign(&[("plan.toml", &plan), FILES[1], FILES[2]]), &options(), &out).unwrap_err();
    assert_eq!(
        error.to_string(),
        format!(
            "`{}` holds the bundle of another campaign, `thu` and not `khac`; choose another folder",
            out.display()
        )
    );
    assert_eq!(files(&out), before);
}

#[test]
fn an_error_stops_the_build_and_leaves_the_old_bundle_as_it_was() {
    let root = tempfile::tempdir().unwrap();
    let out = root.path().join("out");
    build(&campaign(&FILES), &options(), &out).unwrap();
    let before = files(&out);
    let error = build(&campaign(&FILES[..2]), &options(), &out).unwrap_err();
    assert_eq!(error.to_string(), "the campaign has 1 error, so no bundle was built");
    let widgets = BuildOptions { widgets: Some(root.path().join("none")), ..options() };
    assert!(matches!(build(&campaign(&FILES), &widgets, &out), Err(BuildError::Widgets(_))));
    assert_eq!(files(&out), before);
    assert_eq!(fs::read_dir(root.path()).unwrap().count(), 1);
}

#[test]
fn the_widgets_files_are_taken_over_and_the_module_is_not_compressed_again() {
    let root = tempfile::tempdir().unwrap();
    let (out, widgets) = (root.path().join("out"), root.path().join("widgets"));
    fs::create_dir(&widgets).unwrap();
    for name in ["loa.css", "loa.js", "loa-widgets.bin", "loa-widgets.bin.br", "loa-widgets.js"] {
        fs::write(widgets.join(name), name).unwrap();
    }
    build(&campaign(&FILES), &BuildOptions { widgets: Some(widgets), ..options() }, &out).unwrap();
    let names: Vec<String> = files(&out).into_keys().filter(|name| name.starts_with("loa")).collect();
    assert_eq!(
        names,
        [
            "loa-widgets.bin",
            "loa-widgets.bin.br",
            "loa-widgets.js",
            "loa-widgets.js.br",
            "loa-widgets.js.gz",
            "loa.css",
            "loa.css.br",
            "loa.css.gz",
            "loa.js",
            "loa.js.br",
            "loa.js.gz"
        ]
    );
    assert_eq!(files(&out)["loa-widgets.bin.br"], b"loa-widgets.bin.br");
}
