//! The doors of the templates' editor: plain pages and forms under `/admin/templates`. Everybody of the shop may look, and see what a
//! draft would say; administrators save.

use admin::{
    Viewer,
    flows::Desk,
    templates::{Fill, Said, Typed, editor_page, list_page},
};
use axum::{
    Extension, Form, Router,
    extract::{Path, Query, State},
    http::{StatusCode, header},
    middleware,
    response::{Html, IntoResponse, Redirect, Response},
    routing::get,
};
use domain::{
    Fault, Language,
    language::{say, say_with},
    notice::{
        Channel, NoticeKind,
        template::{self, Against, CHANNELS, Draft, Saved, SendTest, TemplateKey, TemplatePage},
    },
    order::{OrderNumber, store},
    staff,
};
use serde::Deserialize;

use crate::{
    admin_pages::see_who,
    headers::{content_security_policy, content_security_policy_around_a_mail},
    state::AppState,
};

/// The doors.
pub fn routes(state: &AppState) -> Router<AppState> {
    Router::new()
        .route("/admin/templates", get(list))
        .route("/admin/templates/{kind}/{channel}", get(show).post(press))
        .layer(middleware::from_fn_with_state(state.clone(), see_who))
}

/// The extension [`see_who`] leaves.
type Who = Extension<Viewer>;
type Answer = Result<Response, Response>;

/// Whoever looks, with what every page needs.
fn desk(state: &AppState, Viewer(person): Viewer) -> Result<Desk, Response> {
    let person = person.ok_or_else(|| StatusCode::UNAUTHORIZED.into_response())?;
    let nonce = domain::secret::token();
    Ok(Desk { about: state.shop.about.clone(), person, options: state.admin.clone(), nonce })
}

fn failed(fault: &Fault, language: Language) -> Response {
    match fault {
        Fault::NotFound => StatusCode::NOT_FOUND.into_response(),
        Fault::Refused(_) => (StatusCode::FORBIDDEN, fault.say(language)).into_response(),
        _ => {
            tracing::error!(%fault, "a page of the templates' editor failed");
            StatusCode::INTERNAL_SERVER_ERROR.into_response()
        }
    }
}

async fn list(State(state): State<AppState>, Extension(viewer): Who) -> Answer {
    let desk = desk(&state, viewer)?;
    let rows = template::list(&state.shop).await.map_err(|fault| failed(&fault, desk.person.language))?;
    let policy = [(header::CONTENT_SECURITY_POLICY, content_security_policy(Some(&desk.nonce)))];
    Ok((policy, Html(list_page(&desk, &rows))).into_response())
}

/// What an address of the editor wishes to see.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct Wish {
    lang: String,
    version: Option<i32>,
    done: String,
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
struct Visit {
    state: AppState,
    desk: Desk,
    page: TemplatePage,
    typed: Typed,
    said: Said,
}

impl Visit {
    async fn of(
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

    fn t(&self, key: &str) -> Option<String> {
        Some(say(self.desk.person.language, key))
    }

    fn name(&self, key: &str, name: impl Into<String>) -> Option<String> {
        Some(say_with(self.desk.person.language, key, vec![("name", name.into().into())]))
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
    async fn answer(mut self, status: StatusCode) -> Answer {
        let against = self.against().await?;
        let tried = template::preview(&self.state.shop, self.page.key, &self.typed.draft, against).await;
        let tried = tried.map_err(|fault| self.failed(&fault))?;
        (self.said.findings, self.said.preview) = (tried.findings, tried.preview);
        let html = editor_page(&self.desk, &self.page, &self.typed, &self.said);
        let policy = content_security_policy_around_a_mail(&self.desk.nonce);
        Ok((status, [(header::CONTENT_SECURITY_POLICY, policy)], Html(html)).into_response())
    }

    /// What became of writing a version, of which `done` will tell.
    async fn written(mut self, saved: Result<Saved, Fault>, done: &str) -> Answer {
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

    async fn tried_out(mut self) -> Answer {
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

async fn show(
    State(state): State<AppState>,
    Extension(viewer): Who,
    Path(at): Path<(String, String)>,
    Query(wish): Query<Wish>,
) -> Answer {
    let mut visit = Visit::of(state, viewer, at, &wish).await?;
    if let Some(old) = wish.version.filter(|version| *version != visit.page.version) {
        let version = visit.page.versions.iter().find(|version| version.version == old);
        let draft = version.and_then(|version| version.draft.clone());
        visit.typed.draft = draft.ok_or_else(|| StatusCode::NOT_FOUND.into_response())?;
        visit.said.old = Some(old);
    }
    let version = visit.page.version.to_string();
    visit.said.good = match wish.done.as_str() {
        "saved" => visit.name("editor-saved", version),
        "rolled-back" => visit.name("editor-rolled-back", version),
        "built-in" => visit.t("editor-built-in-done"),
        _ => None,
    };
    visit.answer(StatusCode::OK).await
}

/// The form as it comes.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct Posted {
    r#do: String,
    seen: i32,
    subject: Option<String>,
    body: Option<String>,
    fill: String,
    order: String,
    to: Option<String>,
}

async fn press(
    State(state): State<AppState>,
    Extension(viewer): Who,
    Path(at): Path<(String, String)>,
    Query(wish): Query<Wish>,
    Form(posted): Form<Posted>,
) -> Answer {
    let mut visit = Visit::of(state, viewer, at, &wish).await?;
    // The history's buttons send no words: what is stored then stands in the fields.
    let typed = Draft {
        subject: posted
            .subject
            .map_or_else(|| visit.typed.draft.subject.clone(), |words| one_kind_of_line(&words)),
        body: posted.body.map_or_else(|| visit.typed.draft.body.clone(), |words| one_kind_of_line(&words)),
    };
    visit.said.unsaved = typed != visit.page.draft;
    visit.typed = Typed {
        draft: typed,
        seen: posted.seen,
        fill: Fill::of(&posted.fill),
        order: posted.order,
        to: posted.to.unwrap_or(visit.typed.to),
    };
    let (shop, key, seen) = (visit.state.shop.clone(), visit.page.key, posted.seen);
    let by = visit.desk.person.clone();
    let back = posted.r#do.strip_prefix("roll-back-").and_then(|version| version.parse().ok());
    // What it goes back to stands in the fields, should it not come to that.
    let version = visit.page.versions.iter().find(|version| Some(version.version) == back);
    if let Some(draft) = version.and_then(|version| version.draft.clone()) {
        visit.typed.draft = draft;
    }
    match (posted.r#do.as_str(), back) {
        ("save", _) => {
            let saved = template::save(&shop, &by, key, &visit.typed.draft, seen).await;
            visit.written(saved, "saved").await
        }
        ("built-in", _) => {
            visit.written(template::roll_back(&shop, &by, key, 0, seen).await, "built-in").await
        }
        (_, Some(version)) => {
            visit.written(template::roll_back(&shop, &by, key, version, seen).await, "rolled-back").await
        }
        ("test", _) => visit.tried_out().await,
        // Enter in a field, and any other word: it only shows.
        _ => visit.answer(StatusCode::OK).await,
    }
}

/// A browser ends lines with CR LF; places in a text are counted without.
fn one_kind_of_line(text: &str) -> String {
    text.replace("\r\n", "\n")
}
