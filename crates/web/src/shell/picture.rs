//! Pictures that people attach carry where and when they were taken, and by what. They are decoded and written anew
//! (JPEG, PNG), or lose all but the picture (GIF, WebP), before anybody keeps them.

mod gif;
mod webp;

use super::PageError;
use image::codecs::jpeg::JpegEncoder;
use image::codecs::png::PngEncoder;
use image::error::ImageError;
use image::{DynamicImage, ImageDecoder as _, ImageFormat, ImageReader, Limits};
use std::io::Cursor;
use tokio::sync::Semaphore;

/// Wide or high at most, in pixels.
const SIDE: u32 = 16_000;
/// Pixels at most: a phone takes up to fifty million.
const PIXELS: u64 = 50_000_000;
/// Memory of one picture at most.
const MEMORY: u64 = 256 << 20;
/// Between what the camera wrote and a third of its size, without a difference that anybody sees.
const QUALITY: u8 = 88;

/// At most so many pictures are written anew at once: each takes as much memory as its pixels.
static AT_ONCE: Semaphore = Semaphore::const_new(2);

/// A file without what says more than its picture shows; other files as they are.
///
/// # Errors
/// [`PageError::Media`] where it is no whole picture, or of a kind whose data cannot be taken out (HEIC);
/// [`PageError::TooLarge`] where it has too many pixels.
pub(crate) async fn cleaned(media: &'static str, content: Vec<u8>) -> Result<Vec<u8>, PageError> {
    match media {
        "image/jpeg" => anew(ImageFormat::Jpeg, content).await,
        "image/png" => anew(ImageFormat::Png, content).await,
        "image/gif" => gif::stripped(&content).ok_or(PageError::Media),
        "image/webp" => webp::stripped(&content).ok_or(PageError::Media),
        "image/heic" => Err(PageError::Media),
        _ => Ok(content),
    }
}

async fn anew(format: ImageFormat, content: Vec<u8>) -> Result<Vec<u8>, PageError> {
    let _turn = AT_ONCE.acquire().await.map_err(|_| PageError::Unavailable)?;
    let written = tokio::task::spawn_blocking(move || written(format, &content)).await;
    written
        .map_err(|_| PageError::Internal)?
        .map_err(|error| match error {
            ImageError::Limits(_) => PageError::TooLarge,
            _ => PageError::Media,
        })
}

fn written(format: ImageFormat, content: &[u8]) -> Result<Vec<u8>, ImageError> {
    let mut reader = ImageReader::with_format(Cursor::new(content), format);
    let mut limits = Limits::default();
    limits.max_image_width = Some(SIDE);
    limits.max_image_height = Some(SIDE);
    limits.max_alloc = Some(MEMORY);
    reader.limits(limits);
    let mut decoder = reader.into_decoder()?;
    let (width, height) = decoder.dimensions();
    if u64::from(width) * u64::from(height) > PIXELS {
        let kind = image::error::LimitErrorKind::DimensionError;
        return Err(ImageError::Limits(image::error::LimitError::from_kind(kind)));
    }
    // how the camera was held stands in what is thrown away
    let orientation = decoder.orientation()?;
    let mut picture = DynamicImage::from_decoder(decoder)?;
    picture.apply_orientation(orientation);
    let mut out = Vec::new();
    match format {
        ImageFormat::Jpeg => picture.write_with_encoder(JpegEncoder::new_with_quality(&mut out, QUALITY))?,
        _ => picture.write_with_encoder(PngEncoder::new(&mut out))?,
    }
    Ok(out)
}

#[cfg(test)]
mod tests {
    use super::*;
    use image::{ImageBuffer, Rgb};

    /// A picture, wider than high, red on the left and blue on the right.
    fn picture() -> DynamicImage {
        let pixel = |x: u32, _| {
            if x < 20 {
                Rgb([200u8, 0, 0])
            } else {
                Rgb([0, 0, 200])
            }
        };
        DynamicImage::ImageRgb8(ImageBuffer::from_fn(40, 10, pixel))
    }

