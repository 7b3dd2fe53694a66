//! How often a source may be asked: a limit keeps one moment, and no window of time holds more calls than it says.

use jiff::SignedDuration;

use crate::{clock::At, tracking::TrackSource};

const DAY_MS: i64 = 24 * 3600 * 1000;

/// At most `calls` within any `window_ms`, of which `burst` may come at once.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limit {
    /// So many calls.
    pub calls: u32,
    /// Within any window of so many milliseconds, its end not counted.
    pub window_ms: i64,
    /// So many of them without a pause.
    pub burst: u32,
}

impl Limit {
    /// So many a day. A twentieth of them, and one, may come at once; the others keep their distance, so that no day is spent in its morning.
    pub const fn daily(calls: u32) -> Self {
        let calls = if calls == 0 { 1 } else { calls };
        Self { calls, window_ms: DAY_MS, burst: calls / 20 + 1 }
    }

    /// How long one call weighs. `burst` calls and then one each such while are `calls` in a window.
    pub fn weight(&self) -> SignedDuration {
        let others = i64::from(self.calls.saturating_sub(self.burst)) + 1;
        SignedDuration::from_micros((self.window_ms * 1000 + others - 1) / others)
    }

    /// Spends one call: when what was spent will have recovered, or from when on there is one to spend. `spent`: what the last answer was.
    ///
    /// # Errors
    /// The moment from which on one may be spent.
    pub fn spend(&self, spent: Option<At>, now: At) -> Result<At, At> {
        let whole = self.spend_anyway(spent, now);
        let allowed = before(whole, self.weight() * i32::try_from(self.burst).unwrap_or(i32::MAX));
        if allowed <= now { Ok(whole) } else { Err(allowed) }
    }

    /// Spends one that a person asked for: who plans pays it back.
    pub fn spend_anyway(&self, spent: Option<At>, now: At) -> At {
        let from = spent.map_or(now, |spent| spent.max(now));
        At(from.0.saturating_add(self.weight()).unwrap_or(from.0))
    }
}

fn before(at: At, by: SignedDuration) -> At {
    At(at.0.saturating_sub(by).unwrap_or(at.0))
}

/// What one source may be asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Budget {
    /// The distance between two calls.
    pub gap: Limit,
    /// The day's.
    pub day: Limit,
}

/// What was spent of a [`Budget`], as stored.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Spent {
    /// Of its distance.
    pub gap: Option<At>,
    /// Of its day.
    pub day: Option<At>,
}

impl Budget {
    const fn new(gap_ms: i64, day: u32) -> Self {
        Self { gap: Limit { calls: 1, window_ms: gap_ms, burst: 1 }, day: Limit::daily(day) }
    }

    /// What a source documents, less a tenth of its day for staff's button and for tokens.
    ///
    /// FedEx: 100,000 a day, 1,400 in ten seconds, and not more than one a second for two minutes, or its gate closes. DHL: 250 a day and one in five
    /// seconds. UPS and Correos name no limit: what we ask is our own idea of being polite. Shippo: 500 tracks a minute, and its webhooks tell
    /// most of it.
    pub const fn of(source: TrackSource) -> Self {
        match source {
            TrackSource::Fedex => Self::new(1100, 90_000),
            TrackSource::Ups => Self::new(1000, 50_000),
            TrackSource::Dhl => Self::new(5000, 225),
            TrackSource::Correos => Self::new(2000, 20_000),
            TrackSource::Shippo | TrackSource::Other => Self::new(1000, 20_000),
        }
    }

    /// The same, with another day.
    #[must_use]
    pub const fn with_day(self, calls: u32) -> Self {
        Self { day: Limit::daily(calls), ..self }
    }

    /// Spends one call of both.
    ///
    /// # Errors
    /// The moment from which on both have one.
    pub fn spend(&self, spent: Spent, now: At) -> Result<Spent, At> {
        match (self.gap.spend(spent.gap, now), self.day.spend(spent.day, now)) {
            (Ok(gap), Ok(day)) => Ok(Spent { gap: Some(gap), day: Some(day) }),
            (Err(at), Ok(_)) | (Ok(_), Err(at)) => Err(at),
            (Err(gap), Err(day)) => Err(gap.max(day)),
        }
    }

