//! What time it is: asked in one place, so that a test can stop it.

use std::sync::{Arc, Mutex};

use jiff::{SignedDuration, Timestamp};

/// A moment as stored: `timestamptz`, microseconds, UTC.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, serde::Serialize, serde::Deserialize, utoipa::ToSchema,
)]
#[serde(transparent)]
#[schema(value_type = String, format = DateTime)]
pub struct At(pub Timestamp);

impl At {
    /// RFC 3339, to the second: for `datetime` attributes and JSON.
    pub fn rfc3339(self) -> String {
        self.0.strftime("%Y-%m-%dT%H:%M:%SZ").to_string()
    }

    /// A moment of the Unix clock.
    pub fn from_second(second: i64) -> Self {
        Self(Timestamp::from_second(second).unwrap_or(Timestamp::MAX))
    }

    /// This moment and a while.
    #[must_use]
    pub fn plus(self, seconds: i64) -> Self {
        Self(self.0.saturating_add(SignedDuration::from_secs(seconds)).unwrap_or(Timestamp::MAX))
    }

    /// Whole minutes from this moment to another, begun ones not counted; negative when the other is earlier.
    pub fn minutes_until(self, other: Self) -> i64 {
        self.seconds_until(other).div_euclid(60)
    }

    /// Whole seconds from this moment to another; negative when the other is earlier.
    pub fn seconds_until(self, other: Self) -> i64 {
        other.0.as_second() - self.0.as_second()
    }
}

impl sqlx::Type<sqlx::Postgres> for At {
    fn type_info() -> sqlx::postgres::PgTypeInfo {
        <jiff_sqlx::Timestamp as sqlx::Type<sqlx::Postgres>>::type_info()
    }
}

impl sqlx::postgres::PgHasArrayType for At {
    fn array_type_info() -> sqlx::postgres::PgTypeInfo {
        sqlx::postgres::PgTypeInfo::with_name("_timestamptz")
    }
}

impl<'r> sqlx::Decode<'r, sqlx::Postgres> for At {
    fn decode(value: sqlx::postgres::PgValueRef<'r>) -> Result<Self, sqlx::error::BoxDynError> {
        <jiff_sqlx::Timestamp as sqlx::Decode<'r, sqlx::Postgres>>::decode(value).map(|at| Self(at.to_jiff()))
    }
}

impl<'q> sqlx::Encode<'q, sqlx::Postgres> for At {
    fn encode_by_ref(
        &self,
        buffer: &mut sqlx::postgres::PgArgumentBuffer,
    ) -> Result<sqlx::encode::IsNull, sqlx::error::BoxDynError> {
        <jiff_sqlx::Timestamp as sqlx::Encode<'q, sqlx::Postgres>>::encode_by_ref(&self.0.into(), buffer)
    }
}

/// A day as written, without any zone: what carriers promise. Never made of a moment.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, serde::Serialize, serde::Deserialize, utoipa::ToSchema,
)]
#[serde(transparent)]
#[schema(value_type = String, format = Date)]
pub struct Day(pub jiff::civil::Date);

impl sqlx::Type<sqlx::Postgres> for Day {
    fn type_info() -> sqlx::postgres::PgTypeInfo {
        <jiff_sqlx::Date as sqlx::Type<sqlx::Postgres>>::type_info()
    }
}

impl<'r> sqlx::Decode<'r, sqlx::Postgres> for Day {
    fn decode(value: sqlx::postgres::PgValueRef<'r>) -> Result<Self, sqlx::error::BoxDynError> {
        <jiff_sqlx::Date as sqlx::Decode<'r, sqlx::Postgres>>::decode(value).map(|day| Self(day.to_jiff()))
    }
}

impl<'q> sqlx::Encode<'q, sqlx::Postgres> for Day {
    fn encode_by_ref(
        &self,
        buffer: &mut sqlx::postgres::PgArgumentBuffer,
    ) -> Result<sqlx::encode::IsNull, sqlx::error::BoxDynError> {
        <jiff_sqlx::Date as sqlx::Encode<'q, sqlx::Postgres>>::encode_by_ref(&self.0.into(), buffer)
    }
}

/// The system's clock, or a stopped one.
#[derive(Debug, Clone, Default)]
pub enum Clock {
    /// The machine's.
    #[default]
    System,
    /// Stands still until a test moves it.
    Stopped(Arc<Mutex<Timestamp>>),
}

impl Clock {
    /// A clock that stands at a moment.
    pub fn stopped(at: Timestamp) -> Self {
        Self::Stopped(Arc::new(Mutex::new(at)))
    }

    /// Now, cut to the microseconds PostgreSQL keeps.
    pub fn now(&self) -> At {
        let now = match self {
            #[expect(clippy::disallowed_methods, reason = "this is the one place that asks the machine")]
            Self::System => Timestamp::now(),
            Self::Stopped(at) => *at.lock().unwrap_or_else(std::sync::PoisonError::into_inner),
        };
        At(Timestamp::from_microsecond(now.as_microsecond()).unwrap_or(now))
    }

    /// Moves a stopped clock; the system's cannot be moved.
    pub fn set(&self, to: At) {
        if let Self::Stopped(at) = self {
            *at.lock().unwrap_or_else(std::sync::PoisonError::into_inner) = to.0;
        }
    }
}
