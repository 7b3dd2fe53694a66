//! A file as rows of named cells: UTF-8 with or without a byte order mark, LF, CRLF or CR, commas, semicolons or tabs.
//!
//! Spreadsheets of countries that write decimals with a comma separate cells by semicolons; the header tells. What our own export marked so
//! that it is no formula is read as it was.

use csv::{ByteRecord, ReaderBuilder};

use super::{
    ImportKind, Refusal,
    columns::{Column, columns},
};
use crate::export::guard::unguarded;

/// A file that can be read.
pub(super) struct Table<'a> {
    text: &'a str,
    separator: u8,
    /// Which column of ours each cell is.
    header: Vec<&'static str>,
}

/// One record below the header.
pub(super) struct Row {
    /// Where it begins, as an editor counts.
    pub line: usize,
    cells: Vec<(&'static str, String)>,
    /// Whether it has more cells than the header.
    pub too_long: bool,
}

impl Row {
    /// What stands in a column, without spaces around it; `None` for nothing.
    pub fn get(&self, column: &str) -> Option<&str> {
        let cell = self.cells.iter().find(|(name, _)| *name == column);
        cell.map(|(_, text)| text.as_str()).filter(|text| !text.is_empty())
    }
}

impl<'a> Table<'a> {
    /// Reads the header.
    pub fn open(kind: ImportKind, file: &'a [u8]) -> Result<Self, Refusal> {
        let text = decode(file)?;
        let first = text.split(['\r', '\n']).next().unwrap_or_default();
        let separator = separator(first);
        let mut table = Self { text, separator, header: Vec::new() };
        let mut records = table.records();
        let mut record = ByteRecord::new();
        if !matches!(records.read_byte_record(&mut record), Ok(true)) {
            return Err(Refusal::Empty);
        }
        let mut header = Vec::new();
        for cell in record.iter().map(String::from_utf8_lossy) {
            // A spreadsheet leaves empty columns at the end.
            if cell.trim().is_empty() {
                header.push("");
                continue;
            }
            let column = Column::of(kind, &cell)
                .ok_or_else(|| Refusal::UnknownColumn { name: cell.into_owned(), kind })?;
            if header.contains(&column.name) {
                return Err(Refusal::ColumnTwice { name: column.name });
            }
            header.push(column.name);
        }
        if let Some(missing) =
            columns(kind).iter().find(|column| column.needed && !header.contains(&column.name))
        {
            return Err(Refusal::MissingColumn { name: missing.name });
        }
        table.header = header;
        Ok(table)
    }

    fn records(&self) -> csv::Reader<&'a [u8]> {
        ReaderBuilder::new()
            .delimiter(self.separator)
            .flexible(true)
            .has_headers(false)
            .from_reader(self.text.as_bytes())
    }

    /// The records below the header; one without any cell that is filled is none.
    pub fn rows(&self) -> impl Iterator<Item = Row> + '_ {
        let mut records = self.records().into_byte_records();
        let mut lines = Lines { text: self.text.as_bytes(), at: 0, line: 1 };
        records.next();
        records.filter_map(move |record| {
            let record = record.ok()?;
            let line = lines.of(record.position().map_or(0, |position| position.byte()));
            let cell = |cell: &[u8]| unguarded(&String::from_utf8_lossy(cell)).trim().to_owned();
            let all: Vec<String> = record.iter().map(cell).collect();
            let too_long = all.iter().skip(self.header.len()).any(|cell| !cell.is_empty());
            if all.iter().all(String::is_empty) {
                return None;
            }
            let cells = self.header.iter().copied().zip(all).filter(|(name, _)| !name.is_empty()).collect();
            Some(Row { line, cells, too_long })
        })
    }
}

fn decode(file: &[u8]) -> Result<&str, Refusal> {
    let file = file.strip_prefix(b"\xef\xbb\xbf").unwrap_or(file);
    let line = |bytes: &[u8]| breaks(bytes) + 1;
    let text = std::str::from_utf8(file)
        .map_err(|error| Refusal::NotUtf8 { line: line(&file[..error.valid_up_to()]) })?;
    // Excel's "Unicode text" without accents is valid UTF-8 full of zeros.
    match text.find('\0') {
        Some(at) => Err(Refusal::NotUtf8 { line: line(&file[..at]) }),
        None => Ok(text),
    }
}

