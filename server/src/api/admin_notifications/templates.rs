//! `/api/admin/notifications/templates`: the words of messages, read by staff, written by administrators. What is written is a new version
//! and passes the editor's own check; an id is `type.channel.language`.

use axum::{
    Json,
    extract::State,
    http::{StatusCode, header},
    response::{IntoResponse, Response},
};
use domain::{
    Fault, Language, Shop,
    notice::{
        Channel, NoticeKind,
        template::{self, CHANNELS, Draft, Field, Finding, Saved, TemplateKey, TemplateState},
    },
    staff::Person,
};
use serde::{Deserialize, Serialize};

use super::super::{
    caller::Clerk,
    problem::Problem,
    read::{Body, Path},
};

/// One template of the list.
#[derive(Debug, Serialize, utoipa::ToSchema)]
#[schema(as = TemplateLine)]
struct Line {
    id: String,
    #[serde(rename = "type")]
    kind: NoticeKind,
    channel: Channel,
    language: Language,
    state: TemplateState,
    /// 0 while nobody has written it anew.
    version: i32,
}

/// All of them.
#[derive(Debug, Serialize, utoipa::ToSchema)]
#[schema(as = Templates)]
pub struct List {
    templates: Vec<Line>,
}

/// One, with its words.
#[derive(Debug, Serialize, utoipa::ToSchema)]
#[schema(as = Template)]
#[serde(rename_all = "camelCase")]
pub struct Shown {
    id: String,
    subject: String,
    content: String,
    /// What `PUT` sends back, so that nobody's words are overwritten unseen.
    version: i32,
    /// Whether they are the shop's own; else ours.
    own: bool,
    variables: Vec<&'static str>,
    /// What is worth a look, or keeps it from being used.
    findings: Vec<String>,
}

/// A template that has no version yet.
#[derive(Debug, Deserialize, utoipa::ToSchema)]
#[schema(as = NewTemplate)]
#[serde(deny_unknown_fields)]
pub struct New {
    #[serde(rename = "type")]
    kind: NoticeKind,
    channel: Channel,
    language: Language,
    #[serde(default)]
    subject: String,
    content: String,
}

/// New words for one.
#[derive(Debug, Deserialize, utoipa::ToSchema)]
#[schema(as = TemplateChange)]
#[serde(deny_unknown_fields)]
pub struct Change {
    #[serde(default)]
    subject: String,
    content: String,
    version: i32,
}

fn id_of(key: TemplateKey) -> String {
    format!("{}.{}.{}", key.kind.as_str(), key.channel.as_str(), key.language.tag())
}

fn key_of(id: &str) -> Result<TemplateKey, Problem> {
    let read = || {
        let mut parts = id.split('.');
        let kind = NoticeKind::parse(parts.next()?)?;
        let channel = Channel::parse(parts.next()?).filter(|channel| CHANNELS.contains(channel))?;
        let language = Language::from_tag(parts.next()?)?;
        parts.next().is_none().then_some(TemplateKey { kind, channel, language })
    };
    read().ok_or_else(|| Fault::NotFound.into())
}

/// How every template stands.
#[utoipa::path(
    get, path = "/api/admin/notifications/templates", operation_id = "listTemplates", tag = "notices",
    responses((status = 200, description = "How every template stands", body = List)),
    security(("apiKey" = ["notices:read"]), ("session" = ["operator"]))
)]
pub async fn list(State(shop): State<Shop>, _: Clerk) -> Result<Json<List>, Problem> {
    let rows = template::list(&shop).await?;
    let lines = rows.into_iter().flat_map(|row| {
        row.cells.into_iter().map(move |cell| {
            let key = TemplateKey { kind: row.kind, channel: row.channel, language: cell.language };
            Line {
                id: id_of(key),
                kind: row.kind,
                channel: row.channel,
                language: cell.language,
                state: cell.state,
                version: cell.version,
            }
        })
    });
    Ok(Json(List { templates: lines.collect() }))
}

