//! What we ask of Correos: one number at a time, with a contract or without.

use std::sync::Arc;

use reqwest::{Client, StatusCode};
use secrecy::{ExposeSecret, SecretString};

use super::wire::Answer;
use crate::{
    clock::At,
    provider::{
        Refused, Unanswered,
        outbound::{self, segment},
        said::{Said, words},
    },
    tracking::TrackReport,
};

const LIVE: &str = "https://localizador.correos.es/canonico";

/// The localizador, or what stands in for it. Cheap to clone.
#[derive(Clone)]
pub struct Correos {
    client: Client,
    base: Arc<str>,
    contract: Option<Arc<(String, SecretString)>>,
}

impl std::fmt::Debug for Correos {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Correos").field("base", &self.base).finish_non_exhaustive()
    }
}

impl Correos {
    /// A client with a contract's user and password, or as anybody, at Correos' address or another (the sandbox's).
    ///
    /// # Errors
    /// When the contract or address cannot be one.
    pub fn new(contract: Option<(String, SecretString)>, base: Option<&str>) -> Result<Self, String> {
        if let Some((user, password)) = &contract
            && (user.is_empty() || user.contains(':') || password.expose_secret().is_empty())
        {
            return Err("user or password is empty, or the user holds a colon".to_owned());
        }
        let base = outbound::base(base, LIVE)?;
        Ok(Self { client: outbound::client()?, base, contract: contract.map(Arc::new) })
    }

    /// What Correos says of a number. A number nobody knows has a report, too.
    ///
    /// # Errors
    /// When Correos does not answer, or answers with a page for people.
    pub async fn track(&self, number: &str, now: At) -> Result<Said<TrackReport>, Unanswered> {
        let named = segment(number);
        let request = match self.contract.as_deref() {
            Some((user, password)) => self
                .client
                .get(format!("{}/eventos_envio_servicio_auth/{named}", self.base))
                .query(&[("codIdioma", "ES"), ("indUltEvento", "N")])
                .basic_auth(user, Some(password.expose_secret())),
            None => self.client.get(format!("{}/eventos_envio_servicio/{named}", self.base)).query(&[
                ("codAplicacion", "60"),
                ("codCanal", "3"),
                ("codIdioma", "ES"),
                ("indUltEvento", "N"),
            ]),
        };
        let answer = outbound::ask(request, now).await?;
        if !answer.status.is_success() {
            return match answer.read::<()>(refused)? {
                Said::Refused(why) => Ok(Said::Refused(why)),
                Said::Busy { detail, after } => Ok(Said::Busy { detail, after }),
                Said::Done(()) => Err(Unanswered::Down("an answer that is none".to_owned())),
            };
        }
        // Everything is 200 here, and the content's type is no help: what cannot be read is a page that says "later".
        let unreadable =
            || Unanswered::Down(format!("unreadable: {}", words(&String::from_utf8_lossy(&answer.body))));
        let said = Answer::read(&answer.body).ok_or_else(unreadable)?;
        Ok(Said::Done(said.report(number)))
    }

    /// Whether Correos answers, and takes the contract: for `clew check`.
    ///
    /// # Errors
    /// Why not.
    pub async fn check(&self, now: At) -> Result<(), String> {
        match self.track("PQ0000000000ES", now).await {
            Ok(Said::Done(_)) => Ok(()),
            Ok(Said::Refused(why)) => Err(why.message),
            Ok(Said::Busy { detail, .. }) => Err(detail),
            Err(error) => Err(error.to_string()),
        }
    }
}

fn refused(status: StatusCode, _: &[u8]) -> Refused {
    let status = status.as_u16();
    Refused { code: status.to_string(), message: format!("HTTP {status}") }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        clock::Clock,
        provider::stub::{Stub, Told},
    };

    async fn ask(
        contract: Option<(&str, &str)>,
        told: Told,
    ) -> (Stub, Result<Said<TrackReport>, Unanswered>) {
        let stub = Stub::start(move |_, _| told.clone()).await;
        let contract = contract.map(|(user, password)| (user.to_owned(), SecretString::from(password)));
        let correos = Correos::new(contract, Some(&stub.base)).unwrap();
        let said = correos.track("PQ1", Clock::System.now()).await;
        (stub, said)
    }

    fn event(number: &str) -> String {
        format!(
            r#"{{"codEnvio":"{number}","error":{{"codError":"0"}},"eventos":[
                {{"codEvento":"H020000V","fecEvento":"29/04/2026","horEvento":"08:46:00"}}]}}"#
        )
    }

    #[tokio::test]
    async fn with_and_without_a_contract_and_with_and_without_a_list() {
        for body in [event("PQ1"), format!("[{}]", event("pq1")), format!("\u{feff}[{}]", event("PQ1"))] {
            let (stub, said) = ask(None, (200, "content-type: text/html\r\n", body)).await;
            let Ok(Said::Done(report)) = said else { panic!("{said:?}") };
            assert_eq!((report.events.len(), report.unknown), (1, false));
            assert!(
                stub.asked()[0]
                    .line
                    .starts_with("GET /eventos_envio_servicio/PQ1?codAplicacion=60&codCanal=3")
            );
        }
        let (stub, _) = ask(Some(("user", "password")), (200, "", event("PQ1"))).await;
        let asked = stub.asked().pop().unwrap();
        assert_eq!(asked.line, "GET /eventos_envio_servicio_auth/PQ1?codIdioma=ES&indUltEvento=N");
        assert!(asked.head.contains("authorization: Basic dXNlcjpwYXNzd29yZA=="));
    }

    #[tokio::test]
    async fn another_number_s_news_is_not_this_one_s() {
        let (_, said) = ask(None, (200, "", format!("[{}]", event("PQ2")))).await;
        let Ok(Said::Done(report)) = said else { panic!("{said:?}") };
        assert_eq!((report.number.as_str(), report.events.len(), report.unknown), ("PQ1", 0, false));
    }

    #[tokio::test]
    async fn a_page_for_people_is_no_answer() {
        for page in ["<html>mantenimiento</html>", "", "{}", "[]"] {
            let (_, said) = ask(None, (200, "", page.to_owned())).await;
            assert!(matches!(said, Err(Unanswered::Down(_))), "{page}: {said:?}");
        }
        assert!(matches!(ask(None, (401, "", String::new())).await.1, Err(Unanswered::KeyRefused(_))));
        assert!(matches!(ask(None, (429, "", String::new())).await.1, Ok(Said::Busy { .. })));
        assert!(matches!(ask(None, (400, "", String::new())).await.1, Ok(Said::Refused(_))));
    }

    #[test]
    fn a_contract_that_cannot_be_one_is_told_at_once() {
        for (user, password) in [("", "x"), ("a:b", "x"), ("a", "")] {
            assert!(Correos::new(Some((user.to_owned(), SecretString::from(password))), None).is_err());
        }
        assert!(Correos::new(None, Some("nowhere")).is_err());
        let correos = Correos::new(Some(("user".to_owned(), SecretString::from("s3cret"))), None).unwrap();
        assert!(!format!("{correos:?}").contains("s3cret"));
    }
}
