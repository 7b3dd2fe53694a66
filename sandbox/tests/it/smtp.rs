//! The mail server, spoken to word for word.

use serde_json::Value;
use tokio::io::{AsyncBufReadExt, AsyncReadExt, AsyncWriteExt, BufReader};
use tokio::net::TcpStream;

use crate::world::{World, config};

struct Line(BufReader<TcpStream>);

impl Line {
    async fn open(world: &World) -> Self {
        let mut line =
            Self(BufReader::new(TcpStream::connect(&world.running.smtp).await.expect("a connection")));
        assert!(line.hear().await.starts_with("220"));
        line
    }

    async fn hear(&mut self) -> String {
        let mut all = String::new();
        loop {
            let mut reply = String::new();
            self.0.read_line(&mut reply).await.expect("a reply");
            let last = reply.as_bytes().get(3) != Some(&b'-');
            all.push_str(&reply);
            if last {
                return all;
            }
        }
    }

    async fn say(&mut self, words: &str) -> String {
        self.0.write_all(format!("{words}\r\n").as_bytes()).await.expect("a listener");
        self.hear().await
    }

    async fn send(&mut self, body: &str) -> String {
        assert!(self.say("MAIL FROM:<shop@clew.test>").await.starts_with("250"));
        assert!(self.say("RCPT TO:<ana@shop.test>").await.starts_with("250"));
        assert!(self.say("DATA").await.starts_with("354"));
        self.say(body).await
    }
}

async fn newest(world: &World) -> Value {
    world.read("/_control/mail/wait?to=ANA@shop.test&count=1&timeout_ms=5000").await[0].clone()
}

const MESSAGE: &str =
    "Subject: =?utf-8?q?Ma=C3=B1ana?=\r\nMessage-ID: <a1@clew.test>\r\n\r\n..dotted\r\nplain\r\n.";

#[tokio::test]
async fn a_reply_counts_as_read_only_when_the_client_speaks_again() {
    let world = World::start(config()).await;
    let mut line = Line::open(&world).await;
    let extensions = line.say("EHLO clew").await;
    assert!(
        ["PIPELINING", "8BITMIME", "SMTPUTF8", "AUTH PLAIN LOGIN"]
            .iter()
            .all(|word| extensions.contains(word))
    );
    assert!(line.send(MESSAGE).await.starts_with("250"));
    let mail = newest(&world).await;
    assert_eq!(mail["reply_confirmed"], false);
    assert_eq!(
        (mail["subject"].as_str(), mail["message_id"].as_str()),
        (Some("Mañana"), Some("a1@clew.test"))
    );
    assert_eq!(mail["text"].as_str().unwrap().trim_end(), ".dotted\r\nplain");
    assert!(line.say("NOOP").await.starts_with("250"));
    assert_eq!(newest(&world).await["reply_confirmed"], true);
    assert!(line.say("QUIT").await.starts_with("221"));
}

#[tokio::test]
async fn a_cut_reply_leaves_the_message_accepted_and_unconfirmed() {
    let world = World::start(config()).await;
    world.control("/_control/faults", serde_json::json!({ "smtp_cut_reply": 1 })).await;
    let mut line = Line::open(&world).await;
    line.say("HELO clew").await;
    assert_eq!(line.send(MESSAGE).await, "");
    assert_eq!(newest(&world).await["reply_confirmed"], false);
    let mut rest = String::new();
    assert_eq!(line.0.read_to_string(&mut rest).await.unwrap(), 0);
}

/// The client closes its half of the line: who has nothing more to say then ends it, too.
async fn left_unanswered(mut line: BufReader<TcpStream>) -> bool {
    line.shutdown().await.expect("a line");
    let mut rest = String::new();
    line.read_to_string(&mut rest).await.expect("an end");
    rest.is_empty()
}

#[tokio::test]
async fn a_message_whose_reply_never_comes_is_accepted() {
    let world = World::start(config()).await;
    world.control("/_control/faults", serde_json::json!({ "smtp_timeout": 1 })).await;
    let mut line = Line::open(&world).await;
    for words in ["HELO clew", "MAIL FROM:<shop@clew.test>", "RCPT TO:<ana@shop.test>", "DATA"] {
        line.say(words).await;
    }
    line.0.write_all(format!("{MESSAGE}\r\n").as_bytes()).await.unwrap();
    assert_eq!(newest(&world).await["reply_confirmed"], false);
    assert!(left_unanswered(line.0).await);
    assert!(Line::open(&world).await.say("NOOP").await.starts_with("250"), "the next line is answered");
}

#[tokio::test]
async fn a_server_that_hangs_goes_on_where_it_was() {
    let world = World::start(config()).await;
    let mut line = Line::open(&world).await;
    world.control("/_control/faults", serde_json::json!({ "smtp_hang": true })).await;
    line.0.write_all(b"NOOP\r\n").await.unwrap();
    let stranger = TcpStream::connect(&world.running.smtp).await.unwrap();
    // Both were there before it went on, and neither had been answered.
    assert!(stranger.try_read(&mut [0; 9]).is_err() && line.0.get_ref().try_read(&mut [0; 9]).is_err());
    world.control("/_control/faults", serde_json::json!({ "smtp_hang": false })).await;
    assert!(line.hear().await.starts_with("250"));
    assert!(Line(BufReader::new(stranger)).hear().await.starts_with("220"));
}

#[tokio::test]
async fn some_addresses_are_refused() {
    let world = World::start(config()).await;
    let mut line = Line::open(&world).await;
    line.say("EHLO clew").await;
    assert!(line.say("RCPT TO:<ana@shop.test>").await.starts_with("503"));
    line.say("MAIL FROM:<shop@clew.test> SIZE=100").await;
    assert!(line.say("RCPT TO:<gone@Bounce.test>").await.starts_with("550"));
    assert!(line.say("RCPT TO:<busy@later.test>").await.starts_with("451"));
    assert!(line.say("DATA").await.starts_with("503"));
    assert!(line.say("AUTH LOGIN").await.starts_with("334"));
    assert!(line.say("dXNlcg==").await.starts_with("334"));
    assert!(line.say("cGFzcw==").await.starts_with("235"));
    assert!(line.say("RSET").await.starts_with("250"));
    assert!(line.say("WHAT").await.starts_with("500"));
}
