//! Says what is wrong with a template before anybody receives it.

use super::{Draft, Field, Finding, Form, Node, Problem, TemplateKey, Type, Variable, forms, parse};
use crate::{Language, notice::Channel};

/// Characters of a subject that is still read in a list of mails.
pub const LONGEST_SUBJECT: usize = 150;
/// Characters of a body.
pub const LONGEST_BODY: usize = 10_000;

/// Everything that is wrong with a draft, in reading order: subject first. What [`Finding::refuses`] keeps it from being saved. What only
/// shows in a filled-in message (its length, whether anything is left) is `check`'s.
pub fn lint(key: TemplateKey, draft: &Draft) -> Vec<Finding> {
    let mut findings = Vec::new();
    if key.channel != Channel::Sms {
        findings.extend(part(key, Field::Subject, &draft.subject));
        if let Some(at) = draft.subject.trim_end().find(['\n', '\r']) {
            findings.push(Finding::new(Field::Subject, &draft.subject, at, Problem::NewlineInSubject));
        }
        findings.extend(length(Field::Subject, &draft.subject, LONGEST_SUBJECT * 4));
    }
    findings.extend(part(key, Field::Body, &draft.body));
    findings.extend(length(Field::Body, &draft.body, LONGEST_BODY));
    findings
}

fn length(field: Field, source: &str, longest: usize) -> Option<Finding> {
    let count = source.chars().count();
    let problem = match field {
        _ if count <= longest => return None,
        Field::Subject => Problem::SubjectTooLong(u32::try_from(count).unwrap_or(u32::MAX)),
        Field::Body => Problem::BodyTooLong(u32::try_from(count).unwrap_or(u32::MAX)),
    };
    Some(Finding::new(field, source, 0, problem))
}

fn part(key: TemplateKey, field: Field, source: &str) -> Vec<Finding> {
    let read = parse(source);
    let mut problems = read.problems;
    walk(key, &read.nodes, &mut Vec::new(), &mut problems);
    if source.trim().is_empty() {
        problems.push((0, Problem::Empty));
    }
    if field == Field::Body && key.channel == Channel::Sms && !prints(&read.nodes, Variable::Link) {
        problems.push((0, Problem::NoLink));
    }
    problems.sort_by_key(|(at, _)| *at);
    problems.into_iter().map(|(at, problem)| Finding::new(field, source, at, problem)).collect()
}

/// `asked` are the variables of which an `if` around has said that they are there.
fn walk(key: TemplateKey, nodes: &[Node], asked: &mut Vec<Variable>, problems: &mut Vec<(usize, Problem)>) {
    for node in nodes {
        match node {
            Node::Text(_) => {}
            Node::Print { variable, at } => {
                let name = variable.as_str().to_owned();
                if !variable.is_of(key.kind) {
                    problems.push((*at, Problem::NotOfKind(name)));
                } else if variable.holds() == Type::Flag {
                    problems.push((*at, Problem::NotPrintable(name)));
                } else if variable.may_be_empty(key.kind) && !is_there(*variable, asked) {
                    problems.push((*at, Problem::MayBeEmpty(name)));
                }
            }
            Node::Plural { variable, forms, at } => {
                let name = variable.as_str().to_owned();
                if !variable.is_of(key.kind) {
                    problems.push((*at, Problem::NotOfKind(name)));
                } else if variable.holds() != Type::Count {
                    problems.push((*at, Problem::NotACount(name)));
                }
                problems.extend(plural(key.language, forms).into_iter().map(|problem| (*at, problem)));
            }
            Node::If { variable, yes, no, at } => {
                if !variable.is_of(key.kind) {
                    problems.push((*at, Problem::NotOfKind(variable.as_str().to_owned())));
                }
                asked.push(*variable);
                walk(key, yes, asked, problems);
                asked.pop();
                walk(key, no, asked, problems);
            }
        }
    }
}

/// Money that is held is known, too.
fn is_there(variable: Variable, asked: &[Variable]) -> bool {
    asked.contains(&variable) || (variable == Variable::Amount && asked.contains(&Variable::Held))
}

fn plural(language: Language, given: &[(Form, String)]) -> Vec<Problem> {
    let theirs = forms(language);
    let has = |form: Form| given.iter().any(|(given, _)| *given == form);
    let missing = theirs.iter().filter(|(form, needed)| *needed && !has(*form));
    let foreign = given.iter().filter(|(form, _)| !theirs.iter().any(|(its, _)| its == form));
    missing
        .map(|(form, _)| Problem::MissingForm(*form))
        .chain(foreign.map(|(form, _)| Problem::ForeignForm(*form)))
        .collect()
}

fn prints(nodes: &[Node], wanted: Variable) -> bool {
    nodes.iter().any(|node| match node {
        Node::Print { variable, .. } => *variable == wanted,
        Node::If { yes, no, .. } => prints(yes, wanted) || prints(no, wanted),
        _ => false,
    })
}

#[cfg(test)]
#[path = "lint_tests.rs"]
mod tests;
