//! The way a parcel went, as a line of towns: no map, no tiles, nothing asked of anybody.

use super::same_scan::plain;
use crate::{
    clock::At,
    tracking::{ScanPlace, TrackingState},
};

/// One town on the way.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stop {
    /// What it is called: the town, else the carrier's own name of the place.
    pub name: String,
    /// ISO 3166-1 alpha-2.
    pub country: Option<String>,
    /// When it was first seen there.
    pub since: Option<At>,
}

/// The towns that scans went through, oldest first; one that is told twice in a row is one, also in another spelling. What has not moved has
/// no place: a label is printed somewhere.
pub fn route<'a>(
    scans: impl IntoIterator<Item = (TrackingState, Option<&'a ScanPlace>, Option<At>)>,
) -> Vec<Stop> {
    let mut stops: Vec<Stop> = Vec::new();
    for (_, place, at) in scans.into_iter().filter(|(state, ..)| state.has_moved()) {
        let Some(stop) = place.and_then(|place| stop(place, at)) else { continue };
        let stays = stops.last().is_some_and(|last| {
            plain(&last.name) == plain(&stop.name)
                && last.country.as_ref().zip(stop.country.as_ref()).is_none_or(|(here, there)| here == there)
        });
        if !stays {
            stops.push(stop);
        }
    }
    stops
}

fn stop(place: &ScanPlace, since: Option<At>) -> Option<Stop> {
    let name = place.city.as_ref().or(place.facility.as_ref())?.clone();
    Some(Stop { name, country: place.country.clone(), since })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_route_is_the_towns_in_their_order() {
        let scan = |state, city: Option<&str>, facility: Option<&str>| {
            let place = ScanPlace {
                city: city.map(str::to_owned),
                facility: facility.map(str::to_owned),
                ..ScanPlace::default()
            };
            (state, place)
        };
        let line = [
            scan(TrackingState::PreTransit, Some("Chisinau"), None),
            scan(TrackingState::PickedUp, Some("Málaga"), None),
            scan(TrackingState::InTransit, Some("MALAGA"), None),
            scan(TrackingState::InTransit, None, Some("CTA MADRID")),
            scan(TrackingState::InTransit, None, None),
            scan(TrackingState::Delivered, Some("Lugo"), None),
        ];
        let stops = route(line.iter().map(|(state, place)| (*state, Some(place), None)));
        let names: Vec<_> = stops.into_iter().map(|stop| stop.name).collect();
        assert_eq!(names, ["Málaga", "CTA MADRID", "Lugo"]);
        assert!(route([]).is_empty());
    }
}
