//! A campaign of any size, made from three real guides and the fixed part of a real plan.

use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use loa_plan::Plan;

/// The sizes that are measured, in guides; the budget is about 10,000.
pub const GUIDE_COUNTS: [usize; 4] = [10, 1_000, 10_000, 100_000];

/// How many guides a message leads to, so that a plan for 100,000 guides stays within the limits of a file.
pub const MESSAGE_GUIDES: usize = 20;

const PLAN: &str = include_str!("../campaign/plan.toml");

const GUIDES: [(&str, &str); 3] = [
    ("khai-sinh", include_str!("../campaign/guides/khai-sinh.md")),
    ("ho-kinh-doanh", include_str!("../campaign/guides/ho-kinh-doanh.md")),
    ("ban-sao-trich-luc", include_str!("../campaign/guides/ban-sao-trich-luc.md")),
];

const SLOGANS: [&str; 4] = [
    "Đăng ký trực tuyến - Nhanh chóng, dễ dàng, mọi lúc mọi nơi",
    "Dịch vụ công trực tuyến - Đơn giản thủ tục, tiết kiệm thời gian",
    "Nộp hồ sơ tại nhà, nhận kết quả tận nơi",
    "Không cần xếp hàng, không phải đi lại nhiều lần",
];

const AUDIENCES: [&str; 3] = ["nguoi-dan", "doanh-nghiep", "nguoi-cao-tuoi"];

const PICTURE: &str = "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"320\" height=\"180\" viewBox=\"0 0 320 180\">\
    <rect width=\"320\" height=\"180\" rx=\"12\" fill=\"#e6eefb\"/></svg>\n";

/// A campaign with so many guides; the same number gives the same bytes.
#[derive(Debug, Clone, Copy)]
pub struct Campaign {
    guides: usize,
}

impl Campaign {
    /// A campaign with `guides` guides.
    #[must_use]
    pub fn of(guides: usize) -> Self {
        Self { guides }
    }

    /// Its plan as TOML: the fixed part, and a message and an obligation for every few guides.
    #[must_use]
    pub fn plan_toml(self) -> String {
        let mut text = PLAN.to_owned();
        for (i, first) in (0..self.guides).step_by(MESSAGE_GUIDES).enumerate() {
            let ids = (first..self.guides.min(first + MESSAGE_GUIDES)).map(guide_id);
            let ids: Vec<String> = ids.map(|id| format!("\"{id}\"")).collect();
            let (slogan, audience) = (pick(&SLOGANS, i), pick(&AUDIENCES, i));
            let _ = write!(
                text,
                "\n[[messages]]\nid = \"thong-diep-{i}\"\ntext = \"{slogan} (đợt {i})\"\naudiences = [\"{audience}\"]\n\
                 channels = [\"facebook\", \"zalo\", \"truc-tiep-co-so\"]\ntopics = [\"huong-dan\"]\n\
                 guides = [{}]\nsource = {{ id = \"bai-bao\", clause = \"đoạn 5\" }}\n",
                ids.join(", ")
            );
        }
        text
    }

    /// The same plan as JSON, without spaces between its parts.
    ///
    /// # Errors
    /// When the plan cannot be read, which would be a mistake here.
    pub fn plan_json(self) -> Result<String> {
        let plan = Plan::from_toml(&self.plan_toml()).context("the plan that is measured cannot be read")?;
        Ok(serde_json::to_string(&plan)?)
    }

    /// Its guides one after the other: file name and text.
    pub fn guides(self) -> impl Iterator<Item = (String, String)> {
        (0..self.guides).map(|i| {
            let (_, text) = template(i);
            let (id, number) = (guide_id(i), i.to_string());
            (format!("{id}.md"), text.replacen("{id}", &id, 1).replacen("{number}", &number, 1))
        })
    }

    /// Writes it as a folder that `loa build` takes.
    ///
    /// # Errors
    /// When a file cannot be written.
    pub fn write(self, folder: &Path) -> Result<()> {
        let write = |path: String, text: &str| {
            let path = folder.join(path);
            fs::write(&path, text).with_context(|| format!("cannot write `{}`", path.display()))
        };
        for part in ["guides", "pictures"] {
            fs::create_dir_all(folder.join(part))?;
        }
        write("plan.toml".to_owned(), &self.plan_toml())?;
        for picture in GUIDES.iter().flat_map(|(_, text)| pictures(text)) {
            write(picture.to_owned(), PICTURE)?;
        }
        self.guides().try_for_each(|(name, text)| write(format!("guides/{name}"), &text))
    }
}

fn guide_id(i: usize) -> String {
    format!("{}-{i}", template(i).0)
}

fn template(i: usize) -> (&'static str, &'static str) {
    GUIDES[i % GUIDES.len()]
}

fn pick<'a>(words: &[&'a str], i: usize) -> &'a str {
    words[i % words.len()]
}

/// The files of the pictures that a guide shows.
fn pictures(text: &str) -> impl Iterator<Item = &str> {
    text.split("(../").skip(1).filter_map(|rest| rest.split_once(')')).map(|(path, _)| path)
}

#[cfg(test)]
mod tests {
    use loa_plan::{Severity, checks, date};
    use loa_procedure::guide;

    use super::*;

    #[test]
    fn what_is_measured_is_read_and_has_no_error() {
        let campaign = Campaign::of(45);
        let today = date::parse("2025-06-15").unwrap();
        let plan = Plan::from_toml(&campaign.plan_toml()).unwrap();
        assert_eq!(Plan::from_json(&campaign.plan_json().unwrap()).unwrap(), plan);
        assert_eq!(checks::guides(&plan).len(), 45);
        let mut findings = checks::run(&plan, today);
        for (name, text) in campaign.guides() {
            let document = guide::read(&name, &text).unwrap();
            findings.extend(loa_procedure::checks::run(&document.value, today));
            findings.extend(loa_procedure::checks::against(&document.value, &plan));
        }
        let errors: Vec<_> = findings.iter().filter(|finding| finding.severity == Severity::Error).collect();
        assert!(errors.is_empty(), "{errors:?}");
    }

    #[test]
    fn the_largest_plan_stays_within_the_limits_of_a_file() {
        let campaign = Campaign::of(100_000);
        assert!(campaign.plan_toml().len() < loa_plan::read::MAX_FILE_BYTES);
        assert_eq!(campaign.plan_toml(), campaign.plan_toml());
    }

    #[test]
    fn pictures_are_found_in_a_guide() {
        let text = "![a](../pictures/a.svg)\n\n[b](https://b.vn)\n\n![c](../pictures/c.svg)\n";
        assert_eq!(pictures(text).collect::<Vec<_>>(), ["pictures/a.svg", "pictures/c.svg"]);
    }
}
