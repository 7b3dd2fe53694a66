//! The route map: the shop's own stages as one winding thread, drawn as far as the order has come. A picture beside the list of steps,
//! which says the same in words; it loads nothing and is 1 to 2 KB.

use leptos::prelude::*;

use super::rail::{Knot, Step};

/// Units between two knots, and from the thread's middle to its bends.
const APART: i32 = 60;
const BEND: i32 = 14;
const MIDDLE: i32 = 24;

/// The picture; none where there is no way to be shown.
pub fn route(steps: &[Step]) -> Option<impl IntoView + use<>> {
    if steps.len() < 3 {
        return None;
    }
    let places: Vec<_> = (0..).zip(steps).map(|(at, step)| (place(at), step.knot)).collect();
    let all = thread(places.iter().map(|(place, _)| *place));
    let gone = thread(places.iter().filter(|(_, knot)| *knot != Knot::ToCome).map(|(place, _)| *place));
    let knots: Vec<_> = places
        .iter()
        .map(|((x, y), knot)| {
            let (class, radius) = match knot {
                Knot::Done => ("done", 5),
                Knot::Now => ("now", 8),
                Knot::ToCome => ("", 5),
            };
            view! { <circle class=class cx=x.to_string() cy=y.to_string() r=radius.to_string()></circle> }
        })
        .collect();
    let width = APART * i32::try_from(steps.len()).unwrap_or(1);
    Some(view! {
        <svg
            class="route"
            viewBox=format!("0 0 {width} {}", 2 * MIDDLE)
            width=width.to_string()
            height=(2 * MIDDLE).to_string()
            aria-hidden="true" focusable="false">
            <path d=all></path>
            <path class="gone" d=gone></path>
            {knots}
        </svg>
    })
}

/// Where the knot of a step is: above and below the middle in turn.
const fn place(at: i32) -> (i32, i32) {
    (APART / 2 + at * APART, if at % 2 == 0 { MIDDLE - BEND } else { MIDDLE + BEND })
}

/// A line through these places that leaves and enters each of them level.
fn thread(places: impl Iterator<Item = (i32, i32)>) -> String {
    let mut path = String::new();
    for (x, y) in places {
        let half = x - APART / 2;
        if path.is_empty() {
            path = format!("M{x} {y}");
        } else {
            path.push_str(&format!("S{half} {y} {x} {y}"));
        }
    }
    path
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_thread_goes_through_every_place() {
        assert_eq!(thread([place(0), place(1), place(2)].into_iter()), "M30 10S60 38 90 38S120 10 150 10");
        assert_eq!(thread([place(0)].into_iter()), "M30 10");
    }
}
