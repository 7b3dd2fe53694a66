// What leaves the printer: pages as Chromium prints them, drawn again dot by dot, with their codes read as a scanner would.
import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { PDFiumLibrary } from '@hyzyla/pdfium';
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader';

/** Points per millimetre, and dots per point: 203 dpi, the coarsest of label printers. */
const POINTS = 72 / 25.4;
const SCALE = 203 / 72;

export interface Printed {
  /** Millimetres. */
  width: number;
  height: number;
  text: string;
  /** What a scanner reads, by kind of code. */
  codes: Record<string, string[]>;
  /** Millimetres of white between the nearest ink and the edge of the sheet. */
  margin: number;
}

/** Prints what the page shows, on the sheets its own stylesheet asks for. */
export async function print(page: Page): Promise<Printed[]> {
  const pdf = await page.pdf({ preferCSSPageSize: true });
  const { buffer, byteOffset, byteLength } = readFileSync(require.resolve('zxing-wasm/reader/zxing_reader.wasm'));
  prepareZXingModule({ overrides: { wasmBinary: buffer.slice(byteOffset, byteOffset + byteLength) as ArrayBuffer } });
  const library = await PDFiumLibrary.init();
  const document = await library.loadDocument(pdf);
  try {
    const printed: Printed[] = [];
    for (const sheet of document.pages()) {
      // Drawing lets go of the sheet: what else there is to ask comes first.
      const { originalWidth, originalHeight } = sheet.getOriginalSize();
      const text = sheet.getText().replaceAll(/\s+/g, ' ');
      const { data, width, height } = await sheet.render({ scale: SCALE, render: async ({ data }) => data });
      const dots = { data: new Uint8ClampedArray(data), width, height };
      const read = await readBarcodes(dots as ImageData, { tryHarder: true, formats: ['QRCode', 'Code128'], maxNumberOfSymbols: 10 });
      const codes: Record<string, string[]> = {};
      for (const { format, text } of read) (codes[format] ??= []).push(text);
      printed.push({
        width: Math.round(originalWidth / POINTS),
        height: Math.round(originalHeight / POINTS),
        text,
        codes,
        margin: white(dots) / SCALE / POINTS,
      });
    }
    return printed;
  } finally {
    document.destroy();
    library.destroy();
  }
}

/** Dots between the outermost ink and the edge. */
function white({ data, width, height }: { data: Uint8ClampedArray; width: number; height: number }): number {
  let nearest = Math.min(width, height);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const at = 4 * (y * width + x);
      const ink = (data[at] ?? 255) + (data[at + 1] ?? 255) + (data[at + 2] ?? 255) < 600;
      if (ink) nearest = Math.min(nearest, x, y, width - 1 - x, height - 1 - y);
    }
  }
  return nearest;
}
