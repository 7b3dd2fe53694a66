//! How far the shop reaches, from its settings: what planning a message has to know of them.

use clap::Args;
use domain::notice::{Quiet, Reach};

use crate::config::Settings;

/// When customers are told, and where staff are.
#[derive(Debug, Clone, Args)]
pub struct Telling {
    /// Where mails to staff go (new orders, parcels in trouble, disputes, low stock); none are sent when absent.
    #[arg(long, env = "CLEW_STAFF_MAIL", value_parser = address, global = true)]
    pub staff_mail: Option<String>,
    /// Quiet hours of customers who set none: `22:00-08:00`, or `none`. The night when absent, none in the demo.
    #[arg(long, env = "CLEW_QUIET_HOURS", value_parser = quiet, global = true)]
    pub quiet_hours: Option<Quiet>,
    /// Seconds a message waits after a step of staff's, so that taking the step back takes the message back.
    #[arg(long, env = "CLEW_NOTICE_DELAY", default_value_t = 20, value_parser = clap::value_parser!(i32).range(0..=3600), global = true)]
    pub notice_delay: i32,
}

/// What the settings say. `sms`: whether anybody sends text messages.
pub fn reach(settings: &Settings, sms: bool) -> Reach {
    let said = &settings.telling;
    Reach {
        sms,
        zone: settings.time_zone.clone(),
        quiet: said.quiet_hours.unwrap_or(Quiet::NIGHT),
        language: settings.language,
        staff_mail: said.staff_mail.clone(),
        hold_seconds: said.notice_delay,
    }
}

fn quiet(text: &str) -> Result<Quiet, String> {
    text.parse().map_err(|_| "two times of day as 22:00-08:00, or none".to_owned())
}

fn address(text: &str) -> Result<String, String> {
    let text = text.trim();
    let whole = text.split_once('@').is_some_and(|(who, host)| !who.is_empty() && host.contains('.'));
    if whole && !text.contains(char::is_whitespace) {
        Ok(text.to_owned())
    } else {
        Err("an email address".to_owned())
    }
}

#[cfg(test)]
mod tests {
    use clap::Parser;

    use super::*;
    use crate::config::Cli;

    #[test]
    fn a_shop_that_says_nothing_lets_people_sleep() {
        let reach = |arguments: &[&str]| {
            let all = ["clew", "check"].iter().chain(arguments);
            reach(&Cli::parse_from(all).settings, true)
        };
        assert_eq!(
            (reach(&[]).quiet, reach(&[]).hold_seconds, reach(&[]).staff_mail),
            (Quiet::NIGHT, 20, None)
        );
        let said =
            reach(&["--quiet-hours", "none", "--notice-delay", "0", "--staff-mail", "ana@shop.example"]);
        assert_eq!((said.quiet, said.hold_seconds), (Quiet::NONE, 0));
        for bad in [["--quiet-hours", "25:00-08:00"], ["--notice-delay", "3601"], ["--staff-mail", "ana"]] {
            assert!(Cli::try_parse_from(["clew", "check"].iter().chain(&bad)).is_err(), "{bad:?}");
        }
    }
}
