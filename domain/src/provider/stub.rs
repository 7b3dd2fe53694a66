//! A carrier for tests: answers what it is told to, and keeps what it was asked.

use std::sync::{Arc, Mutex};

use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::{TcpListener, TcpStream},
};

/// What was asked.
#[derive(Debug, Clone)]
pub struct Asked {
    /// `POST /oauth/token`.
    pub line: String,
    /// The headers, names in small letters.
    pub head: String,
    /// The body.
    pub body: String,
}

/// What is answered: status, further headers, body.
pub type Told = (u16, &'static str, String);

/// It listens until the test ends.
pub struct Stub {
    /// Where.
    pub base: String,
    asked: Arc<Mutex<Vec<Asked>>>,
}

impl Stub {
    /// Starts one. `answer` gets what is asked, and how often something was asked before.
    pub async fn start(answer: impl Fn(&Asked, usize) -> Told + Send + Sync + 'static) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let base = format!("http://{}", listener.local_addr().unwrap());
        let asked = Arc::new(Mutex::new(Vec::new()));
        let (kept, answer) = (asked.clone(), Arc::new(answer));
        tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                tokio::spawn(serve(stream, kept.clone(), answer.clone()));
            }
        });
        Self { base, asked }
    }

    /// What was asked so far.
    pub fn asked(&self) -> Vec<Asked> {
        self.asked.lock().unwrap().clone()
    }

    /// How often something like this was asked.
    pub fn times(&self, line: &str) -> usize {
        self.asked().iter().filter(|asked| asked.line.starts_with(line)).count()
    }
}

async fn serve(
    mut stream: TcpStream,
    kept: Arc<Mutex<Vec<Asked>>>,
    answer: Arc<impl Fn(&Asked, usize) -> Told + Send + Sync + 'static>,
) {
    let mut bytes = Vec::new();
    let asked = loop {
        if stream.read_buf(&mut bytes).await.unwrap_or_default() == 0 {
            return;
        }
        if let Some(asked) = whole(&bytes) {
            break asked;
        }
    };
    let (status, head, body) = {
        let mut kept = kept.lock().unwrap();
        let told = answer(&asked, kept.len());
        kept.push(asked);
        told
    };
    let length = body.len();
    let text =
        format!("HTTP/1.1 {status} x\r\ncontent-length: {length}\r\nconnection: close\r\n{head}\r\n{body}");
    let _ = stream.write_all(text.as_bytes()).await;
}

fn whole(bytes: &[u8]) -> Option<Asked> {
    let text = std::str::from_utf8(bytes).ok()?;
    let (head, body) = text.split_once("\r\n\r\n")?;
    let (line, head) = head.split_once("\r\n")?;
    let head = head.to_owned();
    let length = head.lines().find_map(|line| line.strip_prefix("content-length: ")?.parse().ok());
    (body.len() >= length.unwrap_or(0)).then(|| Asked {
        line: line.trim_end_matches(" HTTP/1.1").to_owned(),
        head,
        body: body.to_owned(),
    })
}
