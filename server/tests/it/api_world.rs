//! Who calls the API in its tests: a program with some scopes, or a person at a page of ours.

use domain::{
    api_key::{self, NewKey, Scope},
    ids::ApiKeyId,
    staff::Role,
};
use reqwest::{Method, RequestBuilder, Response, header};
use serde_json::Value;
use uuid::Uuid;

use crate::support::World;

/// Somebody who calls.
pub struct Caller<'a> {
    world: &'a World,
    shows: (header::HeaderName, String),
}

impl<'a> Caller<'a> {
    /// A program whose key holds these scopes.
    pub async fn program(world: &'a World, scopes: &[Scope]) -> Self {
        let new = NewKey { name: "help desk".into(), scopes: scopes.to_vec(), ..NewKey::default() };
        let secret = api_key::create(&world.shop, ApiKeyId::new(), &new).await.unwrap();
        Self::with_secret(world, &secret)
    }

    /// A program with this secret.
    pub fn with_secret(world: &'a World, secret: &str) -> Self {
        Self { world, shows: (header::AUTHORIZATION, format!("Bearer {secret}")) }
    }

    /// A person at a page of ours.
    pub async fn person(world: &'a World, role: Role) -> Self {
        let (_, cookie) = world.person(role).await;
        Self { world, shows: (header::COOKIE, cookie) }
    }

    pub fn request(&self, method: Method, path: &str) -> RequestBuilder {
        let request = self.world.http.request(method, format!("{}{path}", self.world.url));
        request.header(&self.shows.0, &self.shows.1).header("sec-fetch-site", "same-origin")
    }

    pub async fn get(&self, path: &str) -> (u16, Value) {
        read(self.request(Method::GET, path).send().await.unwrap()).await
    }

    /// Posts under a key of its own.
    pub async fn post(&self, path: &str, body: &Value) -> (u16, Value) {
        self.post_as(&Uuid::now_v7().to_string(), path, body).await
    }

    /// Posts under this `Idempotency-Key`.
    pub async fn post_as(&self, key: &str, path: &str, body: &Value) -> (u16, Value) {
        let request = self.request(Method::POST, path).header("idempotency-key", key);
        read(request.json(body).send().await.unwrap()).await
    }

    /// Every item of a list, read in pages of `limit`.
    pub async fn all(&self, path: &str, limit: usize) -> Vec<Value> {
        let sign = if path.contains('?') { '&' } else { '?' };
        let (mut items, mut cursor) = (Vec::new(), String::new());
        loop {
            let (status, page) = self.get(&format!("{path}{sign}limit={limit}{cursor}")).await;
            assert_eq!(status, 200, "{page}");
            let found = page["items"].as_array().unwrap();
            assert!(found.len() <= limit, "{page}");
            items.extend(found.iter().cloned());
            let Some(next) = page["nextCursor"].as_str() else { return items };
            cursor = format!(
                "&cursor={}",
                url::form_urlencoded::byte_serialize(next.as_bytes()).collect::<String>()
            );
        }
    }
}

pub async fn read(answer: Response) -> (u16, Value) {
    let status = answer.status().as_u16();
    let text = answer.text().await.unwrap();
    (status, serde_json::from_str(&text).unwrap_or(Value::Null))
}

/// The pointer of a refusal's first field.
pub fn pointer(problem: &Value) -> &str {
    problem["errors"][0]["pointer"].as_str().unwrap_or_default()
}
