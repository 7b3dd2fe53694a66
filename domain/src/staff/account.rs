//! An account as administrators see it: whose it is, whether it opens, and what became of it.

use serde::{Deserialize, Serialize};

use super::Role;
use crate::{Language, clock::At, ids::StaffId};

/// Whether an account opens something.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum AccountState {
    /// Nobody has chosen its password yet.
    Invited,
    /// Its owner can sign in.
    Active,
    /// It was taken back.
    Closed,
}

impl AccountState {
    /// The word as it is written.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Invited => "invited",
            Self::Active => "active",
            Self::Closed => "closed",
        }
    }

    pub(super) const fn of(closed: bool, has_password: bool) -> Self {
        match (closed, has_password) {
            (true, _) => Self::Closed,
            (false, true) => Self::Active,
            (false, false) => Self::Invited,
        }
    }
}

/// Somebody's account.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Colleague {
    /// Whose.
    pub id: StaffId,
    /// How histories name them.
    pub name: String,
    /// What they sign in with.
    pub email: String,
    /// What they may do.
    pub role: Role,
    /// The language they read.
    pub language: Language,
    /// Whether it opens.
    pub state: AccountState,
    /// Since when there is one.
    pub created_at: At,
    /// Until when an invitation opens it; `None` when none does.
    pub invited_until: Option<At>,
    /// When they were last at work, to the minute.
    pub last_seen_at: Option<At>,
    /// Whether a code is asked for at each sign-in, too.
    pub second_factor: bool,
    /// Goes up with each change of name, role or state: what a form has seen.
    pub version: i64,
}

/// What became of an account.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AccountEvent {
    /// When.
    pub happened_at: At,
    /// Who did it; `None`: its owner through a link, or the command line.
    pub actor: Option<String>,
    /// What.
    pub kind: AccountEventKind,
    /// The role before.
    pub from: Option<Role>,
    /// The role after.
    pub to: Option<Role>,
}

/// Kinds of what becomes of an account.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AccountEventKind {
    /// By the set-up link or the command line, with a password.
    Created,
    /// An administrator sent an invitation.
    Invited,
    /// The invited person chose a password.
    Joined,
    /// It bears another name.
    Renamed,
    /// Its owner may do more or less.
    RoleChanged,
    /// It opens nothing any more.
    Closed,
    /// It opens again.
    Reopened,
    /// Its owner chose another password.
    PasswordChanged,
    /// An administrator signed its owner out everywhere.
    SessionsEnded,
    /// Its owner turned a second factor on.
    FactorOn,
    /// Its owner turned it off.
    FactorOff,
    /// An administrator took it away.
    FactorReset,
}

impl AccountEventKind {
    const ALL: [Self; 12] = [
        Self::Created,
        Self::Invited,
        Self::Joined,
        Self::Renamed,
        Self::RoleChanged,
        Self::Closed,
        Self::Reopened,
        Self::PasswordChanged,
        Self::SessionsEnded,
        Self::FactorOn,
        Self::FactorOff,
        Self::FactorReset,
    ];

    /// The word as stored.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Created => "created",
            Self::Invited => "invited",
            Self::Joined => "joined",
            Self::Renamed => "renamed",
            Self::RoleChanged => "role_changed",
            Self::Closed => "closed",
            Self::Reopened => "reopened",
            Self::PasswordChanged => "password_changed",
            Self::SessionsEnded => "sessions_ended",
            Self::FactorOn => "factor_on",
            Self::FactorOff => "factor_off",
            Self::FactorReset => "factor_reset",
        }
    }

    /// The kind of a stored word.
    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.as_str() == word)
    }
}
