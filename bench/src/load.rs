//! A closed loop of kept connections, each asking again as soon as it is answered.

use std::{
    net::SocketAddr,
    time::{Duration, Instant},
};

use http_body_util::{BodyExt, Empty};
use hyper::{Request, body::Bytes, client::conn::http1};
use hyper_util::rt::TokioIo;
use tokio::net::TcpStream;

/// One side of a ratio.
pub struct Leg<'a> {
    /// As printed.
    pub name: &'a str,
    /// Where it listens.
    pub address: SocketAddr,
    /// What is asked for.
    pub path: &'a str,
    /// The cookie, and after a line break the `If-None-Match`.
    pub cookie: &'a str,
}

/// Requests per second.
///
/// # Errors
/// When an answer is neither 200 nor 304.
pub async fn measure(leg: &Leg<'_>, connections: usize, time: Duration) -> anyhow::Result<f64> {
    let start = Instant::now();
    let loops = (0..connections)
        .map(|_| tokio::spawn(ask(leg.address, leg.path.to_owned(), leg.cookie.to_owned(), start + time)));
    let mut answered = 0;
    for asked in futures::future::join_all(loops).await {
        answered += asked??;
    }
    Ok(f64::from(answered) / start.elapsed().as_secs_f64())
}

async fn ask(address: SocketAddr, path: String, cookie: String, until: Instant) -> anyhow::Result<u32> {
    let stream = TcpStream::connect(address).await?;
    stream.set_nodelay(true)?;
    let (mut sender, connection) = http1::handshake(TokioIo::new(stream)).await?;
    let driven = tokio::spawn(connection);
    let mut answered = 0;
    while Instant::now() < until {
        let mut request = Request::get(&path).header("host", address.to_string());
        let (cookie, etag) = cookie.split_once('\n').unwrap_or((&cookie, ""));
        if !cookie.is_empty() {
            request = request.header("cookie", cookie);
        }
        if !etag.is_empty() {
            request = request.header("if-none-match", etag);
        }
        let answer = sender.send_request(request.body(Empty::<Bytes>::new())?).await?;
        anyhow::ensure!(matches!(answer.status().as_u16(), 200 | 304), "{path} answered {}", answer.status());
        answer.into_body().collect().await?;
        answered += 1;
    }
    driven.abort();
    Ok(answered)
}
