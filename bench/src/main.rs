//! `clew-bench`: ratios, measured in one run. Absolute figures depend on the machine; the ratio of two legs that took turns on it does not. Named parts (`pages`, `bulk`, `bytes`) run alone.

mod bulk;
mod first_visit;
mod load;
mod oracle;
mod raw;
mod stage;

use std::time::Duration;

use first_visit::first_visit;
use load::{Leg, measure};
use stage::Stage;

const ROUNDS: usize = 5;
const CONNECTIONS: usize = 16;
const LEG: Duration = Duration::from_secs(3);

#[tokio::main]
async fn main() -> anyhow::Result<()> {
    if rustls::crypto::ring::default_provider().install_default().is_err() {
        anyhow::bail!("a TLS provider was installed already");
    }
    let parts: Vec<String> = std::env::args().skip(1).collect();
    let wanted = |part: &str| parts.is_empty() || parts.iter().any(|wanted| wanted == part);
    let stage = Stage::open().await?;
    println!("load average {}", std::fs::read_to_string("/proc/loadavg")?.trim());
    if wanted("pages") {
        pages(&stage).await?;
    }
    if wanted("bulk") {
        bulks(stage.shop()).await?;
    }
    if wanted("bytes") {
        bytes(&stage).await?;
    }
    Ok(())
}

/// What a page costs against the same query raw, and whether a look-up tells by its time which numbers exist.
async fn pages(stage: &Stage) -> anyhow::Result<()> {
    println!(
        "{CONNECTIONS} connections, {ROUNDS} rounds of {} s a leg, taking turns; no compression\n",
        LEG.as_secs()
    );
    let legs = [
        Leg {
            name: "order page (Leptos, HTML)",
            address: stage.clew,
            path: &stage.page,
            cookie: &stage.cookie,
        },
        Leg { name: "raw axum + sqlx, JSON", address: stage.raw, path: &stage.raw_path, cookie: "" },
        Leg {
            name: "fragment poll, 304",
            address: stage.clew,
            path: &stage.fragment,
            cookie: &stage.cookie_and_etag,
        },
    ];
    let mut results = vec![Vec::new(); legs.len()];
    for leg in &legs {
        measure(leg, CONNECTIONS, Duration::from_secs(1)).await?;
    }
    for _ in 0..ROUNDS {
        for (leg, results) in legs.iter().zip(&mut results) {
            results.push(measure(leg, CONNECTIONS, LEG).await?);
        }
    }
    let medians: Vec<f64> = results.iter_mut().map(|rounds| median(rounds)).collect();
    for ((leg, rounds), median) in legs.iter().zip(&results).zip(&medians) {
        println!(
            "{:<28} {median:>8.0} req/s  (min {:.0}, max {:.0})",
            leg.name,
            rounds[0],
            rounds[rounds.len() - 1]
        );
    }
    println!("\nR1  order page ÷ raw JSON    {:.2}", medians[0] / medians[1]);
    println!("    304 poll ÷ raw JSON      {:.2}\n", medians[2] / medians[1]);

    let http = reqwest::Client::builder().timeout(Duration::from_secs(30)).build()?;
    let tell = oracle::listen(&http, stage.clew, stage.pool(), &stage.number, 2000).await?;
    println!(
        "R17 wrong email {:.0} µs, unknown number {:.0} µs (medians), AUC {:.3}\n",
        tell.known, tell.unknown, tell.auc
    );
    Ok(())
}

/// What a first visit downloads.
async fn bytes(stage: &Stage) -> anyhow::Result<()> {
    let http = reqwest::Client::builder().timeout(Duration::from_secs(30)).build()?;
    let base = format!("http://{}", stage.clew);
    for (page, cookie) in [(stage.page.as_str(), Some(stage.cookie.as_str())), ("/track", None)] {
        let visit = first_visit(&http, &base, page, cookie).await?;
        println!("first visit to {page}, brotli:");
        for (file, bytes) in &visit {
            println!("  {bytes:>7}  {file}");
        }
        println!("  {:>7}  total", visit.values().sum::<usize>());
    }
    Ok(())
}

async fn bulks(shop: &domain::Shop) -> anyhow::Result<()> {
    let by = bulk::person(shop).await?;
    let mut rounds = Vec::new();
    for _ in 0..ROUNDS {
        rounds.push(bulk::round(shop, &by).await?);
    }
    let of = |pick: fn(&bulk::Round) -> f64| median(&mut rounds.iter().map(pick).collect::<Vec<_>>());
    println!(
        "10 000 orders: one statement {:.2} s; preview {:.2} s, bulk change {:.2} s (medians of {ROUNDS})",
        of(|round| round.statement),
        of(|round| round.preview),
        of(|round| round.run)
    );
    println!("R6  bulk change ÷ one statement {:.2}", of(|round| round.run / round.statement));
    println!(
        "    with its preview            {:.2}",
        of(|round| (round.run + round.preview) / round.statement)
    );
    println!(
        "R7  p99 of a single move during ÷ idle {:.2} ({:.1} ms ÷ {:.1} ms)\n",
        of(|round| round.busy / round.idle),
        of(|round| round.busy),
        of(|round| round.idle)
    );
    Ok(())
}

fn median(rounds: &mut [f64]) -> f64 {
    rounds.sort_by(f64::total_cmp);
    rounds[rounds.len() / 2]
}
