//! The scanning page: a field a scanner types into, what a scan does, and what the last ones did.
//!
//! Without JavaScript it is a form that comes back with one line more; the earlier lines travel along in it. With the script the line of
//! the answer is put on top of those that are there.

use domain::{
    Language,
    language::say,
    order::{Button, Status},
    shop::About,
};
use leptos::prelude::*;
use ui::{Shape, status_shape};

use crate::frame::document;

/// What a scan does.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Mode {
    /// Opens the order.
    #[default]
    Open,
    /// Moves it on.
    Advance,
}

impl Mode {
    /// The word in the form.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::Advance => "advance",
        }
    }
}

/// How a scan went: colour, shape and sound.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tone {
    /// As wished.
    Good,
    /// A person has to choose or look.
    Ask,
    /// Not at all.
    Bad,
}

impl Tone {
    /// The word in the form and in `style/papers.css`.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Good => "good",
            Self::Ask => "ask",
            Self::Bad => "bad",
        }
    }

    const fn shape(self) -> Status {
        match self {
            Self::Good => Status::Delivered,
            Self::Ask => Status::Delayed,
            Self::Bad => Status::Cancelled,
        }
    }
}

/// One scan and what became of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// How it went.
    pub tone: Tone,
    /// The order, when there is one.
    pub number: Option<String>,
    /// What happened, as a sentence.
    pub words: String,
    /// When, in words.
    pub at: String,
    /// Where the order can go, and the version that is based on.
    pub choices: Option<(Vec<Button>, i64)>,
}

impl Line {
    /// The line as it travels in the form. Choices do not: they would be out of date.
    fn packed(&self) -> String {
        [self.tone.as_str(), self.number.as_deref().unwrap_or(""), &self.at, &self.words].join("\t")
    }

    /// A line that travelled. It was ours once, but is whatever the browser sent: text, and shown as text.
    pub fn unpack(packed: &str) -> Option<Self> {
        let mut parts = packed.splitn(4, '\t');
        let tone = match parts.next()? {
            "good" => Tone::Good,
            "ask" => Tone::Ask,
            _ => Tone::Bad,
        };
        let number = domain::order::OrderNumber::parse(parts.next()?).map(|number| number.to_string());
        let (at, words) = (parts.next()?.to_owned(), parts.next()?.to_owned());
        Some(Self { tone, number, words, at, choices: None })
    }
}

/// The page. `lines` are newest first.
pub fn scan_page(
    about: &About,
    options: &LeptosOptions,
    language: Language,
    mode: Mode,
    lines: &[Line],
) -> String {
    let t = |key: &str| say(language, key);
    document(about, language, options, &t("scan-title"), None, || {
        let radio = |value: Mode, key: &str| {
            view! { <label><input type="radio" name="mode" value=value.as_str() checked=value == mode/> {t(key)}</label> }
        };
        let was: Vec<_> = lines
            .iter()
            .map(|line| view! { <input type="hidden" name="was" value=line.packed()/> })
            .collect();
        let newest = lines.first();
        let verdict = newest.map_or_else(String::new, said);
        let class = format!("verdict {}", newest.map_or("", |line| line.tone.as_str()));
        let items: Vec<_> = lines.iter().map(item).collect();
        view! {
            <main class="scanning" id="content">
                <p class="back"><a href="/admin/orders">{t("paper-back")}</a></p>
                <h1>{t("scan-title")}</h1>
                <p class="quiet-text">{t("scan-hint")}</p>
                <form method="post" action="/admin/scan" id="scan" data-failed=t("scan-failed")>
                    {was}
                    <fieldset>
                        <legend>{t("scan-mode")}</legend>
                        {radio(Mode::Open, "scan-mode-open")}
                        {radio(Mode::Advance, "scan-mode-advance")}
                    </fieldset>
                    <p class="scan-field">
                        <label for="code">{t("scan-field")}</label>
                        <input id="code" name="code" autofocus autocomplete="off" autocapitalize="characters" spellcheck="false"
                            required maxlength="500"/>
                        <button type="submit" class="button primary">{t("scan-go")}</button>
                    </p>
                    <div id="tools" hidden>
                        <label><input type="checkbox" id="scan-sound" checked/> {t("scan-sound")}</label>
                        <button type="button" class="button" id="scan-camera" hidden aria-pressed="false"
                            data-failed=t("scan-camera-failed")>{t("scan-camera")}</button>
                        <video id="camera-view" hidden muted playsinline></video>
                    </div>
                </form>
                <p class=class id="verdict" role="status">{verdict}</p>
                <h2>{t("scan-list")}</h2>
                <ol role="list" id="scans" class="scans">{items}</ol>
            </main>
        }
        .into_any()
    })
}

/// A line as one sentence.
fn said(line: &Line) -> String {
    let number = line.number.as_deref();
    number.into_iter().chain([line.words.as_str()]).collect::<Vec<_>>().join(" ")
}

fn item(line: &Line) -> impl IntoView + use<> {
    let number = line.number.clone();
    let choices = line.choices.as_ref().zip(line.number.as_ref()).map(|((ways, seen), number)| {
        let ways: Vec<_> = ways.iter().map(|way| choice(way, number, *seen)).collect();
        view! { <span class="buttons">{ways}</span> }
    });
    let link = number.map(
        |number| view! { <a class="num" href=format!("/admin/orders/{number}")>{number.clone()}</a> " " },
    );
    view! {
        <li class=line.tone.as_str()>
            <Shape drawing=status_shape(line.tone.shape())/>
            <span class="what">{link} <bdi>{line.words.clone()}</bdi></span>
            <span class="quiet-text">{line.at.clone()}</span>
            {choices}
        </li>
    }
}

/// Sends the whole form, so that the other lines travel along.
fn choice(way: &Button, number: &str, seen: i64) -> impl IntoView + use<> {
    let value = format!("{number} {seen} {}", way.stage);
    view! { <button type="submit" form="scan" name="choice" value=value class="button" formnovalidate>{way.verb.clone()}</button> }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_travels_and_comes_back() {
        let line = Line {
            tone: Tone::Good,
            number: Some("7K3QD-2M4XP".into()),
            words: "moved\tto “Packed”".into(),
            at: "Thu 26 Nov, 08:12".into(),
            choices: None,
        };
        assert_eq!(Line::unpack(&line.packed()), Some(line));
        assert_eq!(Line::unpack("nonsense"), None);
    }
}
