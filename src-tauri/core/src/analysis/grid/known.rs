//! Who the settings of a file are, by their ids.
//!
//! Refuses to know: returns.

use rusqlite::Row as Line;
use smol_str::SmolStr;

use crate::analysis::group::Who;
use crate::error::Result;
use crate::round::register::{Frozen, Standing};
use crate::setting::SettingId;
use crate::store::Reader;

// In the order in which they lie in the file: a search for the setting of every return takes longer than all.
const SETTINGS: &str = "SELECT id, name, phase, status, locality, trust FROM setting";

/// Who the settings of a file are, by their ids.
pub(super) struct Known(Vec<(SettingId, Who)>);

impl Known {
    pub fn read(reader: Reader<'_>) -> Result<Self> {
        let mut settings = reader.all(SETTINGS, [], setting)?;
        settings.sort_by_cached_key(|(id, _)| *id);
        Ok(Self(settings))
    }

    /// Puts the groups in which settings stood on a frozen register in place of their own; gives those back that were asked.
    pub fn as_frozen(&mut self, lines: &[Frozen]) -> Vec<SettingId> {
        for line in lines {
            match self.0.binary_search_by_key(&line.setting, |(id, _)| *id) {
                Ok(place) => {
                    let name = self.0[place].1.name.clone();
                    self.0[place].1 = Who { name, ..who_of(line) };
                }
                Err(place) => self.0.insert(place, (line.setting, who_of(line))),
            }
        }
        let asked = lines.iter().filter(|line| line.standing == Standing::Expected);
        asked.map(|line| line.setting).collect()
    }

    /// Says who each of some settings is, which come in the order of their ids.
    pub fn name<'w>(&self, nameless: impl Iterator<Item = (SettingId, &'w mut Who)>) {
        let mut next = self.0.iter().peekable();
        for (setting, who) in nameless {
            while next.next_if(|(id, _)| *id < setting).is_some() {}
            if let Some((_, known)) = next.peek().filter(|(id, _)| *id == setting) {
                known.clone_into(who);
            }
        }
    }
}

/// Who a setting was on a register.
pub fn who_of(line: &Frozen) -> Who {
    Who {
        name: (&line.name).into(),
        phase: (&line.phase).into(),
        status: (&line.status).into(),
        locality: (&line.locality).into(),
        trust: (&line.trust).into(),
    }
}

fn setting(line: &Line<'_>) -> rusqlite::Result<(SettingId, Who)> {
    let text = |place| -> rusqlite::Result<SmolStr> { Ok(line.get_ref(place)?.as_str()?.into()) };
    let who = Who { name: text(1)?, phase: text(2)?, status: text(3)?, locality: text(4)?, trust: text(5)? };
    Ok((line.get(0)?, who))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn who(name: &str) -> Who {
        Who { name: name.into(), ..Who::default() }
    }

    #[test]
    fn each_return_gets_the_name_of_its_own_setting() {
        let id = |place: u128| SettingId(uuid::Uuid::from_u128(place));
        let known = Known(vec![(id(1), who("one")), (id(3), who("three")), (id(4), who("four"))]);
        let mut named = [1, 1, 2, 4, 9].map(|place| (id(place), Who::default()));
        known.name(named.iter_mut().map(|(setting, who)| (*setting, who)));
        assert_eq!(named.map(|(_, who)| who.name.clone()), ["one", "one", "", "four", ""]);
    }
}
