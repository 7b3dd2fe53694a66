//! Does the look-up tell by its duration whether a number exists? Two kinds of wrong guesses take turns; a clock that could tell them apart
//! would show an AUC away from one half.

use std::{net::SocketAddr, time::Instant};

use sqlx::PgPool;

/// What a stranger with a stopwatch learns.
pub struct Tell {
    /// Median microseconds for a number that exists, with a wrong email.
    pub known: f64,
    /// Median microseconds for a number nobody has.
    pub unknown: f64,
    /// Chance that a random known guess took longer than a random unknown one.
    pub auc: f64,
}

/// Guesses `pairs` times each way.
///
/// # Errors
/// When a guess is answered with anything but 404.
pub async fn listen(
    http: &reqwest::Client,
    at: SocketAddr,
    pool: &PgPool,
    number: &str,
    pairs: usize,
) -> anyhow::Result<Tell> {
    let (mut known, mut unknown) = (Vec::new(), Vec::new());
    for pair in 0..pairs + 50 {
        let nobody = domain::order::OrderNumber::from_bits((pair as u64).wrapping_mul(0x9E37_79B9_7F4A_7C15))
            .to_string();
        let mut kinds = [(number, &mut known), (nobody.as_str(), &mut unknown)];
        // Who goes first finds colder caches: they take turns at that too.
        if pair % 2 == 1 {
            kinds.reverse();
        }
        for (number, times) in kinds {
            // The limits would end the experiment; and a number guessed before, known or not, would be counted by another path.
            sqlx::query("truncate limit_window").execute(pool).await?;
            let form = [("number", number), ("email", &format!("guess{pair}@customer.test"))];
            let request = http.post(format!("http://{at}/track")).form(&form);
            let start = Instant::now();
            let answer = request.send().await?;
            let status = answer.status();
            answer.bytes().await?;
            anyhow::ensure!(status == 404, "a guess was answered {status}");
            // The first ones warm caches.
            if pair >= 50 {
                times.push(start.elapsed().as_secs_f64() * 1e6);
            }
        }
    }
    let longer: usize = known.iter().map(|a| unknown.iter().filter(|b| a > b).count()).sum();
    let auc = longer as f64 / (known.len() * unknown.len()) as f64;
    Ok(Tell { known: crate::median(&mut known), unknown: crate::median(&mut unknown), auc })
}
