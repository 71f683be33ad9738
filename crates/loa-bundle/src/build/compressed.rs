//! Compressed copies beside every text file, so that a server has nothing to compute.

use std::io::{self, Write};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

use flate2::{Compression, GzBuilder};

use super::contents::Content;
use super::{BuildError, Step};
use crate::manifest::{BundlePath, Role};

/// With more slices than this, they and the static HTML are compressed with [`QUICK`].
///
/// The best quality takes 5 ms for a slice: half a second here, half a minute for all procedures of the country. Static
/// HTML is as many files again, and portals put it into their pages as it stands.
const MANY_SLICES: usize = 200;

/// A tenth of the time of the best quality, for a sixth more bytes.
const QUICK: i32 = 6;

/// Everything that the level allows.
const BEST: i32 = 11;

/// The files with their `.br` and `.gz`, in the order of their paths; the same bytes give the same copies.
pub(super) fn with_compressed(
    mut contents: Vec<Content>,
    watch: &(dyn Fn(Step) + Sync),
) -> Result<Vec<Content>, BuildError> {
    let slices = contents.iter().filter(|content| content.role == Role::Slice).count();
    let many = |role| slices > MANY_SLICES && matches!(role, Role::Slice | Role::Fragment);
    let quality = |role| if many(role) { QUICK } else { BEST };
    let texts: Vec<&Content> = contents.iter().filter(|content| is_text(&content.path)).collect();
    let (next, done) = (AtomicUsize::new(0), AtomicUsize::new(0));
    let work = || {
        let mut copies = Vec::new();
        while let Some(content) = texts.get(next.fetch_add(1, Ordering::Relaxed)) {
            copies.extend(copies_of(content, quality(content.role))?);
            watch(Step::Compressing { done: done.fetch_add(1, Ordering::Relaxed) + 1, of: texts.len() });
        }
        Ok::<_, BuildError>(copies)
    };
    let threads = thread::available_parallelism().map_or(1, std::num::NonZero::get).min(texts.len().max(1));
    let copies: Result<Vec<Vec<Content>>, BuildError> = thread::scope(|scope| {
        let workers: Vec<_> = (0..threads).map(|_| scope.spawn(work)).collect();
        workers
            .into_iter()
            .map(|worker| worker.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic)))
            .collect()
    });
    contents.extend(copies?.into_iter().flatten());
    contents.sort_by(|a, b| a.path.cmp(&b.path));
    Ok(contents)
}

/// Whether servers and browsers know the file as text; the module is compressed already, pictures but drawings too.
fn is_text(path: &BundlePath) -> bool {
    [".css", ".html", ".js", ".json", ".svg", ".txt"].iter().any(|ending| path.as_str().ends_with(ending))
}

fn copies_of(content: &Content, quality: i32) -> Result<[Content; 2], BuildError> {
    let failed = |source| BuildError::Compress { path: content.path.clone(), source };
    let copy = |ending: &str, bytes: io::Result<Vec<u8>>| -> Result<Content, BuildError> {
        let path = BundlePath::new(format!("{}{ending}", content.path))?;
        Ok(Content { path, role: Role::Precompressed, bytes: bytes.map_err(failed)? })
    };
    Ok([copy(".br", brotli(&content.bytes, quality))?, copy(".gz", gzip(&content.bytes))?])
}

fn brotli(bytes: &[u8], quality: i32) -> io::Result<Vec<u8>> {
    let mut compressed = Vec::new();
    let parameters = brotli::enc::BrotliEncoderParams { quality, size_hint: bytes.len(), ..Default::default() };
    brotli::BrotliCompress(&mut &*bytes, &mut compressed, &parameters)?;
    Ok(compressed)
}

/// Without name and time, which would make two builds differ.
fn gzip(bytes: &[u8]) -> io::Result<Vec<u8>> {
    let mut writer = GzBuilder::new().mtime(0).write(Vec::new(), Compression::best());
    writer.write_all(bytes)?;
    writer.finish()
}

#[cfg(test)]
mod tests {
    use std::io::Read;

    use super::*;

    fn content(path: &str, role: Role, bytes: &[u8]) -> Content {
        Content { path: BundlePath::new(path).unwrap(), role, bytes: bytes.to_vec() }
    }

    #[test]
    fn text_gets_two_copies_and_what_is_compressed_already_none() {
        let contents = vec![
            content("a.json", Role::Slice, b"{}"),
            content("b.svg", Role::Picture, b"<svg/>"),
            content("c.png", Role::Picture, b"png"),
            content("loa-widgets.bin", Role::Module, b"gzip"),
            content("loa-widgets.bin.br", Role::Precompressed, b"br"),
        ];
        let all = with_compressed(contents, &|_| {}).unwrap();
        let paths: Vec<_> = all.iter().map(|content| content.path.as_str()).collect();
        assert_eq!(
            paths,
            [
                "a.json",
                "a.json.br",
                "a.json.gz",
                "b.svg",
                "b.svg.br",
                "b.svg.gz",
                "c.png",
                "loa-widgets.bin",
                "loa-widgets.bin.br"
            ]
        );
    }

    #[test]
    fn copies_hold_what_they_are_copies_of() {
        let text = "Nộp hồ sơ tại nhà. ".repeat(100);
        for quality in [QUICK, BEST] {
            let [br, gz] = copies_of(&content("a.html", Role::Fragment, text.as_bytes()), quality).unwrap();
            let mut plain = Vec::new();
            brotli::BrotliDecompress(&mut &*br.bytes, &mut plain).unwrap();
            assert_eq!(plain, text.as_bytes());
            let mut plain = String::new();
            flate2::read::GzDecoder::new(&*gz.bytes).read_to_string(&mut plain).unwrap();
            assert_eq!(plain, text);
            assert!(br.bytes.len() < gz.bytes.len() && gz.bytes.len() < text.len() / 5);
        }
    }
}
