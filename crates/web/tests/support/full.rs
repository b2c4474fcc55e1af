//! A disk that is full at one moment: SQLite itself runs out of pages while it stores one kind of event.

use testkit::TestOffice;

/// From now on the store is full whenever it stores an event of this kind, in this stream or in any.
pub(crate) async fn fill_up(test: &TestOffice, kind: &str, stream: Option<&str>) {
    let of = stream.map(|stream| format!(" AND NEW.stream = '{stream}'"));
    let of = of.unwrap_or_default();
    test.fresh
        .execute(&format!(
            "CREATE TABLE ballast (weight BLOB);
             CREATE TRIGGER fills AFTER INSERT ON event WHEN NEW.kind = '{kind}'{of}
             BEGIN INSERT INTO ballast VALUES (zeroblob(100000000)); END;"
        ))
        .await;
    // room for ordinary work, none for the ballast
    test.office.store().limit_pages(10_000).await.unwrap();
}

/// There is room again.
pub(crate) async fn make_room(test: &TestOffice) {
    test.fresh.execute("DROP TRIGGER fills;").await;
}
