//! A template goes into a workbook and comes out the same; planted faults are found where they are.

use super::*;
use crate::problem::Problem;
use crate::template::{Template, library, toml};

fn fixture() -> Template {
    toml::read(include_str!("../fixture.toml")).expect("the fixture is sound")
}

fn said(problems: &[Problem]) -> String {
    problems.iter().map(|it| format!("{}: {} {}\n", it.place, it.message, it.hint)).collect()
}

#[test]
fn every_template_comes_back_the_same() {
    for template in library::shipped().iter().map(|it| it.template().clone()).chain([fixture()]) {
        let bytes = write(&template).expect("written");
        let back = read(&bytes).expect("a workbook").unwrap_or_else(|problems| panic!("{}", said(&problems)));
        assert_eq!(toml::write(&back), toml::write(&template), "{}", template.key());
    }
}

#[test]
fn a_workbook_that_is_no_template_is_refused_in_words() {
    let bytes = rust_xlsxwriter::Workbook::new().save_to_buffer().expect("written");
    let problems = read(&bytes).expect("a workbook").expect_err("no template");
    assert!(
        said(&problems).contains("The sheet \u{201c}Template\u{201d} is missing."),
        "{}",
        said(&problems)
    );
    assert!(read(b"no workbook at all").is_err());
}

proptest::proptest! {
    #![proptest_config(proptest::prelude::ProptestConfig::with_cases(24))]
    #[test]
    fn any_text_survives_the_workbook(words in proptest::collection::vec("[\\PC\n\t\"\\\\=+@-]{1,12}", 4)) {
        let mut template = fixture();
        let text = |n: usize| crate::text::normal(&format!("x{}", words[n])).replace('\u{21b5}', "");
        template.introduction = text(0);
        template.standards[0].governors = vec![text(1), text(2)];
        template.sign_off[0].statement = text(2);
        template.standards[0].questions[0].guidance = text(3);
        let bytes = write(&template).expect("written");
        let back = read(&bytes).expect("a workbook");
        proptest::prop_assert_eq!(back.map_err(|problems| said(&problems)), Ok(template));
    }
}
