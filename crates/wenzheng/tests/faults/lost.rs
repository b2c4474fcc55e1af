//! A lost database: said clearly, and work goes on when it is back, without starting the program again.

use crate::faults::cluster::Cluster;
use crate::faults::server::Server;
use crate::faults::skipped;

#[test]
fn a_lost_database_is_said_and_survived() {
    let Some(cluster) = Cluster::start() else {
        return skipped(
            "a lost database",
            "there is no PostgreSQL to stop, or WENZHENG_TEST_POSTGRES is not set",
        );
    };
    let folder = tempfile::tempdir().unwrap();
    let server = Server::start(folder.path(), Some(&cluster.url()));
    let mut client = server.client();
    let text = "路灯三天没有亮了。";
    let first = client.write("first", text).unwrap();
    assert_eq!(first.status, 201, "{first:?}");

    cluster.crash();
    let away = client.write("second", text).unwrap();
    assert_eq!(
        (away.status, &away.media[..]),
        (503, "application/problem+json"),
        "{away:?}"
    );
    let problem = away.json();
    assert_eq!(problem["code"], "problem-unavailable", "{problem}");
    let page = client.get("/write/form").unwrap();
    assert_eq!(page.status, 503, "{page:?}");
    assert!(
        page.media.starts_with("text/html") && page.body.contains("没有保存"),
        "{page:?}"
    );

    cluster.again();
    let second = client.write("second", text).unwrap();
    assert_eq!(second.status, 201, "{second:?}");
    let again = client.write("first", text).unwrap().json();
    assert_eq!(
        again["number"],
        first.json()["number"],
        "what was acknowledged is there"
    );
}
