//! A workflow as a file: downloaded, uploaded or pasted, and checked before anything is kept.

use domain::staff::Role;
use reqwest::header::COOKIE;
use sqlx::PgPool;

use crate::{
    support::World,
    workflows::{Editor, newest, set},
};

/// Sends the list's form, with a file and a text.
async fn upload(editor: &Editor<'_>, file: &str, pasted: &str) -> (u16, String) {
    let body = format!(
        "--cut\r\ncontent-disposition: form-data; name=\"file\"; filename=\"flow.json\"\r\n\
         content-type: application/json\r\n\r\n{file}\r\n--cut\r\n\
         content-disposition: form-data; name=\"json\"\r\n\r\n{pasted}\r\n--cut--\r\n"
    );
    let request = editor
        .world
        .http
        .post(format!("{}/admin/workflows", editor.world.url))
        .header(COOKIE, &editor.cookie);
    let request = request
        .header("content-type", "multipart/form-data; boundary=cut")
        .header("sec-fetch-site", "same-origin");
    let answer = request.body(body).send().await.unwrap();
    (answer.status().as_u16(), answer.text().await.unwrap())
}

#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn a_workflow_goes_out_as_json_and_comes_in_checked(pool: PgPool) {
    let world = World::without_worker(pool).await;
    let (_, cookie) = world.person(Role::Admin).await;
    let editor = Editor { world: &world, cookie };
    let (status, json) = editor.get("/admin/workflows/kitchen/json").await;
    assert_eq!(status, 200);
    let canteen = json.replace("\"kitchen\"", "\"canteen\"");
    let (status, html) = upload(&editor, "", &canteen).await;
    assert_eq!(status, 200);
    assert!(html.contains("canteen"), "pasted: {html}");
    // A file goes before what stands in the field.
    let (status, html) = upload(&editor, &canteen, "left over").await;
    assert_eq!(status, 200);
    let mut fields = Editor::fields(&html);
    set(&mut fields, "do", "save");
    let (status, _) = editor.post("/admin/workflows/new", &fields).await;
    assert_eq!(status, 303);
    assert_eq!(newest(&world, "canteen").await.definition, newest(&world, "kitchen").await.definition);
    for (file, pasted) in [("{\n \"key\": 3", ""), ("", "{\n \"key\": 3")] {
        let (status, html) = upload(&editor, file, pasted).await;
        assert_eq!(status, 422);
        assert!(html.contains("from line 2"), "{html}");
        assert!(html.contains("{\n &quot;key&quot;: 3") || html.contains("{\n \"key\": 3"), "{html}");
    }
    let (status, html) = upload(&editor, &"x".repeat(300 * 1024), "").await;
    assert_eq!(status, 422);
    assert!(html.contains("at most 256 KB"), "{html}");
    let picture = String::from_utf8_lossy(&[0x89, 0x50, 0x4e, 0x47, 0xff]).into_owned();
    assert_eq!(upload(&editor, &picture, "").await.0, 422);
    assert_eq!(upload(&editor, "", "").await.0, 422);
    let unreachable = json.replacen("\"preparing\"\n      ]", "\"completed\"\n      ]", 1);
    assert_ne!(unreachable, json);
    let (_, html) = upload(&editor, &unreachable, "").await;
    assert!(html.contains("No way leads here"), "what comes in is checked before anything is saved");
}
