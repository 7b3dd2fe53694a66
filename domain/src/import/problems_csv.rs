//! Everything that is wrong with a file, as a file: where to look, and what to do.

use csv::{Terminator, WriterBuilder};
use sqlx::types::Json;

use super::Problem;
use crate::{
    Fault, Shop,
    export::guard::guarded,
    ids::ImportId,
    language::say,
    staff::{Person, Role},
};

/// The file, in the reader's language: line, column, what is wrong.
///
/// # Errors
/// [`crate::Reason::RoleTooLow`]; [`Fault::NotFound`] where nothing is wrong.
pub async fn problems_csv(shop: &Shop, by: &Person, id: ImportId) -> Result<Vec<u8>, Fault> {
    by.must_be(Role::Admin)?;
    let language = by.language;
    let rows = sqlx::query!(
        r#"select key, problems as "problems: Json<Vec<Problem>>" from import_entry
           where import_id = $1 and problems <> '[]' order by line"#,
        id.0
    )
    .fetch_all(&shop.pool)
    .await?;
    if rows.is_empty() {
        return Err(Fault::NotFound);
    }
    let bom = "\u{feff}".as_bytes().to_vec();
    let mut file = WriterBuilder::new().terminator(Terminator::CRLF).from_writer(bom);
    let heads =
        ["line", "key", "column", "problem"].map(|head| say(language, &format!("import-head-{head}")));
    file.write_record(heads).map_err(anyhow::Error::from)?;
    for row in rows {
        for problem in &row.problems.0 {
            let (line, what) = (problem.line.to_string(), problem.say(language));
            file.write_record([line, guarded(&row.key), problem.column.clone(), guarded(&what)])
                .map_err(anyhow::Error::from)?;
        }
    }
    file.into_inner().map_err(|error| anyhow::anyhow!("{error}").into())
}
