//! How this shop calls providers over HTTP: with patience that ends, under its name, and led nowhere by an answer.

use std::time::Duration;

use reqwest::{Client, ClientBuilder, redirect::Policy};

/// Where every provider's client begins. An answer that leads elsewhere is an answer and no address: a request carries the shop's key,
/// and the shop's network is not the provider's to reach into.
pub(super) fn builder(patience: Duration) -> ClientBuilder {
    // Another part of the program may have installed it.
    let _ = rustls::crypto::ring::default_provider().install_default();
    Client::builder().timeout(patience).connect_timeout(patience).redirect(Policy::none()).user_agent("clew")
}

/// A client as it begins.
///
/// # Errors
/// When TLS cannot be set up.
pub(crate) fn client(patience: Duration) -> Result<Client, String> {
    builder(patience).build().map_err(|error| error.to_string())
}

#[cfg(test)]
mod tests {
    use tokio::{
        io::{AsyncReadExt, AsyncWriteExt},
        net::TcpListener,
    };

    use super::*;

    const ELSEWHERE: &[u8] =
        b"HTTP/1.1 302 Found\r\nlocation: /elsewhere\r\ncontent-length: 0\r\nconnection: close\r\n\r\n";

    #[tokio::test]
    async fn an_answer_leads_nowhere_and_whoever_is_called_hears_our_name() {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = format!("http://{}/", listener.local_addr().unwrap());
        let answers = async {
            let (mut line, _) = listener.accept().await.unwrap();
            let mut heard = vec![0; 4096];
            let read = line.read(&mut heard).await.unwrap();
            line.write_all(ELSEWHERE).await.unwrap();
            String::from_utf8_lossy(&heard[..read]).to_lowercase()
        };
        let client = client(Duration::from_secs(10)).unwrap();
        let (answer, heard) = tokio::join!(client.get(&address).send(), answers);
        assert_eq!(answer.unwrap().status(), 302);
        assert!(heard.contains("user-agent: clew\r\n"), "{heard}");
    }
}