    /// Spends one call that a person asked for.
    pub fn spend_anyway(&self, spent: Spent, now: At) -> Spent {
        Spent {
            gap: Some(self.gap.spend_anyway(spent.gap, now)),
            day: Some(self.day.spend_anyway(spent.day, now)),
        }
    }
}

/// The budgets of carriers' own services.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Budgets {
    /// FedEx's.
    pub fedex: Budget,
    /// UPS's.
    pub ups: Budget,
    /// DHL's.
    pub dhl: Budget,
    /// Correos's.
    pub correos: Budget,
}

impl Default for Budgets {
    fn default() -> Self {
        Self {
            fedex: Budget::of(TrackSource::Fedex),
            ups: Budget::of(TrackSource::Ups),
            dhl: Budget::of(TrackSource::Dhl),
            correos: Budget::of(TrackSource::Correos),
        }
    }
}

impl Budgets {
    /// A source's.
    pub const fn of(&self, source: TrackSource) -> Budget {
        match source {
            TrackSource::Fedex => self.fedex,
            TrackSource::Ups => self.ups,
            TrackSource::Dhl => self.dhl,
            TrackSource::Correos => self.correos,
            TrackSource::Shippo | TrackSource::Other => Budget::of(TrackSource::Shippo),
        }
    }
}

#[cfg(test)]
mod tests {
    use rand::{Rng, SeedableRng, rngs::StdRng};

    use super::*;

    fn at(ms: i64) -> At {
        At(jiff::Timestamp::from_millisecond(1_800_000_000_000 + ms).unwrap())
    }

    #[test]
    fn no_window_holds_more_calls_than_the_limit_however_they_come() {
        let mut lots = StdRng::seed_from_u64(6);
        for limit in [
            Limit { calls: 1, window_ms: 5000, burst: 1 },
            Limit { calls: 7, window_ms: 10_000, burst: 3 },
            Limit { calls: 250, window_ms: 60_000, burst: 13 },
            Limit { calls: 4, window_ms: 1000, burst: 4 },
        ] {
            let (mut spent, mut made, mut now) = (None, Vec::new(), 0_i64);
            for _ in 0..5000 {
                // In a hurry, at leisure, and after a long rest.
                let rest = [1, 40, limit.window_ms * 2][lots.random_range(0..3)];
                now += lots.random_range(0..=rest);
                match limit.spend(spent, at(now)) {
                    Ok(whole) => {
                        spent = Some(whole);
                        made.push(now);
                    }
                    Err(from) => {
                        assert!(from > at(now), "{limit:?}");
                        assert!(limit.spend(spent, from).is_ok(), "{limit:?}: the moment it names is right");
                    }
                }
            }
            let most = made.iter().enumerate().map(|(first, begin)| {
                made[first..].iter().take_while(|call| **call < begin + limit.window_ms).count()
            });
            let most = most.max().unwrap();
            assert!(most <= limit.calls as usize, "{limit:?}: {most}");
            assert!(made.len() > 20, "{limit:?}");
        }
    }

    #[test]
    fn every_source_stays_within_what_it_documents() {
        let per_second = |source| Budget::of(source).gap.window_ms;
        assert!(per_second(TrackSource::Fedex) > 1000, "one a second, sustained, closes the gate");
        assert!(10_000 / per_second(TrackSource::Fedex) < 1400);
        assert!(Budget::of(TrackSource::Fedex).day.calls < 100_000);
        assert!(per_second(TrackSource::Dhl) >= 5000 && Budget::of(TrackSource::Dhl).day.calls < 250);
        assert!(per_second(TrackSource::Shippo) > 60_000 / 500);
    }

    #[test]
    fn what_a_person_asks_is_paid_back() {
        let budget = Budget::of(TrackSource::Dhl);
        let mut spent = Spent::default();
        for _ in 0..30 {
            spent = budget.spend_anyway(spent, at(0));
        }
        let from = budget.spend(spent, at(0)).unwrap_err();
        assert!(from >= at(150_000), "thirty times five seconds");
    }
}
