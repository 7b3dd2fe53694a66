//! When to act on what the line says: soon, but not for every word of a burst.

use std::{cell::Cell, rc::Rc, time::Duration};

use leptos::prelude::set_timeout;

const SOON: f64 = 300.0;
const APART: f64 = 1000.0;

/// Runs an action shortly after the first call of a burst, and at most once a second.
#[derive(Clone)]
pub struct Pace {
    last: Rc<Cell<f64>>,
    waiting: Rc<Cell<bool>>,
    act: Rc<dyn Fn()>,
}

impl Pace {
    /// A pace for this action.
    pub fn new(act: impl Fn() + 'static) -> Self {
        Self { last: Rc::new(Cell::new(0.0)), waiting: Rc::new(Cell::new(false)), act: Rc::new(act) }
    }

    /// Asks for the action.
    pub fn ask(&self) {
        if self.waiting.replace(true) {
            return;
        }
        let wait = (self.last.get() + APART - js_sys::Date::now()).clamp(SOON, APART);
        let this = self.clone();
        let act = move || {
            this.waiting.set(false);
            this.last.set(js_sys::Date::now());
            (this.act)();
        };
        set_timeout(act, Duration::from_secs_f64(wait / 1000.0));
    }
}

/// How long to wait before the next try, longer after each failure and different in every browser, so that a restarted
/// server is not met by all of them at once: 1 to 30 seconds.
pub fn pause(failures: u32) -> Duration {
    let most = f64::from(1_u32 << failures.min(5)).min(30.0);
    Duration::from_secs_f64(most * (0.5 + js_sys::Math::random() / 2.0))
}