    fn encoded(format: ImageFormat) -> Vec<u8> {
        let mut out = Cursor::new(Vec::new());
        picture().write_to(&mut out, format).unwrap();
        out.into_inner()
    }

    /// With an EXIF block behind the first marker: held on its side, taken at a place.
    fn with_exif(jpeg: &[u8]) -> Vec<u8> {
        let mut tiff = b"MM\0\x2a\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0\x06\0\0\0\0\0\0".to_vec();
        tiff.extend_from_slice(b"GPSLatitude 33.96 GPSLongitude 118.27");
        let mut block = b"Exif\0\0".to_vec();
        block.extend_from_slice(&tiff);
        let length = u16::try_from(block.len() + 2).unwrap().to_be_bytes();
        [&jpeg[..2], b"\xff\xe1", &length, &block, &jpeg[2..]].concat()
    }

    fn holds(content: &[u8], mark: &[u8]) -> bool {
        content.windows(mark.len()).any(|window| window == mark)
    }

    #[tokio::test]
    async fn a_photograph_loses_place_and_camera_and_stands_upright() {
        let taken = with_exif(&encoded(ImageFormat::Jpeg));
        assert!(holds(&taken, b"GPSLatitude"));
        let kept = cleaned("image/jpeg", taken).await.unwrap();
        assert!(!holds(&kept, b"Exif") && !holds(&kept, b"GPS"));
        let shown = image::load_from_memory_with_format(&kept, ImageFormat::Jpeg).unwrap();
        assert_eq!((shown.width(), shown.height()), (10, 40));
    }

    #[tokio::test]
    async fn a_drawing_loses_what_was_written_beside_it() {
        let drawn = encoded(ImageFormat::Png);
        // a text block behind the head
        let mut text = b"tEXtAuthor\0zhang".to_vec();
        let crc = crc(&text);
        let length = u32::try_from(text.len() - 4).unwrap().to_be_bytes();
        text.extend_from_slice(&crc.to_be_bytes());
        let told = [&drawn[..33], &length, &text, &drawn[33..]].concat();
        let kept = cleaned("image/png", told).await.unwrap();
        assert!(!holds(&kept, b"Author"));
        let shown = image::load_from_memory_with_format(&kept, ImageFormat::Png).unwrap();
        assert_eq!(shown.to_rgb8(), picture().to_rgb8());
    }

    fn crc(bytes: &[u8]) -> u32 {
        let step = |crc: u32, byte: &u8| {
            (0..8).fold(crc ^ u32::from(*byte), |c, _| {
                if c & 1 == 1 {
                    0xedb8_8320 ^ (c >> 1)
                } else {
                    c >> 1
                }
            })
        };
        !bytes.iter().fold(!0, step)
    }

    /// What only begins like a picture is none, and what follows a picture does not come along.
    #[tokio::test]
    async fn only_the_picture_is_kept() {
        assert_eq!(
            cleaned("image/jpeg", b"\xff\xd8\xff\xe0 rest".to_vec()).await,
            Err(PageError::Media)
        );
        assert_eq!(cleaned("image/heic", vec![0; 40]).await, Err(PageError::Media));
        let mut two_in_one = encoded(ImageFormat::Png);
        two_in_one.extend_from_slice(b"<script>alert(1)</script>");
        let kept = cleaned("image/png", two_in_one).await.unwrap();
        assert!(!holds(&kept, b"script"));
        assert_eq!(
            cleaned("text/plain", b"as it is".to_vec()).await,
            Ok(b"as it is".to_vec())
        );
    }

    /// A few bytes that claim to be a huge picture.
    #[tokio::test]
    async fn a_flood_of_pixels_is_refused() {
        let mut drawn = encoded(ImageFormat::Png);
        drawn[16..20].copy_from_slice(&60_000u32.to_be_bytes());
        drawn[20..24].copy_from_slice(&60_000u32.to_be_bytes());
        let head = crc(&drawn[12..29]).to_be_bytes();
        drawn[29..33].copy_from_slice(&head);
        assert_eq!(cleaned("image/png", drawn).await, Err(PageError::TooLarge));
    }
}