/// The separator a header uses most.
fn separator(header: &str) -> u8 {
    let count = |separator: u8| header.bytes().filter(|byte| *byte == separator).count();
    // The last of equals wins.
    b"\t;,".iter().copied().max_by_key(|separator| count(*separator)).unwrap_or(b',')
}

/// Line breaks of whichever kind. The reader ends a record at CR alone, too, and no two begin on one line.
fn breaks(bytes: &[u8]) -> usize {
    let is_break = |(at, byte): &(usize, &u8)| match **byte {
        b'\n' => true,
        b'\r' => bytes.get(at + 1) != Some(&b'\n'),
        _ => false,
    };
    bytes.iter().enumerate().filter(is_break).count()
}

/// Counts lines as records go by. The reader's own count is one behind after CRLF and blank lines.
struct Lines<'a> {
    text: &'a [u8],
    at: usize,
    line: usize,
}

impl Lines<'_> {
    fn of(&mut self, byte: u64) -> usize {
        let mut to = usize::try_from(byte).unwrap_or(usize::MAX).min(self.text.len());
        while self.text.get(to).is_some_and(|byte| matches!(byte, b'\r' | b'\n')) {
            to += 1;
        }
        let between = self.text.get(self.at..to).unwrap_or_default();
        self.line += breaks(between);
        self.at = to.max(self.at);
        self.line
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(file: &str) -> Vec<(usize, Option<String>, Option<String>)> {
        let table = Table::open(ImportKind::Products, file.as_bytes()).unwrap();
        let cell = |row: &Row, name| row.get(name).map(str::to_owned);
        table.rows().map(|row| (row.line, cell(&row, "sku"), cell(&row, "name"))).collect()
    }

    #[test]
    fn separators_line_ends_and_marks_do_not_matter() {
        let row = |line, sku: &str, name: &str| (line, Some(sku.to_owned()), Some(name.to_owned()));
        for file in [
            "sku,name\nA,Mug\nB,Cup\n",
            "\u{feff}sku;name\r\nA;Mug\r\nB;Cup",
            "SKU\tName\r\n\"A\"\tMug\r\n B \tCup\r\n\r\n",
            "sku;name\rA;Mug\rB;Cup\r",
        ] {
            assert_eq!(read(file), [row(2, "A", "Mug"), row(3, "B", "Cup")], "{file:?}");
        }
        let quoted = "sku;name;price\r\nA;\"Mug;\r\nlarge \"\"L\"\"\";1,50\r\n;;\r\n\r\nB;'=Cup;\r\n";
        assert_eq!(read(quoted), [row(2, "A", "Mug;\r\nlarge \"L\""), row(6, "B", "=Cup")]);
        // Below a header that ends with CR, other separators than its own are text.
        let old = "sku;name\rA;\"Mug, white,\rlarge\"\r\rB;Cup, too";
        assert_eq!(read(old), [row(2, "A", "Mug, white,\rlarge"), row(5, "B", "Cup, too")]);
        let stray = "sku,name\nA,Mug\rB,Cup\n";
        assert_eq!(read(stray), [row(2, "A", "Mug"), row(3, "B", "Cup")]);
    }

    #[test]
    fn a_file_that_is_none_says_what_is_wrong_with_it() {
        let refused = |file: &[u8]| Table::open(ImportKind::Products, file).err();
        assert_eq!(refused(b""), Some(Refusal::Empty));
        assert_eq!(refused(b"sku,name\nA,T\xe9\n"), Some(Refusal::NotUtf8 { line: 2 }));
        assert_eq!(refused(b"sku,name\rA,Mug\rB,T\xe9\r"), Some(Refusal::NotUtf8 { line: 3 }));
        assert_eq!(refused(b"\xff\xfes\0k\0u\0"), Some(Refusal::NotUtf8 { line: 1 }));
        assert_eq!(refused(b"s\0k\0u\0"), Some(Refusal::NotUtf8 { line: 1 }));
        let unknown = Refusal::UnknownColumn { name: "Nmae".to_owned(), kind: ImportKind::Products };
        assert_eq!(refused(b"sku,Nmae\n"), Some(unknown));
        assert_eq!(refused(b"sku,price\n"), Some(Refusal::MissingColumn { name: "name" }));
        assert_eq!(refused(b"sku,name,SKU\n"), Some(Refusal::ColumnTwice { name: "sku" }));
    }
}
