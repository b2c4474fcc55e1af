//! A workbook is an archive: measured before it is read, because a few kilobytes can unpack to more than the machine has.

use std::io::{self, Read, Seek, Write};

use crate::LedgerError;

/// Parts of a workbook at most; real ones have some dozen.
const PARTS: usize = 2048;
/// Bytes that it unpacks to at most: a million rows of a ledger stay below.
const BYTES: u64 = 1 << 30;

/// Counts what is unpacked, and keeps none of it.
struct Scale {
    left: u64,
}

impl Write for Scale {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let more = bytes.len() as u64;
        self.left = self
            .left
            .checked_sub(more)
            .ok_or_else(|| io::Error::from(io::ErrorKind::FileTooLarge))?;
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// Whether a workbook is of a size that can be read; names that lead out of the archive are refused too. What the
/// archive says of its sizes is not believed: it is unpacked, part by part, into nothing.
pub(crate) fn measured(source: &mut (impl Read + Seek)) -> Result<(), LedgerError> {
    within(source, BYTES)
}

fn within(source: &mut (impl Read + Seek), most: u64) -> Result<(), LedgerError> {
    let damaged = |error: zip::result::ZipError| LedgerError::Workbook(error.to_string());
    let mut archive = zip::ZipArchive::new(&mut *source).map_err(damaged)?;
    if archive.len() > PARTS {
        return Err(LedgerError::Unpacks);
    }
    let mut scale = Scale { left: most };
    for part in 0..archive.len() {
        let mut part = archive.by_index(part).map_err(damaged)?;
        if part.enclosed_name().is_none() {
            return Err(LedgerError::Unpacks);
        }
        io::copy(&mut part, &mut scale).map_err(|error| match error.kind() {
            io::ErrorKind::FileTooLarge => LedgerError::Unpacks,
            _ => LedgerError::Workbook(error.to_string()),
        })?;
    }
    source.rewind()?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::Cursor;
    use zip::write::SimpleFileOptions;

    fn archive(parts: &[(&str, &[u8])]) -> Vec<u8> {
        let mut writer = zip::ZipWriter::new(Cursor::new(Vec::new()));
        for (name, content) in parts {
            writer.start_file(*name, SimpleFileOptions::default()).unwrap();
            writer.write_all(content).unwrap();
        }
        writer.finish().unwrap().into_inner()
    }

    #[test]
    fn a_bomb_is_refused_before_it_is_read() {
        let zeros = vec![0; 1 << 20];
        let bomb = archive(&[
            ("xl/worksheets/sheet1.xml", &zeros),
            ("xl/worksheets/sheet2.xml", &zeros),
        ]);
        assert!(bomb.len() < 10_000, "it is small");
        let mut source = Cursor::new(bomb);
        assert!(matches!(within(&mut source, 2 << 20), Ok(())));
        assert!(matches!(
            within(&mut source, (2 << 20) - 1),
            Err(LedgerError::Unpacks)
        ));
    }

    #[test]
    fn what_leads_out_of_it_or_has_no_end_of_parts_is_refused() {
        let outside = archive(&[("../../etc/passwd", b"x")]);
        assert!(matches!(
            measured(&mut Cursor::new(outside)),
            Err(LedgerError::Unpacks)
        ));
        let names: Vec<String> = (0..=PARTS).map(|n| format!("p{n}")).collect();
        let parts: Vec<(&str, &[u8])> = names.iter().map(|name| (name.as_str(), &b""[..])).collect();
        assert!(matches!(
            measured(&mut Cursor::new(archive(&parts))),
            Err(LedgerError::Unpacks)
        ));
        let broken = Cursor::new(b"PK\x03\x04 and nothing behind".to_vec());
        assert!(matches!(
            measured(&mut broken.clone()),
            Err(LedgerError::Workbook(_))
        ));
    }
}
