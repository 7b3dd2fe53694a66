//! SMTP commands, read from a line.

/// What a mail client may say.
#[derive(Debug, PartialEq, Eq)]
pub enum Command<'line> {
    /// With extensions.
    Ehlo,
    /// Without.
    Helo,
    /// `PLAIN` with its answer inside.
    AuthAtOnce,
    /// `PLAIN`, answer follows: one question.
    AuthPlain,
    /// `LOGIN`: two questions, or one when the name came along.
    AuthLogin {
        /// The user name was sent with the command.
        named: bool,
    },
    /// Who sends.
    MailFrom(&'line str),
    /// Who gets it.
    RcptTo(&'line str),
    /// The message follows.
    Data,
    /// Forget the message begun.
    Rset,
    /// Are you there?
    Noop,
    /// Goodbye.
    Quit,
    /// Anything else.
    Unknown,
}

impl<'line> Command<'line> {
    /// Reads one line without its end.
    pub fn read(line: &'line str) -> Self {
        let (word, rest) = line.split_once(' ').unwrap_or((line, ""));
        match word.to_ascii_uppercase().as_str() {
            "EHLO" => Self::Ehlo,
            "HELO" => Self::Helo,
            "AUTH" => auth(rest),
            "MAIL" => path(rest, "FROM:").map_or(Self::Unknown, Self::MailFrom),
            "RCPT" => path(rest, "TO:").map_or(Self::Unknown, Self::RcptTo),
            "DATA" => Self::Data,
            "RSET" => Self::Rset,
            "NOOP" => Self::Noop,
            "QUIT" => Self::Quit,
            _ => Self::Unknown,
        }
    }
}

fn auth(rest: &str) -> Command<'_> {
    let mut words = rest.split_whitespace();
    let mechanism = words.next().unwrap_or_default().to_ascii_uppercase();
    match (mechanism.as_str(), words.next()) {
        ("PLAIN", Some(_)) => Command::AuthAtOnce,
        ("PLAIN", None) => Command::AuthPlain,
        ("LOGIN", name) => Command::AuthLogin { named: name.is_some() },
        _ => Command::Unknown,
    }
}

/// The address between the angle brackets; parameters after them (SIZE, BODY, SMTPUTF8) change nothing here.
fn path<'line>(rest: &'line str, label: &str) -> Option<&'line str> {
    let head = rest.get(..label.len())?;
    let address = head.eq_ignore_ascii_case(label).then(|| rest[label.len()..].trim_start())?;
    let (address, _) = address.strip_prefix('<')?.split_once('>')?;
    Some(address)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn commands_are_read_in_any_case() {
        assert_eq!(
            Command::read("mail from:<a@b.test> SIZE=12 BODY=8BITMIME"),
            Command::MailFrom("a@b.test")
        );
        assert_eq!(Command::read("RCPT TO: <ñ@b.test>"), Command::RcptTo("ñ@b.test"));
        assert_eq!(Command::read("AUTH LOGIN"), Command::AuthLogin { named: false });
        assert_eq!(Command::read("RCPT TO:nobody"), Command::Unknown);
    }
}
