//! What the editor shows of one template.

use super::{
    Against, Finding, TemplateKey, TemplatePage, TemplateVersion, Type, Value, Variable, VariableView,
    builtin, check, list::cells_of, preview, sample, store,
};
use crate::{Fault, Language, Shop, dates};

/// The page, its descriptions in the reader's language.
///
/// # Errors
/// When PostgreSQL is away.
pub async fn page(shop: &Shop, key: TemplateKey, reader: Language) -> Result<TemplatePage, Fault> {
    let key = key.of_words();
    let versions = store::versions(&shop.pool, key).await?;
    let own = versions.first().and_then(store::Stored::draft);
    let builtin = builtin(key);
    let draft = own.clone().unwrap_or_else(|| builtin.clone());
    let findings = check(shop, key, &draft);
    let preview = match findings.iter().any(Finding::refuses) {
        true => None,
        false => preview(shop, key, &draft, Against::Sample).await?.preview,
    };
    Ok(TemplatePage {
        key,
        cells: cells_of(shop, key.kind, key.channel).await?,
        draft,
        version: versions.first().map_or(0, |newest| newest.version),
        own: own.is_some(),
        builtin,
        variables: variables(shop, key, reader),
        versions: versions.iter().map(|each| version(shop, reader, each)).collect(),
        findings,
        preview,
    })
}

/// A version for people.
pub(super) fn version(shop: &Shop, reader: Language, stored: &store::Stored) -> TemplateVersion {
    TemplateVersion {
        version: stored.version,
        made_by: stored.made_by.clone(),
        made_at: dates::moment(stored.created_at, reader, &shop.about.zone),
        draft: stored.draft(),
    }
}

fn variables(shop: &Shop, key: TemplateKey, reader: Language) -> Vec<VariableView> {
    let sample = sample::usual(&shop.about, key.kind, key.language);
    let view = |variable: Variable| {
        let name = variable.as_str();
        let insert = match variable.holds() {
            Type::Flag => format!("{{% if {name} %}}…{{% else %}}…{{% endif %}}"),
            Type::Text if variable.may_be_empty(key.kind) => {
                format!("{{% if {name} %}}{{{{ {name} }}}}{{% endif %}}")
            }
            Type::Text | Type::Count => format!("{{{{ {name} }}}}"),
        };
        let example = match sample.get(variable) {
            Value::Text(text) => text,
            Value::Count(count) => count.to_string(),
            Value::Flag(_) => String::new(),
        };
        VariableView {
            variable,
            holds: variable.holds(),
            insert,
            description: variable.describe(reader),
            example,
        }
    };
    Variable::ALL.into_iter().filter(|variable| variable.is_of(key.kind)).map(view).collect()
}
