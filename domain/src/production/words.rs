//! The studio's words for where an order stands, and the stages they stand for.

use serde::{Deserialize, Serialize};

use crate::order::{Priority, State, Status};

/// What an order's page says: five words.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ssr", derive(utoipa::ToSchema))]
pub enum ProductionStatus {
    /// Somebody looks whether it can be made like this.
    #[serde(rename = "Spec Review")]
    SpecReview,
    /// It waits for its turn.
    Queued,
    /// It is being printed.
    Printing,
    /// It is being checked and packed.
    Finishing,
    /// It can be collected, or has been sent.
    Ready,
}

/// What programs say: six words.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ssr", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum ProductionOrderState {
    /// Not paid, or its specs are being reviewed.
    Draft,
    /// In the queue.
    Submitted,
    /// Being printed.
    Approved,
    /// Being finished.
    InProduction,
    /// Done.
    Fulfilled,
    /// Called off.
    Canceled,
}

impl ProductionOrderState {
    /// All six.
    pub const ALL: [Self; 6] =
        [Self::Draft, Self::Submitted, Self::Approved, Self::InProduction, Self::Fulfilled, Self::Canceled];

    /// The stage of the workflow `studio` it stands for.
    pub const fn stage(self) -> &'static str {
        match self {
            Self::Draft => "spec_review",
            Self::Submitted => "queued",
            Self::Approved => "printing",
            Self::InProduction => "finishing",
            Self::Fulfilled => "ready",
            Self::Canceled => "canceled",
        }
    }

    /// Where an order stands. One in another workflow stands where its headline would be in the studio's.
    pub fn of(state: &State) -> Self {
        if matches!(state.status, Status::Cancelled | Status::Returned) {
            return Self::Canceled;
        }
        let known = state.stage.as_deref().and_then(Self::of_stage);
        known.unwrap_or_else(|| Self::of_status(state.status))
    }

    /// The state a stage stands for.
    pub fn of_stage(stage: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|state| state.stage() == stage)
    }

    /// The state a headline comes nearest to.
    pub const fn of_status(status: Status) -> Self {
        match status {
            Status::Pending => Self::Draft,
            Status::Confirmed => Self::Submitted,
            Status::Processing => Self::Approved,
            Status::Cancelled | Status::Returned => Self::Canceled,
            _ => Self::Fulfilled,
        }
    }

    /// What the order's page says: the document's own table.
    pub const fn status(self) -> ProductionStatus {
        match self {
            Self::Draft | Self::Canceled => ProductionStatus::SpecReview,
            Self::Submitted => ProductionStatus::Queued,
            Self::Approved => ProductionStatus::Printing,
            Self::InProduction => ProductionStatus::Finishing,
            Self::Fulfilled => ProductionStatus::Ready,
        }
    }
}

/// How urgent it is, as answers write it: the first letter is a capital.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ssr", derive(utoipa::ToSchema))]
pub enum ProductionPriority {
    /// One to two days.
    Rush,
    /// Three to five days.
    #[default]
    Standard,
    /// Until somebody releases it.
    Hold,
}

impl ProductionPriority {
    /// Requests write it small, answers with a capital: both are read.
    pub fn parse(word: &str) -> Option<Self> {
        [("rush", Self::Rush), ("standard", Self::Standard), ("hold", Self::Hold)]
            .into_iter()
            .find(|(known, _)| known.eq_ignore_ascii_case(word))
            .map(|(_, priority)| priority)
    }

    /// The most days it takes where no due date is known yet; nobody knows for one on hold, which then takes as long as any.
    pub const fn days(self) -> i64 {
        match self {
            Self::Rush => 2,
            Self::Standard | Self::Hold => 5,
        }
    }
}

impl From<ProductionPriority> for Priority {
    fn from(priority: ProductionPriority) -> Self {
        match priority {
            ProductionPriority::Rush => Self::Rush,
            ProductionPriority::Standard => Self::Standard,
            ProductionPriority::Hold => Self::Hold,
        }
    }
}

impl From<Priority> for ProductionPriority {
    fn from(priority: Priority) -> Self {
        match priority {
            Priority::Rush => Self::Rush,
            Priority::Standard => Self::Standard,
            Priority::Hold => Self::Hold,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_state_is_found_by_its_stage_and_writes_its_word() {
        for state in ProductionOrderState::ALL {
            assert_eq!(ProductionOrderState::of_stage(state.stage()), Some(state));
        }
        let word = |state: ProductionOrderState| serde_json::to_value(state).unwrap();
        assert_eq!(
            ProductionOrderState::ALL.map(word),
            ["draft", "submitted", "approved", "in_production", "fulfilled", "canceled"]
        );
        assert_eq!(ProductionPriority::parse("RUSH"), Some(ProductionPriority::Rush));
        assert_eq!(ProductionPriority::parse("asap"), None);
    }
}
