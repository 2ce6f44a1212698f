//! Any return of any template: written and read back, and again after other programs have saved it.

mod made;
mod office;

use attest::workbook::{self, Return, Templates};
use proptest::prelude::*;

use made::Made;

/// Reads a workbook whose template is known; what was read, without places.
fn read(bytes: &[u8], made: &Made) -> (Return, Vec<attest::problem::Problem>) {
    let found =
        workbook::read(bytes, &Templates::of(std::slice::from_ref(&made.template))).expect("it is a return");
    let mut returned = found.value.returned;
    returned.answers.iter_mut().for_each(|answer| answer.source.clear());
    (returned, found.problems)
}

/// What comes back of a return: everything but last round's answers.
fn expected(made: &Made) -> Return {
    Return { last_round: Default::default(), ..made.returned.clone() }
}

fn written(made: &Made) -> Vec<u8> {
    workbook::write(&made.returned, &made.template).expect("it can be written").value
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]
    #[test]
    fn what_was_said_comes_back_as_it_was(made in made::anything()) {
        let (returned, problems) = read(&written(&made), &made);
        prop_assert_eq!(problems, []);
        prop_assert_eq!(returned, expected(&made));
    }
}
