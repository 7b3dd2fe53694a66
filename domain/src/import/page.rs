//! An import as staff see it: how many lines do what, and what is wrong.

use sqlx::types::Json;

use super::{ImportKind, ImportOutcome, ImportState, Problem};
use crate::{
    Fault, Shop,
    clock::At,
    dates::moment,
    ids::ImportId,
    moment::Moment,
    staff::{Person, Role},
};

/// Problems a page shows; the file has all of them.
const SHOWN: i64 = 100;

/// How many entries come to what.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Counts {
    /// New.
    pub created: i64,
    /// With something new.
    pub changed: i64,
    /// As they were.
    pub same: i64,
    /// Left out.
    pub wrong: i64,
}

/// One import.
#[derive(Debug, Clone)]
pub struct ImportPage {
    /// Its id.
    pub id: ImportId,
    /// What the file holds.
    pub kind: ImportKind,
    /// What it was called.
    pub file: String,
    /// Whether customers hear of the orders.
    pub tells: bool,
    /// Where it stands.
    pub state: ImportState,
    /// Who sent it.
    pub actor: String,
    /// When.
    pub created: Moment,
    /// What the dry run foretold.
    pub predicted: Counts,
    /// What came of those that are done; those that were wrong from the start are among the wrong.
    pub outcome: Counts,
    /// Entries that are or will be brought in.
    pub total: i64,
    /// Of these, how many are done.
    pub done: i64,
    /// The first hundred problems, by line.
    pub problems: Vec<Problem>,
    /// How many there are.
    pub all_problems: i64,
}

/// A line of the list of imports.
#[derive(Debug, Clone)]
pub struct ImportLine {
    /// Its id.
    pub id: ImportId,
    /// What the file holds.
    pub kind: ImportKind,
    /// What it was called.
    pub file: String,
    /// Where it stands.
    pub state: ImportState,
    /// Who sent it.
    pub actor: String,
    /// When.
    pub created: Moment,
}

/// One import, in the reader's language.
///
/// # Errors
/// [`crate::Reason::RoleTooLow`]; [`Fault::NotFound`].
pub async fn page(shop: &Shop, by: &Person, id: ImportId) -> Result<ImportPage, Fault> {
    by.must_be(Role::Admin)?;
    let mut conn = shop.pool.acquire().await?;
    let row = sqlx::query!(
        r#"select kind as "kind: ImportKind", file, tells, state as "state: ImportState", actor, created_at as "created_at: At"
           from import where id = $1"#,
        id.0
    )
    .fetch_optional(&mut *conn)
    .await?
    .ok_or(Fault::NotFound)?;
    let counts = sqlx::query!(
        r#"select predicted as "predicted: ImportOutcome", outcome as "outcome: ImportOutcome", count(*) as "count!",
               coalesce(sum(jsonb_array_length(problems)), 0)::bigint as "problems!"
           from import_entry where import_id = $1 group by 1, 2"#,
        id.0
    )
    .fetch_all(&mut *conn)
    .await?;
    let problems = sqlx::query_scalar!(
        r#"select p.value as "problem!: Json<Problem>" from import_entry e, jsonb_array_elements(e.problems) p
           where e.import_id = $1 and e.problems <> '[]' order by e.line, (p.value ->> 'line')::integer limit $2"#,
        id.0,
        SHOWN,
    )
    .fetch_all(&mut *conn)
    .await?;
    let mut page = ImportPage {
        id,
        kind: row.kind,
        file: row.file,
        tells: row.tells,
        state: row.state,
        actor: row.actor,
        created: moment(row.created_at, by.language, &shop.about.zone),
        predicted: Counts::default(),
        outcome: Counts::default(),
        total: 0,
        done: 0,
        problems: problems.into_iter().map(|Json(problem)| problem).collect(),
        all_problems: 0,
    };
    for row in counts {
        page.all_problems += row.problems;
        page.predicted.add(row.predicted, row.count);
        if row.predicted == ImportOutcome::Wrong {
            page.outcome.wrong += row.count;
            continue;
        }
        page.total += row.count;
        if let Some(outcome) = row.outcome {
            page.outcome.add(outcome, row.count);
            page.done += row.count;
        }
    }
    Ok(page)
}

impl Counts {
    const fn add(&mut self, outcome: ImportOutcome, count: i64) {
        let to = match outcome {
            ImportOutcome::Created => &mut self.created,
            ImportOutcome::Changed => &mut self.changed,
            ImportOutcome::Same => &mut self.same,
            ImportOutcome::Wrong => &mut self.wrong,
        };
        *to += count;
    }
}

/// The newest twenty imports.
///
/// # Errors
/// [`crate::Reason::RoleTooLow`].
pub async fn recent(shop: &Shop, by: &Person) -> Result<Vec<ImportLine>, Fault> {
    by.must_be(Role::Admin)?;
    let rows = sqlx::query!(
        r#"select id, kind as "kind: ImportKind", file, state as "state: ImportState", actor, created_at as "created_at: At"
           from import order by created_at desc limit 20"#
    )
    .fetch_all(&shop.pool)
    .await?;
    let rows = rows.into_iter().map(|row| ImportLine {
        id: ImportId(row.id),
        kind: row.kind,
        file: row.file,
        state: row.state,
        actor: row.actor,
        created: moment(row.created_at, by.language, &shop.about.zone),
    });
    Ok(rows.collect())
}
