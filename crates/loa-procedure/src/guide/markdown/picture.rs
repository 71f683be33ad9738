//! Where a picture of a guide is.

use loa_plan::check_id;
use loa_plan::words::slug;

/// The kinds of picture files that browsers show.
const ENDINGS: [&str; 6] = ["svg", "png", "jpg", "jpeg", "webp", "avif"];

/// The file of a picture within the campaign; `../pictures/x.svg` is the same, as seen from the folder of the guides.
///
/// When it is none, what was expected and one way out.
pub(super) fn path(written: &str) -> Result<String, (String, String)> {
    let path = written.trim_start_matches("./").trim_start_matches("../");
    let (stem, ending) = path.rsplit_once('.').unwrap_or((path, ""));
    let name = stem.strip_prefix("pictures/");
    if name.is_some_and(|name| !name.is_empty() && is_slug(name)) && ENDINGS.contains(&ending) {
        return Ok(path.to_owned());
    }
    let message =
        format!("`{written}` is not a picture of this campaign, expected for example `../pictures/buoc-1.svg`");
    let last = stem.rsplit(['/', '\\']).next().unwrap_or_default();
    let name = Some(slug(last)).filter(|name| !name.is_empty()).unwrap_or_else(|| "buoc-1".to_owned());
    let ending = ending.to_ascii_lowercase();
    let help = if ENDINGS.contains(&ending.as_str()) {
        format!("put the file into the folder `pictures` and write `../pictures/{name}.{ending}`")
    } else {
        format!("save it as svg, png, jpg, webp or avif in the folder `pictures` and write `../pictures/{name}.svg`")
    };
    Err((message, help))
}

/// Whether a name is as [`slug`] makes it, which most are and which is told without making one.
fn is_slug(name: &str) -> bool {
    check_id(name).is_ok() || slug(name) == name
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_picture_is_a_file_in_the_folder_of_pictures() {
        assert_eq!(path("pictures/dang-nhap.svg"), Ok("pictures/dang-nhap.svg".to_owned()));
        assert_eq!(path("../pictures/dang-nhap.svg"), Ok("pictures/dang-nhap.svg".to_owned()));
        for wrong in ["https://a.vn/x.svg", "pictures/../x.svg", "/pictures/x.svg", "pictures/.svg", "x.svg", ""] {
            assert!(path(wrong).is_err(), "{wrong}");
        }
    }

    #[test]
    fn the_way_out_is_a_name_that_would_do() {
        let (message, help) = path("Hình ảnh/Bước 1.PNG").unwrap_err();
        assert_eq!(
            message,
            "`Hình ảnh/Bước 1.PNG` is not a picture of this campaign, expected for example `../pictures/buoc-1.svg`"
        );
        assert_eq!(help, "put the file into the folder `pictures` and write `../pictures/buoc-1.png`");
        let (_, help) = path("clip.mp4").unwrap_err();
        assert_eq!(
            help,
            "save it as svg, png, jpg, webp or avif in the folder `pictures` and write `../pictures/clip.svg`"
        );
    }
}
