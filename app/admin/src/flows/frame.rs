//! The document around the editor's pages.

use domain::{
    language::{Word, say, say_with},
    shop::About,
    staff::{Person, Role},
};
use leptos::prelude::*;
use leptos_meta::HashedStylesheet;

use crate::sections::Sections;

/// What every page of the editor needs to know.
#[derive(Debug, Clone)]
pub struct Desk {
    /// The shop.
    pub about: About,
    /// Who looks.
    pub person: Person,
    /// Where the stylesheet is.
    pub options: LeptosOptions,
    /// Lets this document's own script run.
    pub nonce: String,
}

/// Warns before typed words are lost: the only script, and the page is complete without it.
const UNSAVED: &str = "let f=document.querySelector('form.flow'),d=f&&f.dataset.unsaved==='1';if(f){f.addEventListener('input',()=>d=true);\
f.addEventListener('submit',()=>d=false);addEventListener('beforeunload',e=>{if(d)e.preventDefault()})}";

impl Desk {
    /// The words of a key.
    pub fn t(&self, key: &str) -> String {
        say(self.person.language, key)
    }

    /// The words of a key around a text.
    pub fn name(&self, key: &str, name: impl Into<String>) -> String {
        say_with(self.person.language, key, vec![("name", Word::from(name.into()))])
    }

    /// The words of a key around a number and a text.
    pub fn count(&self, key: &str, count: i64, name: impl Into<String>) -> String {
        let args = vec![("count", Word::from(count)), ("name", Word::from(name.into()))];
        say_with(self.person.language, key, args)
    }

    /// Whether this person may change workflows.
    pub fn may_edit(&self) -> bool {
        self.person.role >= Role::Admin
    }

    /// A whole document of the workflow editor.
    pub(super) fn document(&self, title: &str, inside: AnyView) -> String {
        self.document_at("/admin/workflows", title, UNSAVED, inside)
    }

    /// A whole document outside of the app: `here` is its address or that of the section it belongs to, `script` what it runs.
    pub(crate) fn document_at(&self, here: &str, title: &str, script: &str, inside: AnyView) -> String {
        let ribbon = self.about.sandbox.then(|| view! { <p class="ribbon">{self.t("admin-sandbox")}</p> });
        let (title, shop, options) = (title.to_owned(), self.about.name.clone(), self.options.clone());
        let (who, role) = (self.person.name.clone(), self.person.role.say(self.person.language));
        let script = script.to_owned();
        let (language, here) = (self.person.language, here.to_owned());
        let html = view! {
            <html lang=self.person.language.tag()>
                <head>
                    <meta charset="utf-8"/>
                    <meta name="viewport" content="width=device-width, initial-scale=1"/>
                    <meta name="robots" content="noindex"/>
                    <meta name="color-scheme" content="light dark"/>
                    <link rel="icon" href="/favicon.svg" type="image/svg+xml"/>
                    <title inner_html=ui::raw_text(&format!("{title} · {shop}"))></title>
                    <HashedStylesheet options/>
                </head>
                <body>
                    <a class="skip" href="#content">{self.t("admin-skip")}</a>
                    <header class="top">
                        {ribbon}
                        <div class="bar">
                            <p class="shop"><bdi>{shop.clone()}</bdi></p>
                            <Sections role=self.person.role language here waiting=None/>
                            <a class="bell" href="/admin/feed">{self.t("feed-title")}</a>
                            <div class="person">
                                <p><a href="/admin/account"><bdi>{who}</bdi></a> " " <span class="role">{role}</span></p>
                                <form method="post" action="/admin/sign-out">
                                    <button type="submit" class="button quiet">{self.t("admin-sign-out")}</button>
                                </form>
                            </div>
                        </div>
                    </header>
                    <main id="content" tabindex="-1">{inside}</main>
                    <script nonce=self.nonce.clone() inner_html=script></script>
                </body>
            </html>
        };
        // As in the doors: nobody hydrates this.
        format!("<!DOCTYPE html>{}", html.to_html().replace("<!>", ""))
    }
}
