//! The program itself: one line on stdout, and no life after its parent.

use std::process::Stdio;
use std::time::Duration;

use serde_json::Value;
use tokio::io::{AsyncBufReadExt, BufReader};
use tokio::process::Command;

#[tokio::test]
async fn it_says_where_it_listens_and_leaves_with_its_parent() {
    let mut child = Command::new(env!("CARGO_BIN_EXE_clew-sandbox"))
        .args(["--http", "127.0.0.1:0", "--smtp", "127.0.0.1:0", "--exit-with-stdin"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .kill_on_drop(true)
        .spawn()
        .unwrap();
    let mut stdout = BufReader::new(child.stdout.take().unwrap());
    let mut line = String::new();
    stdout.read_line(&mut line).await.unwrap();
    let ready: Value = serde_json::from_str(&line).unwrap();
    let index = reqwest::get(ready["http"].as_str().unwrap()).await.unwrap();
    assert_eq!(index.status(), 200);
    assert!(tokio::net::TcpStream::connect(ready["smtp"].as_str().unwrap()).await.is_ok());
    drop(child.stdin.take());
    let left = tokio::time::timeout(Duration::from_secs(5), child.wait()).await;
    assert!(left.expect("it leaves in time").unwrap().success());
    let mut rest = String::new();
    stdout.read_line(&mut rest).await.unwrap();
    assert_eq!(rest, "");
}
