//! What is known of files that came along. Their content lies in [`crate::Blobs`].

use crate::columns::Columns;
use crate::sql::query;
use crate::{NewAttachment, StoreError};

operation! {
    /// One file.
    read fn attachment(c, jurisdiction: &str, id: &str) -> Option<NewAttachment> {
        let row = query(
            "SELECT id, stream, bytes, media FROM attachment WHERE jurisdiction = $1 AND id = $2",
        )
        .bind(jurisdiction)
        .bind(id)
        .fetch_optional(&mut *c)
        .await?;
        row.as_ref().map(file).transpose()
    }
}

fn file(row: &impl Columns) -> Result<NewAttachment, StoreError> {
    Ok(NewAttachment {
        id: row.text("id")?,
        stream: row.text("stream")?,
        bytes: row.count("bytes")?,
        media: row.text("media")?,
    })
}
