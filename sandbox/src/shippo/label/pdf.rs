//! A PDF of one page, written by hand: a catalogue, a page, two of the fonts every reader has, and lines of text.

use super::Print;

/// The label on a page of this many points. It is drawn for 4 by 6 inches and made to fit.
pub fn page(print: &Print, (width, height): (u16, u16)) -> Vec<u8> {
    let scale = (f64::from(width) / 288.0).min(f64::from(height) / 432.0);
    let foot = f64::from(height) - 432.0 * scale;
    let drawing = format!("q {scale:.4} 0 0 {scale:.4} 0 {foot:.2} cm\n{}Q\n", drawing(print));
    let font = |name: &str| {
        format!("<< /Type /Font /Subtype /Type1 /BaseFont /{name} /Encoding /WinAnsiEncoding >>")
    };
    let objects = [
        "<< /Type /Catalog /Pages 2 0 R >>".to_owned(),
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>".to_owned(),
        format!(
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {width} {height}] /Contents 4 0 R \
             /Resources << /Font << /F1 5 0 R /F2 6 0 R >> >> >>"
        ),
        format!("<< /Length {} >>\nstream\n{drawing}endstream", drawing.len()),
        font("Helvetica"),
        font("Helvetica-Bold"),
    ];
    assembled(&objects)
}

/// Objects one after the other, then where each begins, then where that is said.
fn assembled(objects: &[String]) -> Vec<u8> {
    // Bytes above 127 tell programs that look at the start only that this is no text.
    let mut file = b"%PDF-1.4\n%\xE2\xE3\xCF\xD3\n".to_vec();
    let mut places = String::new();
    for (at, object) in objects.iter().enumerate() {
        places.push_str(&format!("{:010} 00000 n \n", file.len()));
        file.extend(format!("{} 0 obj\n{object}\nendobj\n", at + 1).into_bytes());
    }
    let (begin, count) = (file.len(), objects.len() + 1);
    let tail = format!(
        "xref\n0 {count}\n0000000000 65535 f \n{places}trailer\n<< /Size {count} /Root 1 0 R >>\nstartxref\n{begin}\n%%EOF\n"
    );
    file.extend(tail.into_bytes());
    file
}

fn drawing(print: &Print) -> String {
    let mut drawn =
        String::from("1 w 8 8 272 416 re S\n8 372 m 280 372 l S\n8 308 m 280 308 l S\n8 168 m 280 168 l S\n");
    let mut say = |font: &str, size: u8, (x, y): (i32, i32), words: &str| {
        drawn.push_str(&format!("BT /{font} {size} Tf {x} {y} Td ({}) Tj ET\n", encoded(words)));
    };
    say("F2", 20, (16, 398), &print.carrier);
    say("F1", 12, (16, 380), &print.service);
    say("F1", 7, (16, 362), "FROM");
    for (line, y) in print.from.iter().zip((0..6).map(|row| 352 - 8 * row)) {
        say("F1", 7, (16, y), line);
    }
    say("F1", 8, (16, 296), "SHIP TO");
    for (line, y) in print.to.iter().zip((0..7).map(|row| 278 - 16 * row)) {
        say("F2", 13, (28, y), line);
    }
    say("F1", 8, (16, 154), "TRACKING #");
    say("F2", 11, (70, 154), &print.number);
    say("F1", 8, (16, 34), &print.reference);
    say("F2", 9, (16, 16), "TEST LABEL - NOT FOR POSTAGE");
    let bars = print.bars();
    let all: u32 = bars.iter().map(|width| u32::from(*width)).sum();
    let module = 240.0 / f64::from(all.max(1));
    let mut x = 24.0;
    for (at, width) in bars.iter().enumerate() {
        let width = f64::from(*width) * module;
        if at % 2 == 0 {
            drawn.push_str(&format!("{x:.2} 52 {width:.2} 92 re f\n"));
        }
        x += width;
    }
    drawn
}

/// Text as the standard fonts know it, everything but plain letters as octal numbers.
fn encoded(words: &str) -> String {
    words
        .chars()
        .map(western)
        .map(|letter| match letter {
            '(' | ')' | '\\' => format!("\\{letter}"),
            ' '..='~' => letter.to_string(),
            '\u{a0}'..='\u{ff}' => format!("\\{:03o}", u32::from(letter)),
            _ => "?".to_owned(),
        })
        .collect()
}

/// The fonts have no Romanian letters.
fn western(letter: char) -> char {
    match letter {
        'ă' => 'a',
        'Ă' => 'A',
        'ș' | 'ş' => 's',
        'Ș' | 'Ş' => 'S',
        'ț' | 'ţ' => 't',
        'Ț' | 'Ţ' => 'T',
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_object_is_where_the_table_says() {
        let print = Print {
            carrier: "DHL (Express)".to_owned(),
            to: vec!["Peña \\ Știr".to_owned()],
            ..Print::default()
        };
        let file = page(&print, (288, 432));
        let text: String = file.iter().map(|byte| char::from(*byte)).collect();
        let begin: usize = text.lines().rev().nth(1).unwrap().parse().unwrap();
        assert!(text[text.char_indices().nth(begin).unwrap().0..].starts_with("xref\n0 7\n"));
        let places = text.lines().skip_while(|line| *line != "0000000000 65535 f ").skip(1).take(6);
        for (at, line) in places.enumerate() {
            let place: usize = line[..10].parse().unwrap();
            assert!(file[place..].starts_with(format!("{} 0 obj\n", at + 1).as_bytes()), "{line}");
        }
        assert!(text.contains("(DHL \\(Express\\)) Tj") && text.contains("(Pe\\361a \\\\ Stir) Tj"));
        let length: usize =
            text.split("/Length ").nth(1).unwrap().split(' ').next().unwrap().parse().unwrap();
        let stream = text.split("stream\n").nth(1).unwrap();
        assert_eq!(stream.strip_suffix("end").unwrap_or(stream).len(), length);
    }
}
