//! A workflow as it is typed: read from the form's fields, changed by its buttons, checked by nobody yet.

use domain::{
    Language,
    order::Status,
    workflow::{Action, Definition, Icon, Stage, Translated},
};

/// The fields of a posted form, as they came.
#[derive(Debug, Clone, Default)]
pub struct Fields(pub Vec<(String, String)>);

impl Fields {
    /// The first value of a name; empty when there is none.
    pub fn get(&self, name: &str) -> &str {
        self.0.iter().find(|(field, _)| field == name).map_or("", |(_, value)| value)
    }

    fn has(&self, name: &str, value: &str) -> bool {
        self.0.iter().any(|(field, held)| field == name && held == value)
    }

    fn number<T: std::str::FromStr>(&self, name: &str) -> Option<T> {
        self.get(name).trim().parse().ok()
    }

    fn words(&self, name: &str) -> Translated {
        let mut words = Translated::default();
        for language in Language::ALL {
            self.get(&format!("{name}.{}", language.tag())).trim().clone_into(words.get_mut(language));
        }
        words
    }
}

/// Which button was pressed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Press {
    /// Save it.
    Save,
    /// Only say what is wrong.
    Check,
    /// Another stage.
    Add,
    /// Without this stage.
    Remove(usize),
    /// This stage earlier.
    Up(usize),
    /// This stage later.
    Down(usize),
}

impl Press {
    /// The button of a word. Enter in a field presses the first button, which checks: it must never save.
    pub fn of(word: &str) -> Self {
        let at = |prefix: &str| word.strip_prefix(prefix).and_then(|index| index.parse().ok());
        match word {
            "save" => Self::Save,
            "add" => Self::Add,
            _ => at("remove-")
                .map(Self::Remove)
                .or_else(|| at("up-").map(Self::Up))
                .or_else(|| at("down-").map(Self::Down))
                .unwrap_or(Self::Check),
        }
    }
}

/// What stands in the editor.
#[derive(Debug, Clone)]
pub struct Draft {
    /// The workflow's key.
    pub key: String,
    /// The version it was made from; 0 for a new one.
    pub seen: i32,
    /// What it says.
    pub definition: Definition,
}

impl Draft {
    /// Reads a posted form. What is no number counts as empty.
    pub fn of(fields: &Fields) -> Self {
        let count = (0..60)
            .take_while(|i| fields.0.iter().any(|(name, _)| *name == format!("stage.{i}.key")))
            .count();
        let stages: Vec<_> = (0..count).map(|i| stage(fields, i)).collect();
        let mut arrows = Vec::new();
        for (i, from) in stages.iter().enumerate() {
            for (j, to) in stages.iter().enumerate() {
                if fields.has(&format!("stage.{i}.next"), &j.to_string()) {
                    arrows.push((from.key.clone(), to.key.clone()));
                }
            }
        }
        let definition = Definition {
            name: fields.words("name"),
            stages,
            arrows,
            return_days: fields.number("return_days"),
            customer_cancel: Status::parse(fields.get("customer_cancel")),
            rush_percent: fields.number("rush_percent").unwrap_or(0),
            repeats: fields.has("repeats", "1"),
        };
        Self {
            key: fields.get("key").trim().to_owned(),
            seen: fields.number("seen").unwrap_or(0),
            definition,
        }
    }

    /// Does what a button says that only changes the form.
    pub fn press(&mut self, press: Press) {
        let stages = &mut self.definition.stages;
        match press {
            Press::Add => stages.push(blank(stages.len() + 1)),
            Press::Remove(i) if i < stages.len() => {
                let gone = stages.remove(i).key;
                self.definition.arrows.retain(|(a, b)| *a != gone && *b != gone);
            }
            Press::Up(i) if i > 0 && i < stages.len() => stages.swap(i, i - 1),
            Press::Down(i) if i + 1 < stages.len() => stages.swap(i, i + 1),
            _ => {}
        }
    }
}

fn stage(fields: &Fields, i: usize) -> Stage {
    let at = |field: &str| format!("stage.{i}.{field}");
    let status = Status::parse(fields.get(&at("status"))).unwrap_or(Status::Processing);
    let (hours, minutes): (Option<u32>, Option<u32>) =
        (fields.number(&at("hours")), fields.number(&at("minutes")));
    let allowed = hours.unwrap_or(0).saturating_mul(60).saturating_add(minutes.unwrap_or(0));
    Stage {
        key: fields.get(&at("key")).trim().to_owned(),
        label: fields.words(&at("label")),
        wording: fields.words(&at("wording")),
        verb: fields.words(&at("verb")),
        status,
        icon: Icon::parse(fields.get(&at("icon"))).unwrap_or(Icon::of(status)),
        minutes_allowed: Some(allowed).filter(|allowed| *allowed > 0),
        warn_minutes: fields.number(&at("warn")),
        late_minutes: fields.number(&at("late")),
        visible: fields.has(&at("visible"), "1"),
        on_entry: Action::ALL
            .into_iter()
            .filter(|action| fields.has(&at("on_entry"), action.as_str()))
            .collect(),
    }
}

fn blank(number: usize) -> Stage {
    Stage {
        key: format!("stage_{number}"),
        label: Translated::default(),
        wording: Translated::default(),
        verb: Translated::default(),
        status: Status::Processing,
        icon: Icon::of(Status::Processing),
        minutes_allowed: None,
        warn_minutes: None,
        late_minutes: None,
        visible: true,
        on_entry: Vec::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fields(pairs: &[(&str, &str)]) -> Fields {
        Fields(pairs.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect())
    }

    #[test]
    fn a_form_is_read_and_its_buttons_keep_what_was_typed() {
        let typed = fields(&[
            ("key", " kitchen "),
            ("seen", "3"),
            ("name.en", "Kitchen"),
            ("rush_percent", "50"),
            ("repeats", "1"),
            ("stage.0.key", "new"),
            ("stage.0.status", "confirmed"),
            ("stage.0.hours", "1"),
            ("stage.0.minutes", "30"),
            ("stage.0.next", "1"),
            ("stage.1.key", "done"),
            ("stage.1.status", "delivered"),
            ("stage.1.on_entry", "notify"),
            ("stage.1.on_entry", "capture"),
        ]);
        let mut draft = Draft::of(&typed);
        assert_eq!((draft.key.as_str(), draft.seen, draft.definition.rush_percent), ("kitchen", 3, 50));
        assert_eq!(draft.definition.arrows, [("new".to_owned(), "done".to_owned())]);
        assert_eq!(draft.definition.stages[0].minutes_allowed, Some(90));
        assert_eq!(draft.definition.stages[1].on_entry, [Action::Capture, Action::Notify]);
        draft.press(Press::of("add"));
        draft.press(Press::of("up-2"));
        let keys: Vec<_> = draft.definition.stages.iter().map(|stage| stage.key.as_str()).collect();
        assert_eq!(keys, ["new", "stage_3", "done"]);
        draft.press(Press::of("remove-2"));
        assert_eq!(draft.definition.arrows, [], "an arrow to nowhere is none");
        assert_eq!(Press::of(""), Press::Check, "Enter never saves");
    }
}
