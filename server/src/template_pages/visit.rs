//! One request at the templates' editor: what is stored, what was typed, and what becomes of it.

use admin::{
    Viewer,
    flows::Desk,
    templates::{Fill, Said, Typed, editor_page},
};
use axum::{
    http::{StatusCode, header},
    response::{Html, IntoResponse, Redirect, Response},
};
use domain::{
    Fault, Language,
    language::{Word, say, say_with},
    notice::{
        Channel, NoticeKind,
        template::{self, Against, CHANNELS, Saved, SendTest, TemplateKey, TemplatePage},
    },
    order::{OrderNumber, store},
    staff,
};

use super::Wish;
use crate::{
    desk::{Answer, desk_of},
    headers::content_security_policy_around_a_mail,
    state::AppState,
};

/// Whoever looks, with what every page needs.
pub fn desk(state: &AppState, Viewer(person): Viewer) -> Result<Desk, Response> {
    let person = person.ok_or_else(|| StatusCode::UNAUTHORIZED.into_response())?;
    Ok(desk_of(state, person))
}

/// What a fault is answered with.
pub fn failed(fault: &Fault, language: Language) -> Response {
    match fault {
        Fault::NotFound => StatusCode::NOT_FOUND.into_response(),
        Fault::Refused(_) => (StatusCode::FORBIDDEN, fault.say(language)).into_response(),
        _ => {
            tracing::error!(%fault, "a page of the templates' editor failed");
            StatusCode::INTERNAL_SERVER_ERROR.into_response()
        }
    }
}

/// The template of an address. In-app messages have a push message's words, and no page of their own.
fn key(kind: &str, channel: &str, wish: &Wish, reader: Language) -> Result<TemplateKey, Response> {
    let channel = Channel::parse(channel).filter(|channel| CHANNELS.contains(channel));
    let language = Language::from_tag(&wish.lang).unwrap_or(reader);
    match (NoticeKind::parse(kind), channel) {
        (Some(kind), Some(channel)) => Ok(TemplateKey { kind, channel, language }),
        _ => Err(StatusCode::NOT_FOUND.into_response()),
    }
}

/// One request at the editor.
pub struct Visit {
    /// The doorway.
    pub state: AppState,
    /// Who looks.
    pub desk: Desk,
    /// What is stored.
    pub page: TemplatePage,
    /// What was typed.
    pub typed: Typed,
    /// What the page will say.
    pub said: Said,
}

impl Visit {
    /// Reads what is stored, and takes that for what was typed.
    pub async fn of(
        state: AppState,
        viewer: Viewer,
        at: (String, String),
        wish: &Wish,
    ) -> Result<Self, Response> {
        let desk = desk(&state, viewer)?;
        let reader = desk.person.language;
        let key = key(&at.0, &at.1, wish, reader)?;
        let fault = |fault: Fault| failed(&fault, reader);
        let page = template::page(&state.shop, key, reader).await.map_err(fault)?;
        let to = staff::own_address(&state.shop, desk.person.id).await.map_err(fault)?;
        let typed = Typed { draft: page.draft.clone(), seen: page.version, to, ..Typed::default() };
        Ok(Self { state, desk, page, typed, said: Said::default() })
    }

    fn failed(&self, fault: &Fault) -> Response {
        failed(fault, self.desk.person.language)
    }

    /// The words of a key.
    pub fn t(&self, key: &str) -> Option<String> {
        Some(say(self.desk.person.language, key))
    }

    /// The words of a key around a text.
    pub fn name(&self, key: &str, name: impl Into<String>) -> Option<String> {
        Some(say_with(self.desk.person.language, key, vec![("name", Word::from(name.into()))]))
    }

    /// Whose facts fill the draft in; the example's where the order is not found, which the page says.
    async fn against(&mut self) -> Result<Against, Response> {
        Ok(match self.typed.fill {
            Fill::Sample => Against::Sample,
            Fill::Worst => Against::WorstCase,
            Fill::Order => {
                let found = match OrderNumber::parse(&self.typed.order) {
                    Some(number) => {
                        let conn = self.state.shop.pool.acquire().await;
                        let mut conn = conn.map_err(|error| self.failed(&error.into()))?;
                        store::id_of(&mut conn, &number).await
                    }
                    None => Err(Fault::NotFound),
                };
                match found {
                    Ok(order) => Against::Order(order),
                    Err(Fault::NotFound) => {
                        self.said.no_order = true;
                        Against::Sample
                    }
                    Err(fault) => return Err(self.failed(&fault)),
                }
            }
        })
    }

    /// Draws the page, with what the draft would say.
    pub async fn answer(mut self, status: StatusCode) -> Answer {
        let against = self.against().await?;
        let tried = template::preview(&self.state.shop, self.page.key, &self.typed.draft, against).await;
        let tried = tried.map_err(|fault| self.failed(&fault))?;
        (self.said.findings, self.said.preview) = (tried.findings, tried.preview);
        let html = editor_page(&self.desk, &self.page, &self.typed, &self.said);
        let policy = content_security_policy_around_a_mail(&self.desk.nonce);
        Ok((status, [(header::CONTENT_SECURITY_POLICY, policy)], Html(html)).into_response())
    }

    /// What became of writing a version, of which `done` will tell.
    pub async fn written(mut self, saved: Result<Saved, Fault>, done: &str) -> Answer {
        match saved.map_err(|fault| self.failed(&fault))? {
            Saved::Version(..) => {
                let TemplateKey { kind, channel, language } = self.page.key;
                let to = format!(
                    "/admin/templates/{}/{}?lang={}&done={done}",
                    kind.as_str(),
                    channel.as_str(),
                    language.tag()
                );
                Ok(Redirect::to(&to).into_response())
            }
            Saved::Same(_) => {
                self.said.good = self.t("editor-same");
                self.answer(StatusCode::OK).await
            }
            Saved::Flawed(_) => {
                (self.said.bad, self.said.unsaved) = (self.t("editor-flawed"), true);
                self.answer(StatusCode::UNPROCESSABLE_ENTITY).await
            }
            Saved::Changed(theirs) => {
                let key = if theirs.draft.is_some() { "editor-conflict" } else { "editor-conflict-built_in" };
                let words = vec![
                    ("name", theirs.made_by.clone().into()),
                    ("other", theirs.version.to_string().into()),
                ];
                self.said.bad = Some(say_with(self.desk.person.language, key, words));
                self.said.unsaved = true;
                // Whoever presses again has seen theirs.
                self.typed.seen = theirs.version;
                self.said.theirs = Some(*theirs);
                self.answer(StatusCode::CONFLICT).await
            }
        }
    }

    /// Sends what stands there to whom it names.
    pub async fn tried_out(mut self) -> Answer {
        let against = self.against().await?;
        if self.said.no_order {
            return self.answer(StatusCode::UNPROCESSABLE_ENTITY).await;
        }
        let (key, to) = (self.page.key, self.typed.to.clone());
        let sent =
            template::send_test(&self.state.shop, &self.desk.person, key, &self.typed.draft, against, &to);
        let sent = sent.await.map_err(|fault| self.failed(&fault))?;
        let mut status = StatusCode::UNPROCESSABLE_ENTITY;
        match sent {
            SendTest::Sent => {
                status = StatusCode::OK;
                self.said.good = self.name("editor-test-sent", to);
            }
            SendTest::Flawed(_) => self.said.bad = self.t("editor-test-flawed"),
            SendTest::Unsent(detail) => self.said.test = self.name("editor-test-failed", detail),
        }
        self.answer(status).await
    }
}
