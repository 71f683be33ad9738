//! The list of a bundle's files, written and read.

use expect_test::{Expect, expect};

use super::*;

fn manifest(files: &[(&str, &[u8])]) -> Manifest {
    let file = |(path, bytes): &(&str, &[u8])| ManifestFile::of(BundlePath::new(*path).unwrap(), bytes, Role::Slice);
    Manifest {
        format: MANIFEST_FORMAT,
        campaign: PlanId::new("ha-noi").unwrap(),
        build: BuildId::new("20250201-0a1b2c3d").unwrap(),
        files: files.iter().map(file).collect(),
    }
}

fn entry() -> ManifestFile {
    ManifestFile::of(BundlePath::new("a.json").unwrap(), b"{}", Role::Slice)
}

fn refused(json: &str, expected: Expect) {
    expected.assert_eq(&Manifest::from_json(json.as_bytes()).unwrap_err().to_string());
}

#[test]
fn it_is_written_with_a_line_for_each_file_and_read_back() {
    let manifest = manifest(&[("a.json", b"{}"), ("b.json", b"[]")]);
    expect![[r#"
        {
        "format": 1,
        "campaign": "ha-noi",
        "build": "20250201-0a1b2c3d",
        "files": [
        {"path": "a.json", "size": 2, "sha384": "sha384-0qI7x4Pjqjj0AeE8dIhQUTfElUp/2IMx8Vl8X/cREdyAfHNwpbKCxtpUHFbt5p8w", "role": "slice"},
        {"path": "b.json", "size": 2, "sha384": "sha384-ViEJsFTLRCj8U2B7EHwKzfkd5DS5kKApX1Fu8qrXnvyQIjiUTnbULyG89xC/pMVU", "role": "slice"}
        ]
        }
    "#]]
    .assert_eq(&manifest.to_json());
    assert_eq!(Manifest::from_json(manifest.to_json().as_bytes()).unwrap(), manifest);
    let empty = Manifest { files: Vec::new(), ..manifest };
    assert_eq!(Manifest::from_json(empty.to_json().as_bytes()).unwrap(), empty);
}

#[test]
fn a_list_that_leaves_the_folder_or_overwrites_itself_is_refused() {
    let good = manifest(&[("a.json", b"{}"), ("b.json", b"[]")]).to_json();
    refused(
        &good.replace("b.json", "../b.json"),
        expect![
            "`bundle.json` is not the list of a bundle's files: the path `../b.json` has the part `..`, expected letters a–z, digits, hyphens, underscores and dots, not beginning or ending with a dot at line 7 column 20"
        ],
    );
    refused(&good.replace("b.json", "A.json"), expect!["`bundle.json` lists the path `A.json` twice"]);
    refused(&good.replace("b.json", "bundle.json"), expect!["`bundle.json` lists itself"]);
}

#[test]
fn a_list_over_a_limit_is_refused() {
    let good = manifest(&[("a.json", b"{}")]).to_json();
    refused(
        &good.replace("\"size\": 2", "\"size\": 67108865"),
        expect!["`bundle.json` gives `a.json` 67108865 bytes, expected at most 67108864"],
    );
    let file = |i: usize, size| ManifestFile { path: BundlePath::new(format!("{i}.json")).unwrap(), size, ..entry() };
    let many = Manifest { files: (0..=MAX_FILES).map(|i| file(i, 2)).collect(), ..manifest(&[]) };
    refused(&many.to_json(), expect!["`bundle.json` lists 200001 files, expected at most 200000"]);
    let large = Manifest { files: (0..=32).map(|i| file(i, MAX_FILE_SIZE)).collect(), ..manifest(&[]) };
    refused(
        &large.to_json(),
        expect!["the files in `bundle.json` have 2214592512 bytes together, expected at most 2147483648"],
    );
    refused(
        &format!("{good}{}", " ".repeat(32 * 1024 * 1024)),
        expect!["`bundle.json` has 33554646 bytes, expected at most 33554432"],
    );
}

#[test]
fn what_steers_a_terminal_does_not_reach_it() {
    let good = manifest(&[("a.json", b"{}")]).to_json();
    refused(
        &good.replace("20250201", "\\u001b[2J"),
        expect![[
            r#"`bundle.json` is not the list of a bundle's files: `\u{1b}[2J-0a1b2c3d` is not the id of a build, expected 1 to 64 of the letters a–z, digits and hyphens, for example `20250201-0a1b2c3d` at line 4 column 29"#
        ]],
    );
    refused(
        &good.replace("slice", "\\u001b[2J"),
        expect![[
            r#"`bundle.json` is not the list of a bundle's files: unknown variant `\u{1b}[2J`, expected one of `slice`, `fragment`, `plan`, `picture`, `loader`, `glue`, `module`, `style`, `precompressed` at line 6 column 134"#
        ]],
    );
}

#[test]
fn what_is_not_a_list_is_said() {
    refused(
        "<!doctype html>",
        expect!["`bundle.json` is not the list of a bundle's files: expected value at line 1 column 1"],
    );
    refused(
        "{\"format\": 2}",
        expect!["`bundle.json` has the format 2, this version of `loa` reads 1; install a newer `loa`"],
    );
}
