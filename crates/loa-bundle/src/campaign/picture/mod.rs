//! A picture of a guide.

mod size;

/// The largest picture, in bytes; on a phone with little signal even this takes seconds.
pub const MAX_PICTURE_BYTES: usize = 1024 * 1024;

/// The kinds of picture files that are taken up.
pub const PICTURE_ENDINGS: [&str; 6] = ["svg", "png", "jpg", "jpeg", "webp", "avif"];

/// A picture with its bytes.
#[derive(Debug)]
pub struct Picture {
    path: String,
    bytes: Vec<u8>,
    size: Option<(u32, u32)>,
}

impl Picture {
    pub(super) fn new(path: String, bytes: Vec<u8>) -> Self {
        let size = size::size(&path, &bytes);
        Self { path, bytes, size }
    }

    /// Its path below the campaign, as guides name it: `pictures/dang-nhap.svg`.
    #[must_use]
    pub fn path(&self) -> &str {
        &self.path
    }

    /// The file.
    #[must_use]
    pub fn bytes(&self) -> &[u8] {
        &self.bytes
    }

    /// Width and height in pixels; none when the file does not say.
    #[must_use]
    pub fn size(&self) -> Option<(u32, u32)> {
        self.size
    }

    /// The text of a drawing; none for other kinds of pictures.
    #[must_use]
    pub fn svg(&self) -> Option<&str> {
        self.path.ends_with(".svg").then(|| std::str::from_utf8(&self.bytes).ok()).flatten()
    }
}
