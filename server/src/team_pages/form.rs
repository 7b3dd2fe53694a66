//! An account as it is typed: read, and what is wrong with it in the reader's words.

use admin::{
    flows::Fields,
    team::{ColleagueForm, Flaws},
};
use domain::{
    Language,
    staff::{Colleague, NewColleague, Role},
};

/// Reads a posted form. Who names no role gets the one that may do least; who names no language, the shop's.
pub(super) fn read(fields: &Fields, shops: Language) -> ColleagueForm {
    ColleagueForm {
        name: fields.get("name").trim().to_owned(),
        email: fields.get("email").trim().to_owned(),
        role: Role::parse(fields.get("role")).unwrap_or(Role::Viewer),
        language: Language::from_tag(fields.get("language")).unwrap_or(shops),
        version: fields.get("version").parse().unwrap_or_default(),
    }
}

/// An invitation before anything is typed.
pub(super) const fn empty(shops: Language) -> ColleagueForm {
    ColleagueForm {
        name: String::new(),
        email: String::new(),
        role: Role::Operator,
        language: shops,
        version: 0,
    }
}

/// An account as it is.
pub(super) fn of(colleague: &Colleague) -> ColleagueForm {
    ColleagueForm {
        name: colleague.name.clone(),
        email: colleague.email.clone(),
        role: colleague.role,
        language: colleague.language,
        version: colleague.version,
    }
}

/// The account that is wished for, or every flaw at once.
pub(super) fn new_colleague(form: &ColleagueForm, reads: Language) -> Result<NewColleague, Flaws> {
    let new = NewColleague {
        name: form.name.clone(),
        email: form.email.clone(),
        role: form.role,
        language: form.language,
    };
    let flaws: Flaws = new.flaws().into_iter().map(|(field, reason)| (field, reason.say(reads))).collect();
    if flaws.is_empty() { Ok(new) } else { Err(flaws) }
}
