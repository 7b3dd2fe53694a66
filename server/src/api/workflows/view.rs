//! A workflow as programs read it: as it is stored, in the API's own way of writing.

use domain::{
    clock::At,
    order::Status,
    workflow::{Action, Definition, Icon, Stage, Translated, store::Listed},
};
use serde::Serialize;

/// The newest version of a workflow, in a list.
#[derive(Debug, Serialize, utoipa::ToSchema)]
#[serde(rename_all = "camelCase")]
#[schema(as = WorkflowLine)]
pub struct Line {
    /// What an order's `workflow` says.
    pub key: String,
    /// Counts from 1.
    version: i32,
    name: Translated,
    /// Keys of its stages, in order.
    stages: Vec<String>,
    /// Orders that stand in any version of it and have not ended.
    open_orders: i64,
}

/// A workflow.
#[derive(Debug, Serialize, utoipa::ToSchema)]
#[serde(rename_all = "camelCase")]
#[schema(as = Workflow)]
pub struct WorkflowView {
    /// What an order's `workflow` says.
    key: String,
    /// Counts from 1.
    pub version: i32,
    /// Who saved it; `null`: it came with Clew.
    saved_by: Option<String>,
    saved_at: At,
    name: Translated,
    /// The stages, in the order they are shown; an order begins in the first.
    stages: Vec<StageView>,
    /// From which stage to which orders move.
    arrows: Vec<WorkflowArrow>,
    /// Days after delivery within which a customer may ask to send it back; `null`: only before it is made.
    return_days: Option<u16>,
    /// Up to which status a customer may call a paid order off by themselves; `null`: never.
    customer_cancel: Option<Status>,
    /// How much of the time allowed a rush order gets, in percent.
    rush_percent: u8,
    /// Whether an order goes round again.
    repeats: bool,
}

/// One step of the shop's own way of working.
#[derive(Debug, Serialize, utoipa::ToSchema)]
#[serde(rename_all = "camelCase")]
#[schema(as = WorkflowStage)]
struct StageView {
    key: String,
    /// What staff call it.
    label: Translated,
    /// What the customer reads.
    wording: Translated,
    /// The verb on the button that leads here.
    verb: Translated,
    /// The one headline status it stands for.
    status: Status,
    icon: Icon,
    /// Minutes of working time an order may stay here before it will be late; `null`: no limit.
    minutes_allowed: Option<u32>,
    /// Whether the customer sees it.
    visible: bool,
    /// What happens when an order enters here.
    on_entry: Vec<Action>,
}

/// A way from one stage to another.
#[derive(Debug, Serialize, utoipa::ToSchema)]
struct WorkflowArrow {
    from: String,
    to: String,
}

impl Line {
    /// The newest versions of all workflows; a list has each one's newest first.
    pub fn newest(versions: Vec<Listed>) -> Vec<Self> {
        let mut lines: Vec<Self> = Vec::new();
        for version in versions {
            match lines.last_mut().filter(|line| line.key == version.key) {
                Some(line) => line.open_orders += version.open,
                None => lines.push(Self {
                    key: version.key,
                    version: version.version,
                    name: version.definition.name,
                    stages: version.definition.stages.into_iter().map(|stage| stage.key).collect(),
                    open_orders: version.open,
                }),
            }
        }
        lines
    }
}

impl From<Listed> for WorkflowView {
    fn from(listed: Listed) -> Self {
        let Definition { name, stages, arrows, return_days, customer_cancel, rush_percent, repeats } =
            listed.definition;
        Self {
            key: listed.key,
            version: listed.version,
            saved_by: listed.saved_by,
            saved_at: listed.created_at,
            name,
            stages: stages.into_iter().map(StageView::from).collect(),
            arrows: arrows.into_iter().map(|(from, to)| WorkflowArrow { from, to }).collect(),
            return_days,
            customer_cancel,
            rush_percent,
            repeats,
        }
    }
}

impl From<Stage> for StageView {
    fn from(stage: Stage) -> Self {
        Self {
            key: stage.key,
            label: stage.label,
            wording: stage.wording,
            verb: stage.verb,
            status: stage.status,
            icon: stage.icon,
            minutes_allowed: stage.minutes_allowed,
            visible: stage.visible,
            on_entry: stage.on_entry,
        }
    }
}
