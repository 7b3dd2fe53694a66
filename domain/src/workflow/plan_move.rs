//! What would become of the open orders of older versions, counted: the look before they are moved.

use super::{Fate, Mapping, fate, store};
use crate::{Fault, Language, Shop};

/// Orders that stand in the same place and have the same fate.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FateCount {
    /// The version they are in.
    pub version: i32,
    /// Key of the stage they stand in; `None` before they are paid.
    pub stage: Option<String>,
    /// Its label.
    pub label: Option<String>,
    /// How many.
    pub count: i64,
    /// What becomes of them.
    pub fate: Fate,
}

/// All of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MovePlan {
    /// The newest version: where they would go.
    pub version: i32,
    /// The refused first, then those that change their stage.
    pub groups: Vec<FateCount>,
}

impl MovePlan {
    /// How many would be moved, and how many not.
    pub fn counts(&self) -> (i64, i64) {
        let refused = |group: &&FateCount| matches!(group.fate, Fate::Refused(_));
        let sum = |groups: Vec<&FateCount>| groups.iter().map(|group| group.count).sum();
        let (not, moved): (Vec<_>, Vec<_>) = self.groups.iter().partition(refused);
        (sum(moved), sum(not))
    }
}

/// Counts the fates under a mapping. Orders are not read one by one: all that the rule looks at is grouped by PostgreSQL.
///
/// # Errors
/// [`Fault::NotFound`] when there is no such workflow.
pub async fn plan_move(
    shop: &Shop,
    key: &str,
    mapping: &Mapping,
    language: Language,
) -> Result<MovePlan, Fault> {
    let mut conn = shop.pool.acquire().await?;
    let to = store::newest(&mut conn, key).await?.ok_or(Fault::NotFound)?;
    let mut groups: Vec<FateCount> = Vec::new();
    for group in store::open_orders(&mut conn, key, to.version).await? {
        let fate = fate(&group.standing, &group.definition, &to.definition, mapping, language);
        let stage = group.standing.stage;
        let same = |known: &&mut FateCount| {
            known.version == group.version && known.stage == stage && known.fate == fate
        };
        if let Some(known) = groups.iter_mut().find(same) {
            known.count += group.count;
            continue;
        }
        let label = stage.as_deref().and_then(|key| group.definition.stage(key));
        let label = label.map(|stage| stage.label.get(language).to_owned());
        groups.push(FateCount { version: group.version, stage, label, count: group.count, fate });
    }
    groups.sort_by_key(|group| match group.fate {
        Fate::Refused(_) => 0,
        Fate::Goes(_) => 1,
        Fate::Stays => 2,
    });
    Ok(MovePlan { version: to.version, groups })
}
