//! A customer's browser: keeps the cookies it is given, sends them where they belong, and clicks as a page of the shop does.

use std::{
    collections::BTreeMap,
    sync::{Mutex, PoisonError},
};

use domain::order::OrderNumber;
use reqwest::{Method, Response, header};

use crate::support::World;

pub struct Browser<'a> {
    pub world: &'a World,
    /// By name: where it belongs, and what it holds.
    cookies: Mutex<BTreeMap<String, (String, String)>>,
}

impl<'a> Browser<'a> {
    pub fn new(world: &'a World) -> Self {
        let english = BTreeMap::from([("clew_language".to_owned(), ("/".to_owned(), "en".to_owned()))]);
        Self { world, cookies: Mutex::new(english) }
    }

    /// A browser that opened the preferences' link of an order.
    pub async fn with_link(world: &'a World, number: &OrderNumber) -> Self {
        let browser = Self::new(world);
        let link = domain::customer::links::preferences(&world.shop, world.id(number).await);
        let opened = browser.open(&path(&link)).await;
        assert_eq!((opened.status().as_u16(), leads_to(&opened)), (303, "/my/preferences".to_owned()));
        browser
    }

    pub async fn open(&self, path: &str) -> Response {
        self.send(Method::GET, path, &[], "same-origin").await
    }

    pub async fn read(&self, path: &str) -> String {
        let answer = self.open(path).await;
        assert_eq!(answer.status(), 200, "{path}");
        answer.text().await.unwrap()
    }

    pub async fn click(&self, path: &str, form: &[(&str, &str)]) -> Response {
        self.send(Method::POST, path, form, "same-origin").await
    }

    pub async fn click_from(&self, path: &str, form: &[(&str, &str)], site: &str) -> Response {
        self.send(Method::POST, path, form, site).await
    }

    async fn send(&self, method: Method, path: &str, form: &[(&str, &str)], site: &str) -> Response {
        let url = format!("{}{path}", self.world.url);
        let mut request = self.world.http.request(method.clone(), url).header("sec-fetch-site", site);
        request = request.header(header::COOKIE, self.cookies_for(path));
        if method == Method::POST {
            request = request.form(form);
        }
        let answer = request.send().await.unwrap();
        self.keep(&answer);
        answer
    }

    /// As a browser sends them.
    pub fn cookies_for(&self, path: &str) -> String {
        let kept = self.cookies.lock().unwrap_or_else(PoisonError::into_inner);
        let path = path.split('?').next().unwrap_or(path);
        let goes = |at: &str| at == "/" || path == at || path.starts_with(&format!("{at}/"));
        let sent = kept.iter().filter(|(_, (at, _))| goes(at));
        sent.map(|(name, (_, value))| format!("{name}={value}")).collect::<Vec<_>>().join("; ")
    }

    fn keep(&self, answer: &Response) {
        let mut kept = self.cookies.lock().unwrap_or_else(PoisonError::into_inner);
        for line in answer.headers().get_all(header::SET_COOKIE) {
            let line = line.to_str().unwrap();
            let mut parts = line.split(';').map(str::trim);
            let (name, value) = parts.next().and_then(|pair| pair.split_once('=')).unwrap();
            let at = parts.find_map(|part| part.strip_prefix("Path=")).unwrap_or("/");
            if value.is_empty() {
                kept.remove(name);
            } else {
                kept.insert(name.to_owned(), (at.to_owned(), value.to_owned()));
            }
        }
    }
}

/// Where an answer leads.
pub fn leads_to(answer: &Response) -> String {
    answer.headers().get(header::LOCATION).map(|to| to.to_str().unwrap().to_owned()).unwrap_or_default()
}

/// The path of a link of ours.
pub fn path(link: &str) -> String {
    url::Url::parse(link).unwrap().path().to_owned()
}
