//! The labels' page and its buttons.

use crate::shippo::Shippo;

#[tokio::test]
async fn labels_can_be_opened_and_moved_from_the_page() {
    let shippo = Shippo::start().await;
    let world = &shippo.0;
    assert!(world.get("/").send().await.unwrap().text().await.unwrap().contains("href=\"/labels\""));
    let label = shippo.label().await;
    let text = async || world.get("/labels").send().await.unwrap().text().await.unwrap();
    let page = text().await;
    assert!(page.contains(label["label_url"].as_str().unwrap()) && page.contains("pre transit"), "{page}");
    let next = format!("/labels/{}/next", label["object_id"].as_str().unwrap());
    assert!(page.contains(&next) && page.contains("value=\"24\""));
    assert_eq!(world.post(&next).send().await.unwrap().status(), 303);
    assert!(text().await.contains("<td>transit</td>"));
    for _ in 0..2 {
        let forward = world.post("/labels/clock").form(&[("hours", "24")]).send().await.unwrap();
        assert_eq!(forward.status(), 303);
    }
    let page = text().await;
    assert!(page.contains("<td>delivered</td>") && !page.contains("Next scan"));
}
