//! How wide and high a picture is, from the first bytes of its file.
//!
//! A page knows the room of a picture from these two numbers before the picture is there, so nothing moves later.

/// Width and height in pixels; none when the file does not say, or is not what its name says.
pub(super) fn size(path: &str, bytes: &[u8]) -> Option<(u32, u32)> {
    let size = match path.rsplit('.').next()? {
        "svg" => svg(std::str::from_utf8(bytes).ok()?),
        "png" => png(bytes),
        "jpg" | "jpeg" => jpeg(bytes),
        "webp" => webp(bytes),
        "avif" => avif(bytes),
        _ => None,
    };
    size.filter(|(width, height)| *width > 0 && *height > 0)
}

/// `width` and `height` of the outermost element, else the last two numbers of its `viewBox`.
fn svg(text: &str) -> Option<(u32, u32)> {
    let (_, after) = text.split_once("<svg")?;
    let (element, _) = after.split_once('>')?;
    let length = |name| number(attribute(element, name)?.trim_end_matches("px"));
    if let (Some(width), Some(height)) = (length("width"), length("height")) {
        return Some((width, height));
    }
    let mut numbers = attribute(element, "viewBox")?.split([' ', ',']).filter(|part| !part.is_empty()).skip(2);
    Some((number(numbers.next()?)?, number(numbers.next()?)?))
}

fn attribute<'a>(element: &'a str, name: &str) -> Option<&'a str> {
    let mut rest = element;
    while let Some(at) = rest.find(name) {
        let (before, after) = rest.split_at(at);
        rest = after.get(name.len()..)?;
        let value = rest.trim_start().strip_prefix('=').map(str::trim_start);
        if before.ends_with(|c: char| c.is_ascii_whitespace())
            && let Some(value) = value
        {
            let quote = value.chars().next().filter(|c| matches!(c, '"' | '\''))?;
            return value.get(1..)?.split(quote).next();
        }
    }
    None
}

/// A length without a unit, rounded; percentages say nothing about pixels.
fn number(text: &str) -> Option<u32> {
    let number: f64 = text.trim().parse().ok()?;
    // The cast is within range.
    (number.is_finite() && (0.0..=100_000.0).contains(&number)).then(|| number.round() as u32)
}

fn png(bytes: &[u8]) -> Option<(u32, u32)> {
    bytes.starts_with(b"\x89PNG\r\n\x1a\n").then_some(())?;
    Some((big(bytes, 16)?, big(bytes, 20)?))
}

/// Goes from segment to segment up to the frame header.
fn jpeg(bytes: &[u8]) -> Option<(u32, u32)> {
    bytes.starts_with(&[0xff, 0xd8]).then_some(())?;
    let mut at = 2;
    loop {
        let [0xff, kind] = *bytes.get(at..at + 2)? else { return None };
        let length = usize::from(u16::from_be_bytes(bytes.get(at + 2..at + 4)?.try_into().ok()?));
        match kind {
            0xff => at += 1,
            0xc0..=0xc3 | 0xc5..=0xc7 | 0xc9..=0xcb | 0xcd..=0xcf => {
                let side = |at| Some(u32::from(u16::from_be_bytes(bytes.get(at..at + 2)?.try_into().ok()?)));
                return Some((side(at + 7)?, side(at + 5)?));
            }
            _ => at += 2 + length.max(2),
        }
    }
}

/// The three kinds of WebP have their sizes in different places.
fn webp(bytes: &[u8]) -> Option<(u32, u32)> {
    let byte = |at: usize| bytes.get(at).map(|byte| u32::from(*byte));
    (bytes.starts_with(b"RIFF") && bytes.get(8..12)? == b"WEBP").then_some(())?;
    match bytes.get(12..16)? {
        b"VP8X" => {
            let side = |at| Some(1 + (byte(at)? | byte(at + 1)? << 8 | byte(at + 2)? << 16));
            Some((side(24)?, side(27)?))
        }
        b"VP8L" => {
            let bits = byte(21)? | byte(22)? << 8 | byte(23)? << 16 | byte(24)? << 24;
            Some((1 + (bits & 0x3fff), 1 + (bits >> 14 & 0x3fff)))
        }
        b"VP8 " => {
            let side = |at| Some((byte(at)? | byte(at + 1)? << 8) & 0x3fff);
            Some((side(26)?, side(28)?))
        }
        _ => None,
    }
}

