//! How large and heavy a box is, as somebody measured it.

use leptos::prelude::*;

use super::{
    doing::{Doing, StepForm, StepLink, StepTitle},
    sheet::Sheet,
};
use crate::words::t;

/// The fields' names, in the order they stand in a size.
pub const SIDES: [&str; 4] = ["length", "width", "height", "weight"];

/// A size of four numbers: millimetres and grams. `None` for anything else, and for what no carrier takes.
#[cfg(feature = "ssr")]
pub fn read(size: &str) -> Option<domain::parcel::Size> {
    let numbers: Vec<i64> = size.split('x').map_while(|part| part.trim().parse().ok()).collect();
    match *numbers.as_slice() {
        [length_mm, width_mm, height_mm, weight_grams]
            if [length_mm, width_mm, height_mm].iter().all(|side| (1..=5_000).contains(side))
                && (1..=1_000_000).contains(&weight_grams) =>
        {
            Some(domain::parcel::Size { length_mm, width_mm, height_mm, weight_grams })
        }
        _ => None,
    }
}

/// The form; its answer are rates for that box.
#[component]
pub fn Measure(doing: Doing) -> impl IntoView {
    let sheet = expect_context::<Sheet>();
    let what = if doing.what == "return-label" { "return-label" } else { "label" };
    let number = sheet.page.with_untracked(|page| page.allowed.label).unwrap_or(1).max(1);
    let number = if doing.box_number > 1 { doing.box_number } else { number };
    let fields = SIDES.map(|side| {
        let id = format!("measure-{side}");
        view! {
            <p>
                <label for=id.clone()>{t(&format!("admin-measure-{side}"))}</label>
                <input id=id name=side class="num" type="number" min="1" max="1000000" required/>
            </p>
        }
    });
    view! {
        <StepForm what>
            <input type="hidden" name="box" value=number/>
            <StepTitle words=t("admin-measure")/>
            <div class="fields">{fields.into_iter().collect_view()}</div>
            <p class="actions">
                <button type="submit" class="button">{t("admin-measure-go")}</button>
                <StepLink query="" words=t("admin-step-leave")/>
            </p>
        </StepForm>
    }
    .into_any()
}

#[cfg(all(test, feature = "ssr"))]
mod tests {
    use super::*;

    #[test]
    fn a_size_is_four_numbers_that_a_carrier_takes() {
        assert_eq!(read("350x250x50x500").map(|size| size.weight_grams), Some(500));
        for bad in ["", "350x250x50", "350x250x50x0", "1x2x3x4x5", "ax1x1x1", "99999x1x1x1"] {
            assert_eq!(read(bad), None, "{bad}");
        }
    }
}
