//! A picture of a label: bars and a frame, black on white. Without a font there are no words on it.

use super::Print;

const WIDTH: usize = 288;
const HEIGHT: usize = 432;

/// The file.
pub fn picture(print: &Print) -> Vec<u8> {
    let mut rows = Vec::with_capacity(HEIGHT * (WIDTH / 8 + 1));
    let bars = bars(print);
    for y in 0..HEIGHT {
        // Every row begins with the filter it went through: none.
        rows.push(0);
        for byte in 0..WIDTH / 8 {
            let white = |bit: usize| !black(byte * 8 + bit, y, &bars);
            rows.push((0..8).fold(0, |bits, bit| bits << 1 | u8::from(white(bit))));
        }
    }
    let mut file = b"\x89PNG\r\n\x1a\n".to_vec();
    let (width, height) = (288_u32.to_be_bytes(), 432_u32.to_be_bytes());
    // One bit a pixel, grey.
    chunk(&mut file, b"IHDR", &[&width[..], &height[..], &[1, 0, 0, 0, 0]].concat());
    chunk(&mut file, b"IDAT", &stored(&rows));
    chunk(&mut file, b"IEND", &[]);
    file
}

/// Which columns of the bars are black.
fn bars(print: &Print) -> Vec<bool> {
    let widths = print.bars();
    let columns = widths.iter().enumerate().flat_map(|(at, width)| vec![at % 2 == 0; usize::from(*width)]);
    columns.take(WIDTH - 48).collect()
}

fn black(x: usize, y: usize, bars: &[bool]) -> bool {
    let edge = |at: usize, size: usize| at == 8 || at == size - 9;
    let inside = |at: usize, size: usize| (8..=size - 9).contains(&at);
    let frame = inside(x, WIDTH) && inside(y, HEIGHT) && (edge(x, WIDTH) || edge(y, HEIGHT));
    let bar = (280..380).contains(&y) && x.checked_sub(24).and_then(|x| bars.get(x)).copied() == Some(true);
    frame || bar
}

/// zlib that compresses nothing: one block, which is why the picture is small.
fn stored(data: &[u8]) -> Vec<u8> {
    let length = u16::try_from(data.len()).unwrap_or(u16::MAX);
    let mut out = vec![0x78, 0x01, 0x01];
    out.extend(length.to_le_bytes());
    out.extend((!length).to_le_bytes());
    out.extend(data);
    let (low, high) = data.iter().fold((1_u32, 0_u32), |(low, high), byte| {
        let low = (low + u32::from(*byte)) % 65_521;
        (low, (high + low) % 65_521)
    });
    out.extend((high << 16 | low).to_be_bytes());
    out
}

fn chunk(file: &mut Vec<u8>, kind: &[u8; 4], data: &[u8]) {
    file.extend(u32::try_from(data.len()).unwrap_or_default().to_be_bytes());
    let body = [&kind[..], data].concat();
    let crc = body.iter().fold(u32::MAX, |crc, byte| {
        (0..8).fold(
            crc ^ u32::from(*byte),
            |crc, _| if crc & 1 == 1 { crc >> 1 ^ 0xEDB8_8320 } else { crc >> 1 },
        )
    });
    file.extend(body);
    file.extend((!crc).to_be_bytes());
}
