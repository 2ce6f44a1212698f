//! People of the partnership by what they do, for covering texts and letters.

use super::{limited, required};
use crate::error::Result;
use crate::id::row_id;
use crate::store::{Operation, Reader, Row, Rows, Tx};

row_id! {
    /// The id of a contact.
    ContactId
}

/// A contact was added or changed.
pub const SAVE: Operation = Operation::ordinary("contact.save");
/// A contact was taken out.
pub const REMOVE: Operation = Operation::ordinary("contact.remove");

/// The rows of contacts.
pub const ROWS: &[Rows] = &[Rows::All("contact")];

/// A person by what they do.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Contact {
    /// What they do: business manager, chair of the Executive.
    pub role: String,
    /// Their name.
    pub name: String,
    /// For whom they work.
    pub organisation: String,
    /// E-mail address.
    pub email: String,
    /// Telephone.
    pub telephone: String,
}

/// Every contact, by role.
pub fn all(reader: Reader<'_>) -> Result<Vec<(ContactId, Contact)>> {
    let sql = "SELECT id, role, name, organisation, email, telephone FROM contact ORDER BY role, name, id";
    reader.all(sql, [], |row| {
        let contact = Contact {
            role: row.get(1)?,
            name: row.get(2)?,
            organisation: row.get(3)?,
            email: row.get(4)?,
            telephone: row.get(5)?,
        };
        Ok((row.get(0)?, contact))
    })
}

/// Adds a contact, or changes one that is there.
pub fn save(tx: &mut Tx<'_>, id: Option<ContactId>, contact: &Contact) -> Result<()> {
    let id = id.unwrap_or_else(|| ContactId::new(tx.world()));
    let row = Row::new("contact", id).text("role", required("role of the contact", &contact.role)?);
    let row = row.text("name", required("name of the contact", &contact.name)?);
    let row = row.text("organisation", limited("organisation", &contact.organisation, 200)?);
    let row = row.text("email", limited("e-mail address", &contact.email, 200)?);
    tx.put(row.text("telephone", limited("telephone number", &contact.telephone, 60)?))
}

/// Takes a contact out.
pub fn remove(tx: &mut Tx<'_>, id: ContactId) -> Result<()> {
    tx.remove("contact", id)
}