/// The first `ispe` property ("image spatial extents") holds version and flags, width, height.
fn avif(bytes: &[u8]) -> Option<(u32, u32)> {
    let at = bytes.windows(4).position(|window| window == b"ispe")?;
    Some((big(bytes, at + 8)?, big(bytes, at + 12)?))
}

fn big(bytes: &[u8], at: usize) -> Option<u32> {
    Some(u32::from_be_bytes(bytes.get(at..at + 4)?.try_into().ok()?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_drawing_says_its_size_in_either_way() {
        let of = |element: &str| size("a.svg", element.as_bytes());
        assert_eq!(of(r#"<?xml version="1.0"?><svg width="320" height='180px'>"#), Some((320, 180)));
        assert_eq!(of(r#"<svg viewBox="0 0 320.4 179.6">"#), Some((320, 180)));
        assert_eq!(of(r#"<svg stroke-width="2" width="100%" height="100%" viewBox="0,0,32,18">"#), Some((32, 18)));
        assert_eq!(of("<svg xmlns='http://www.w3.org/2000/svg'>"), None);
        assert_eq!(of("not a drawing"), None);
        assert_eq!(of(r#"<svg width="0" height="0">"#), None);
    }

    #[test]
    fn a_png_says_its_size_in_its_first_chunk() {
        let mut png = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR".to_vec();
        png.extend(640_u32.to_be_bytes());
        png.extend(360_u32.to_be_bytes());
        assert_eq!(size("a.png", &png), Some((640, 360)));
        assert_eq!(size("a.png", &png[..20]), None);
        assert_eq!(size("a.png", b"<svg>"), None);
    }

    #[test]
    fn a_jpeg_says_its_size_in_its_frame_header() {
        let mut jpeg = vec![0xff, 0xd8, 0xff, 0xe0, 0, 4, 1, 2, 0xff, 0xc2, 0, 17, 8];
        jpeg.extend(360_u16.to_be_bytes());
        jpeg.extend(640_u16.to_be_bytes());
        assert_eq!(size("a.jpg", &jpeg), Some((640, 360)));
        assert_eq!(size("a.jpg", &jpeg[..12]), None);
        assert_eq!(size("a.jpeg", &[0xff, 0xd8, 0xff, 0xe0, 0, 0, 1, 2]), None);
    }

    #[test]
    fn each_kind_of_webp_says_its_size() {
        let file = |kind: &[u8], rest: &[u8]| [b"RIFF\0\0\0\0WEBP".as_slice(), kind, b"\0\0\0\0", rest].concat();
        let extended = file(b"VP8X", &[0, 0, 0, 0, 127, 2, 0, 103, 1, 0]);
        assert_eq!(size("a.webp", &extended), Some((640, 360)));
        let bits: u32 = 639 | 359 << 14;
        let lossless = file(b"VP8L", &[[0x2f].as_slice(), &bits.to_le_bytes()].concat());
        assert_eq!(size("a.webp", &lossless), Some((640, 360)));
        let lossy = file(b"VP8 ", &[0, 0, 0, 0x9d, 1, 0x2a, 128, 2, 104, 1]);
        assert_eq!(size("a.webp", &lossy), Some((640, 360)));
    }

    #[test]
    fn an_avif_says_its_size_in_a_property() {
        let mut avif = b"\0\0\0\x14ispe\0\0\0\0".to_vec();
        avif.extend(640_u32.to_be_bytes());
        avif.extend(360_u32.to_be_bytes());
        assert_eq!(size("a.avif", &avif), Some((640, 360)));
    }
}
