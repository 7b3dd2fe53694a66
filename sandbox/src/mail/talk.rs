//! One conversation with a mail client.

use std::io;
use std::time::Duration;

use tokio::io::{AsyncBufReadExt, AsyncReadExt, AsyncWriteExt, BufReader};
use tokio::net::TcpStream;

use super::command::Command;
use super::message::Mail;
use crate::faults::take;
use crate::world::Shared;

const LONGEST_LINE: u64 = 64 * 1024;
const LARGEST_MESSAGE: usize = 25 * 1024 * 1024;
const EXTENSIONS: &str = "250-sandbox\r\n250-PIPELINING\r\n250-8BITMIME\r\n250-SMTPUTF8\r\n250-SIZE 26214400\r\n250 AUTH PLAIN LOGIN";

struct Talk {
    stream: BufReader<TcpStream>,
    world: Shared,
    from: Option<String>,
    to: Vec<String>,
    /// Accepted, but nothing was heard from the client since.
    unconfirmed: Option<String>,
}

/// Talks until the client leaves.
pub async fn talk(stream: TcpStream, world: Shared) -> io::Result<()> {
    // Replies are one line each; waiting to fill a packet would cost every message 40 ms.
    stream.set_nodelay(true)?;
    let mut talk =
        Talk { stream: BufReader::new(stream), world, from: None, to: Vec::new(), unconfirmed: None };
    talk.hang().await;
    talk.say("220 sandbox ESMTP, no mail leaves this machine").await?;
    while let Some(line) = talk.hear().await? {
        talk.hang().await;
        let line = String::from_utf8_lossy(&line).into_owned();
        talk.confirm();
        if !talk.answer(Command::read(line.trim_end())).await? {
            break;
        }
    }
    Ok(())
}

impl Talk {
    async fn answer(&mut self, command: Command<'_>) -> io::Result<bool> {
        let reply = match command {
            Command::Ehlo => EXTENSIONS,
            Command::Helo => "250 sandbox",
            Command::AuthAtOnce => self.welcome(),
            Command::AuthPlain => self.ask(&[""]).await?,
            Command::AuthLogin { named: false } => self.ask(&["VXNlcm5hbWU6", "UGFzc3dvcmQ6"]).await?,
            Command::AuthLogin { named: true } => self.ask(&["UGFzc3dvcmQ6"]).await?,
            Command::MailFrom(from) => self.begin(from),
            Command::RcptTo(to) => self.add(to),
            Command::Data if self.to.is_empty() => "503 5.5.1 Who is it for?",
            Command::Data => return self.message().await,
            Command::Rset => self.forget(),
            Command::Noop => "250 2.0.0 Here",
            Command::Quit => {
                self.say("221 2.0.0 Bye").await?;
                return Ok(false);
            }
            Command::Unknown => "500 5.5.2 What?",
        };
        self.say(reply).await?;
        Ok(true)
    }

    fn begin(&mut self, from: &str) -> &'static str {
        self.from = Some(from.to_owned());
        self.to.clear();
        "250 2.1.0 Go on"
    }

    fn add(&mut self, to: &str) -> &'static str {
        let host = to.rsplit_once('@').map_or("", |(_, host)| host).to_ascii_lowercase();
        match host.as_str() {
            _ if self.from.is_none() => return "503 5.5.1 Who is it from?",
            "bounce.test" => return "550 5.1.1 No such user here",
            "policy.test" => return "550 5.7.1 Not from you",
            "later.test" => return "451 4.7.1 Greylisted, come back later",
            _ => self.to.push(to.to_owned()),
        }
        "250 2.1.5 Go on"
    }

    fn forget(&mut self) -> &'static str {
        self.from = None;
        self.to.clear();
        "250 2.0.0 Forgotten"
    }

    /// Asks for credentials and believes whatever comes.
    async fn ask(&mut self, questions: &[&str]) -> io::Result<&'static str> {
        for question in questions {
            self.say(&format!("334 {question}")).await?;
            self.hear().await?;
        }
        Ok(self.welcome())
    }

    fn welcome(&self) -> &'static str {
        if self.world.faults().smtp_refuse_key {
            "535 5.7.8 Not with this password"
        } else {
            "235 2.7.0 Anybody may"
        }
    }

    async fn message(&mut self) -> io::Result<bool> {
        self.say("354 End with a dot on a line of its own").await?;
        let Some(raw) = self.body().await? else {
            self.say("552 5.3.4 Too large").await?;
            return Ok(false);
        };
        let mail = Mail::read(self.from.take().unwrap_or_default(), std::mem::take(&mut self.to), &raw);
        let id = mail.id.clone();
        self.world.change(|state| state.mail.insert(mail));
        if take(&mut self.world.faults().smtp_cut_reply) {
            return Ok(false);
        }
        if take(&mut self.world.faults().smtp_timeout) {
            return self.silence().await;
        }
        self.say(&format!("250 2.0.0 Kept as {id}")).await?;
        self.unconfirmed = Some(id);
        Ok(true)
    }

    /// The message, its dots unstuffed; nothing when it is too large. Only CRLF ends a line, so that no message can
    /// smuggle another one behind a bare line feed.
    async fn body(&mut self) -> io::Result<Option<Vec<u8>>> {
        let mut raw = Vec::new();
        let mut fresh = true;
        loop {
            let line = self.hear().await?.ok_or(io::ErrorKind::UnexpectedEof)?;
            if fresh && line == b".\r\n" {
                return Ok((raw.len() <= LARGEST_MESSAGE).then_some(raw));
            }
            let stuffed = fresh && line.starts_with(b".");
            if raw.len() <= LARGEST_MESSAGE {
                raw.extend_from_slice(&line[usize::from(stuffed)..]);
            }
            fresh = line.ends_with(b"\r\n");
        }
    }

    /// The client spoke after our 250: it has read it.
    fn confirm(&mut self) {
        let Some(id) = self.unconfirmed.take() else { return };
        self.world.change(|state| {
            if let Some(mail) = state.mail.get_mut(&id) {
                mail.reply_confirmed = true;
            }
        });
    }

    /// Says nothing while the switch says so.
    #[expect(clippy::disallowed_methods, reason = "a server that hangs is a wait")]
    async fn hang(&self) {
        while self.hangs() {
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
    }

    fn hangs(&self) -> bool {
        self.world.faults().smtp_hang
    }

    /// Listens and says nothing, until the client leaves.
    async fn silence(&mut self) -> io::Result<bool> {
        while self.hear().await?.is_some() {}
        Ok(false)
    }

    async fn say(&mut self, line: &str) -> io::Result<()> {
        self.stream.write_all(format!("{line}\r\n").as_bytes()).await
    }

    async fn hear(&mut self) -> io::Result<Option<Vec<u8>>> {
        let mut line = Vec::new();
        let read = (&mut self.stream).take(LONGEST_LINE).read_until(b'\n', &mut line).await?;
        Ok((read > 0).then_some(line))
    }
}
