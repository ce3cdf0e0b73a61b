import { TypeCheck, sniffedType } from '@accord/server/files/type-check';
import { attachment } from '@accord/server/files/serve-file';
import { fileTypes, type FileType } from '@accord/server/domain/evidence-file';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const latin1 = (text: string) => Buffer.from(text, 'latin1');

describe('what a file is', () => {
  // Signatures as the formats' own specifications give them.
  it.each<[string, Buffer, FileType | null]>([
    ['PDF', latin1('%PDF-1.7\n%\xe2\xe3\xcf\xd3'), 'application/pdf'],
    ['JPEG', latin1('\xff\xd8\xff\xe0\x00\x10JFIF'), 'image/jpeg'],
    ['PNG', latin1('\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR'), 'image/png'],
    ['WebP', latin1('RIFF\x24\x00\x00\x00WEBPVP8 '), 'image/webp'],
    ['MP4', latin1('\x00\x00\x00\x20ftypisom\x00\x00\x02\x00'), 'video/mp4'],
    ['a text', Buffer.from('已付款,未收到货。'), 'text/plain'],
    ['a text with an arrow and a smaller-than', Buffer.from('3 < 5, <小明> 你好'), 'text/plain'],
    ['HTML', Buffer.from('<!DOCTYPE html><p>'), null],
    ['HTML in capitals behind white space and a mark', Buffer.from('\ufeff \n\t<HTML lang="zh">'), null],
    ['HTML behind a few words', Buffer.from('你好\n<script src="//x"></script>'), null],
    ['SVG', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg">'), null],
    ['SVG as XML', Buffer.from('<?xml version="1.0"?>\n<svg/>'), null],
    ['a comment', Buffer.from('<!-- x -->'), null],
  ])('is told by its bytes: %s', (_name, head, type) => {
    expect(sniffedType(head)).toBe(type);
  });

  it.each(['GIF89a', 'PK\x03\x04', '\x00\x00\x00\x18ftypheic', '\x00\x00\x00\x14ftypqt  ', 'MZ\x90\x00\x03'])(
    'is none of the six: %j',
    (head) => {
      const bytes = latin1(head);
      for (const type of fileTypes.filter((each) => each !== 'text/plain')) expect(accepted(type, [bytes])).toBe(false);
    },
  );

  function accepted(type: FileType, chunks: Uint8Array[]): boolean {
    const check = new TypeCheck(type);
    return chunks.every((chunk) => check.accepts(chunk)) && check.acceptsEnd();
  }

  it('does not depend on how its bytes come', () => {
    const cut = (bytes: Buffer, at: number[]) => {
      const places = [0, ...at.map((place) => place % (bytes.length + 1)).toSorted((a, b) => a - b), bytes.length];
      return places.slice(1).map((end, index) => bytes.subarray(places[index], end));
    };
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), fc.array(fc.nat()), (words, at) => {
        const bytes = Buffer.from(words);
        const expected = !words.includes('\0') && sniffedType(bytes) === 'text/plain';
        expect(accepted('text/plain', cut(bytes, at))).toBe(expected);
        // A character that is cut off at the end is no UTF-8.
        expect(accepted('text/plain', [...cut(bytes, at), Buffer.from([0xe4, 0xbd])])).toBe(false);
      }),
    );
  });
});

describe('the name under which a file is saved', () => {
  it.each<[string, FileType, string]>([
    ['凭证.png', 'image/png', `attachment; filename="__.png"; filename*=UTF-8''%E5%87%AD%E8%AF%81.png`],
    [
      'a "b" \'c\'.pdf',
      'application/pdf',
      `attachment; filename="a _b_ 'c'.pdf"; filename*=UTF-8''a%20%22b%22%20%27c%27.pdf`,
    ],
    ['100%.JPEG', 'image/jpeg', `attachment; filename="100_.JPEG"; filename*=UTF-8''100%25.JPEG`],
    [
      '打开我.html',
      'text/plain',
      `attachment; filename="___.html.txt"; filename*=UTF-8''%E6%89%93%E5%BC%80%E6%88%91.html.txt`,
    ],
    [
      'invoice.pdf.exe',
      'application/pdf',
      `attachment; filename="invoice.pdf.exe.pdf"; filename*=UTF-8''invoice.pdf.exe.pdf`,
    ],
    ['😀', 'video/mp4', `attachment; filename="_.mp4"; filename*=UTF-8''%F0%9F%98%80.mp4`],
  ])('of %s', (name, type, header) => {
    expect(attachment(name, type)).toBe(header);
  });

  it('is one header of ASCII whatever the name, and reads back as the name', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), fc.constantFrom(...fileTypes), (name, type) => {
        const header = attachment(name, type);
        expect(header).toMatch(/^attachment; filename="[\x20-\x7e]*"; filename\*=UTF-8''[\w.!#$&+^`|~%-]*$/);
        const saved = decodeURIComponent(header.split(`UTF-8''`)[1]!);
        expect(saved.startsWith(name)).toBe(true);
      }),
    );
  });
});
