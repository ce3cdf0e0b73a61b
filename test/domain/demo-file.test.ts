import { crc32, inflateSync } from 'node:zlib';
import { photograph } from '@accord/seeds/files/photograph';
import { printPdf } from '@accord/seeds/files/pdf';
import { Random } from '@accord/seeds/random';
import { sniffedType } from '@accord/server/files/type-check';
import { describe, expect, it } from 'vitest';

describe('a photograph of the demo', () => {
  const png = photograph(new Random('a parcel'));

  it('is a PNG whose chunks have the right check sums and whose lines are as long as its width', () => {
    expect(sniffedType(png)).toBe('image/png');
    const chunks = new Map<string, Buffer>();
    let at = 8;
    while (at < png.length) {
      const length = png.readUInt32BE(at);
      const body = png.subarray(at + 4, at + 8 + length);
      expect(png.readUInt32BE(at + 8 + length)).toBe(crc32(body));
      chunks.set(body.toString('latin1', 0, 4), body.subarray(4));
      at += 12 + length;
    }
    expect(at).toBe(png.length);
    expect([...chunks.keys()]).toEqual(['IHDR', 'IDAT', 'IEND']);
    const [width, height] = [chunks.get('IHDR')!.readUInt32BE(0), chunks.get('IHDR')!.readUInt32BE(4)];
    expect([...chunks.get('IHDR')!.subarray(8)]).toEqual([8, 2, 0, 0, 0]);
    const lines = inflateSync(chunks.get('IDAT')!);
    expect(lines).toHaveLength(height * (1 + width * 3));
    for (let y = 0; y < height; y += 1) expect(lines[y * (1 + width * 3)]).toBe(0);
  });

  it('is the same for the same chance, and another for another', () => {
    expect(photograph(new Random('a parcel'))).toEqual(png);
    expect(photograph(new Random('another'))).not.toEqual(png);
  });
});

describe('a paper of the demo', () => {
  const pdf = printPdf('支付凭证', ['金额：1,280.00 元', '收款方：橙子家居']).toString('latin1');

  it('is a PDF whose table leads to each of its objects', () => {
    expect(sniffedType(Buffer.from(pdf, 'latin1'))).toBe('application/pdf');
    const tableAt = Number(/startxref\n(\d+)\n%%EOF\n$/.exec(pdf)![1]);
    const [, count, entries] = /^xref\n0 (\d+)\n((?:\d{10} \d{5} [fn] \n)+)trailer/.exec(pdf.slice(tableAt))!;
    const offsets = entries!.match(/.{20}/gs)!.map((entry) => Number(entry.slice(0, 10)));
    expect(offsets).toHaveLength(Number(count));
    for (let number = 1; number < offsets.length; number += 1) {
      expect(pdf.slice(offsets[number]).startsWith(`${number} 0 obj\n`)).toBe(true);
    }
  });

  it('holds its words as the encoding of its font reads them, in a stream of the length that it tells', () => {
    const [, length, stream] = /\/Length (\d+) >>\nstream\n(.*)\nendstream/s.exec(pdf)!;
    expect(stream).toHaveLength(Number(length));
    const words = [...stream!.matchAll(/<([0-9a-f]+)> Tj/g)].map(([, hex]) =>
      Buffer.from(hex!, 'hex').swap16().toString('utf16le'),
    );
    expect(words).toEqual(['支付凭证', '金额：1,280.00 元', '收款方：橙子家居']);
  });
});
