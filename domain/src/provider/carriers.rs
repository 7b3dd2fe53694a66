//! The carriers a shop asks and hears itself, as one: who polls need not know which it is.

use super::{
    Refused, Unanswered,
    correos::Correos,
    dhl::Dhl,
    fedex::{self, FedEx},
    said::Said,
    ups::Ups,
};
use crate::{
    clock::At,
    poll::Budgets,
    tracking::{TrackReport, TrackSource},
};

/// The carriers a shop has an account with. The others' news comes through Shippo, or not at all.
#[derive(Debug, Clone, Default)]
pub struct Carriers {
    /// Thirty numbers a call.
    pub fedex: Option<FedEx>,
    /// One number a call.
    pub ups: Option<Ups>,
    /// One number a call.
    pub dhl: Option<Dhl>,
    /// One number a call.
    pub correos: Option<Correos>,
    /// How often each may be asked.
    pub budgets: Budgets,
}

impl Carriers {
    /// How many numbers [`Self::track`] takes at a time; none where the shop has no account.
    pub fn batch(&self, source: TrackSource) -> usize {
        match source {
            TrackSource::Fedex if self.fedex.is_some() => fedex::BATCH,
            TrackSource::Ups => usize::from(self.ups.is_some()),
            TrackSource::Dhl => usize::from(self.dhl.is_some()),
            TrackSource::Correos => usize::from(self.correos.is_some()),
            _ => 0,
        }
    }

    /// What a carrier says of numbers, [`Self::batch`] of them at most: a report for each it answered, unknown ones as well. `carrier` is
    /// our key (`dhl_express`), which DHL wants to know. To be called within `Shop::ask(source.as_str(), …)`, which keeps the circuit.
    ///
    /// # Errors
    /// When the carrier does not answer, or does not know the shop any more.
    pub async fn track(
        &self,
        source: TrackSource,
        carrier: &str,
        numbers: &[&str],
        now: At,
    ) -> Result<Said<Vec<TrackReport>>, Unanswered> {
        if numbers.is_empty() {
            return Ok(Said::Done(Vec::new()));
        }
        if numbers.len() > self.batch(source) {
            return Ok(Said::Refused(Refused {
                code: "TOO_MANY".to_owned(),
                message: "more numbers than are taken at a time; nothing was asked".to_owned(),
            }));
        }
        let said = match (source, numbers) {
            (TrackSource::Fedex, numbers) => match &self.fedex {
                Some(fedex) => return fedex.track(numbers, now).await,
                None => None,
            },
            (TrackSource::Ups, [number, ..]) => match &self.ups {
                Some(ups) => Some(ups.track(number, now).await?),
                None => None,
            },
            (TrackSource::Dhl, [number, ..]) => match &self.dhl {
                Some(dhl) => Some(dhl.track(carrier, number, now).await?),
                None => None,
            },
            (TrackSource::Correos, [number, ..]) => match &self.correos {
                Some(correos) => Some(correos.track(number, now).await?),
                None => None,
            },
            _ => None,
        };
        Ok(match said {
            Some(Said::Done(report)) => Said::Done(vec![report]),
            Some(Said::Refused(why)) => Said::Refused(why),
            Some(Said::Busy { detail, after }) => Said::Busy { detail, after },
            None => Said::Done(Vec::new()),
        })
    }

    /// Each carrier that is there, tried: for `clew check`.
    pub async fn check(&self, now: At) -> Vec<(&'static str, Result<(), String>)> {
        let mut said = Vec::new();
        if let Some(fedex) = &self.fedex {
            said.push(("FedEx", fedex.check(now).await));
        }
        if let Some(ups) = &self.ups {
            said.push(("UPS", ups.check(now).await));
        }
        if let Some(dhl) = &self.dhl {
            said.push(("DHL", dhl.check(now).await));
        }
        if let Some(correos) = &self.correos {
            said.push(("Correos", correos.check(now).await));
        }
        said
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{clock::Clock, provider::stub::Stub};

    #[tokio::test]
    async fn who_polls_learns_how_many_at_a_time_and_gets_reports_alike() {
        let said = r#"{"shipments":[{"id":"7","status":{"statusCode":"transit"}}]}"#;
        let stub = Stub::start(move |_, _| (200, "", said.to_owned())).await;
        let dhl = Dhl::new(&"key".to_owned().into(), Some(&stub.base), None).unwrap();
        let carriers = Carriers { dhl: Some(dhl), ..Carriers::default() };
        let batches = TrackSource::ALL.map(|source| carriers.batch(source));
        assert_eq!(batches, [0, 0, 0, 0, 1, 0], "only who has an account");
        let now = Clock::System.now();
        let Ok(Said::Done(reports)) = carriers.track(TrackSource::Dhl, "dhl_express", &["7"], now).await
        else {
            panic!()
        };
        assert_eq!((reports.len(), reports[0].carrier.as_str()), (1, "dhl_express"));
        for (source, numbers) in [(TrackSource::Dhl, vec!["7", "8"]), (TrackSource::Ups, vec!["7"])] {
            let said = carriers.track(source, "x", &numbers, now).await;
            assert!(matches!(said, Ok(Said::Refused(_))), "{source:?}");
        }
        assert_eq!(carriers.track(TrackSource::Ups, "ups", &[], now).await, Ok(Said::Done(Vec::new())));
        assert_eq!(stub.asked().len(), 1);
    }
}
