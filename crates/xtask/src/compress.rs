//! The two compressions that servers offer, at their strongest.

use std::io::Write;

use anyhow::Result;

/// Gzip bytes, the same for the same input.
pub(crate) fn gzip(bytes: &[u8]) -> Result<Vec<u8>> {
    let mut encoder = flate2::GzBuilder::new().write(Vec::new(), flate2::Compression::best());
    encoder.write_all(bytes)?;
    Ok(encoder.finish()?)
}

/// Brotli 11.
pub(crate) fn brotli(bytes: &[u8]) -> Result<Vec<u8>> {
    let mut compressed = Vec::new();
    // A window of 2^24 is the largest that every browser takes.
    let parameters = brotli::enc::BrotliEncoderParams { quality: 11, lgwin: 24, ..Default::default() };
    brotli::BrotliCompress(&mut &*bytes, &mut compressed, &parameters)?;
    Ok(compressed)
}

#[cfg(test)]
mod tests {
    use std::io::Read;

    use super::*;

    #[test]
    fn the_same_bytes_compress_to_the_same_bytes_and_come_back() {
        let bytes = b"hello, hello, hello".repeat(100);
        let compressed = gzip(&bytes).unwrap();
        assert_eq!(compressed, gzip(&bytes).unwrap());
        let mut inflated = Vec::new();
        flate2::read::GzDecoder::new(&*compressed).read_to_end(&mut inflated).unwrap();
        assert_eq!(inflated, bytes);

        let mut inflated = Vec::new();
        brotli::BrotliDecompress(&mut &*brotli(&bytes).unwrap(), &mut inflated).unwrap();
        assert_eq!(inflated, bytes);
    }
}