/// One with its words.
#[utoipa::path(
    get, path = "/api/admin/notifications/templates/{id}", operation_id = "getTemplate", tag = "notices",
    params(("id" = String, Path, description = "`type.channel.language`")),
    responses((status = 200, description = "One with its words", body = Shown)),
    security(("apiKey" = ["notices:read"]), ("session" = ["operator"]))
)]
pub async fn show(
    State(shop): State<Shop>,
    _: Clerk,
    Path(id): Path<String>,
) -> Result<Json<Shown>, Problem> {
    shown(&shop, key_of(&id)?).await.map(Json)
}

/// Writes one for the first time.
#[utoipa::path(
    post, path = "/api/admin/notifications/templates", operation_id = "createTemplate", tag = "notices",
    request_body = New,
    responses((status = 201, description = "Written", body = Shown, headers(("Location" = String))),
        (status = 200, description = "These were its words already", body = Shown, headers(("Location" = String)))),
    security(("session" = ["admin"]))
)]
pub async fn create(
    State(shop): State<Shop>,
    Clerk(person): Clerk,
    Body(new): Body<New>,
) -> Result<Response, Problem> {
    if !CHANNELS.contains(&new.channel) {
        let flaw = "In-app messages have a push message's words: write those.".to_owned();
        return Err(Problem::invalid(vec![("/channel".to_owned(), flaw)]));
    }
    let key = TemplateKey { kind: new.kind, channel: new.channel, language: new.language };
    let draft = Draft { subject: new.subject, body: new.content };
    save(&shop, &person, key, (&draft, 0), StatusCode::CREATED).await
}

/// Writes one anew, from the version that was seen.
#[utoipa::path(
    put, path = "/api/admin/notifications/templates/{id}", operation_id = "changeTemplate", tag = "notices",
    params(("id" = String, Path, description = "`type.channel.language`")),
    request_body = Change,
    responses((status = 200, description = "Written", body = Shown, headers(("Location" = String)))),
    security(("session" = ["admin"]))
)]
pub async fn change(
    State(shop): State<Shop>,
    Clerk(person): Clerk,
    Path(id): Path<String>,
    Body(change): Body<Change>,
) -> Result<Response, Problem> {
    let draft = Draft { subject: change.subject, body: change.content };
    save(&shop, &person, key_of(&id)?, (&draft, change.version), StatusCode::OK).await
}

async fn save(
    shop: &Shop,
    person: &Person,
    key: TemplateKey,
    (draft, seen): (&Draft, i32),
    done: StatusCode,
) -> Result<Response, Problem> {
    let status = match template::save(shop, person, key, draft, seen).await? {
        Saved::Version(..) => done,
        Saved::Same(_) => StatusCode::OK,
        Saved::Flawed(findings) => {
            let flaws = findings.iter().filter(|finding| finding.refuses());
            return Err(Problem::invalid(flaws.map(flaw).collect()));
        }
        Saved::Changed(theirs) => {
            let detail = format!(
                "{} wrote version {} meanwhile. Read it, and send yours again with its number.",
                theirs.made_by, theirs.version
            );
            return Err(Problem::new(StatusCode::CONFLICT, "conflict", "Changed meanwhile", detail));
        }
    };
    let location = [(header::LOCATION, format!("/api/admin/notifications/templates/{}", id_of(key)))];
    Ok((status, location, Json(shown(shop, key).await?)).into_response())
}

fn flaw(finding: &Finding) -> (String, String) {
    let field = match finding.field {
        Field::Subject => "/subject",
        Field::Body => "/content",
    };
    let place = format!("line {}, character {}: ", finding.line, finding.column);
    (field.to_owned(), place + &finding.say(Language::En))
}

async fn shown(shop: &Shop, key: TemplateKey) -> Result<Shown, Problem> {
    let page = template::page(shop, key, Language::En).await?;
    Ok(Shown {
        id: id_of(key),
        subject: page.draft.subject,
        content: page.draft.body,
        version: page.version,
        own: page.own,
        variables: page.variables.iter().map(|view| view.variable.as_str()).collect(),
        findings: page.findings.iter().map(|finding| flaw(finding).1).collect(),
    })
}
