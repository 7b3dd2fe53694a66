//! All templates, with how each language stands beside the others.

use std::collections::HashMap;

use super::{
    CHANNELS, TemplateCell, TemplateKey, TemplateRow, TemplateState,
    store::{Standing, standings},
};
use crate::{
    Fault, Language, Shop,
    clock::At,
    notice::{Channel, NoticeKind},
};

/// Every kind over every channel that has words of its own.
///
/// # Errors
/// When PostgreSQL is away.
pub async fn list(shop: &Shop) -> Result<Vec<TemplateRow>, Fault> {
    let standings = by_key(standings(&shop.pool).await?);
    let rows = NoticeKind::ALL.into_iter().flat_map(|kind| {
        let standings = &standings;
        CHANNELS.into_iter().map(move |channel| {
            let cells = cells(shop, kind, channel, |key| standings.get(&key).copied());
            TemplateRow { kind, channel, cells }
        })
    });
    Ok(rows.collect())
}

/// One row's cells.
pub(super) async fn cells_of(
    shop: &Shop,
    kind: NoticeKind,
    channel: Channel,
) -> Result<Vec<TemplateCell>, Fault> {
    let standings = by_key(standings(&shop.pool).await?);
    Ok(cells(shop, kind, channel, |key| standings.get(&key).copied()))
}

fn by_key(standings: Vec<Standing>) -> HashMap<TemplateKey, Standing> {
    standings.into_iter().map(|standing| (standing.key, standing)).collect()
}

fn cells(
    shop: &Shop,
    kind: NoticeKind,
    channel: Channel,
    of: impl Fn(TemplateKey) -> Option<Standing>,
) -> Vec<TemplateCell> {
    let all = Language::ALL.map(|language| (language, of(TemplateKey { kind, channel, language })));
    let own: Vec<_> =
        all.iter().filter_map(|(language, standing)| Some((*language, (*standing)?.own_since?))).collect();
    all.into_iter()
        .map(|(language, standing)| TemplateCell {
            language,
            state: state(
                language,
                standing.and_then(|standing| standing.own_since),
                &own,
                shop.about.language,
            ),
            version: standing.map_or(0, |standing| standing.version),
        })
        .collect()
}

/// The shop's own language leads, where it has the shop's own words; else whichever was written last. A translation made after it is
/// up to date, whatever was translated later.
fn state(language: Language, since: Option<At>, own: &[(Language, At)], leads: Language) -> TemplateState {
    let leader = own
        .iter()
        .find(|(language, _)| *language == leads)
        .or_else(|| own.iter().max_by_key(|(_, since)| *since));
    match (since, leader) {
        (None, None) => TemplateState::BuiltIn,
        (None, Some(_)) => TemplateState::Missing,
        (Some(since), Some((leader, led))) if *leader != language && since < *led => TemplateState::Outdated,
        (Some(_), _) => TemplateState::Own,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn translations_follow_the_shop_s_own_language() {
        let at = |second| At(jiff::Timestamp::from_second(second).unwrap());
        let own = [(Language::Es, at(10)), (Language::En, at(20)), (Language::Ro, at(5))];
        let state = |language, since: Option<i64>| state(language, since.map(at), &own, Language::Es);
        assert_eq!(state(Language::Es, Some(10)), TemplateState::Own);
        assert_eq!(state(Language::En, Some(20)), TemplateState::Own);
        assert_eq!(state(Language::Ro, Some(5)), TemplateState::Outdated);
        assert_eq!(state(Language::Ru, None), TemplateState::Missing);
        assert_eq!(super::state(Language::Ru, None, &[], Language::Es), TemplateState::BuiltIn);
        // Where the shop's language has our words, the newest leads.
        assert_eq!(super::state(Language::Ro, Some(at(5)), &own[1..], Language::Es), TemplateState::Outdated);
    }
}
