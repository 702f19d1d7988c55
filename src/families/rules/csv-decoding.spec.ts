import { describe, expect, it } from '@jest/globals';
import iconv from 'iconv-lite';
import { decodeCsv } from './csv-decoding.js';

const TEXT = 'École;Prénom\r\nÉlémentaire « Zoé »;Noël – €\r\n';
const UNIX = TEXT.replaceAll('\r\n', '\n');

describe('the text of a CSV file', () => {
  it.each([
    ['UTF-8', Buffer.from(TEXT), 'UTF-8'],
    ['UTF-8 with a byte order mark', Buffer.from(`\ufeff${TEXT}`), 'UTF-8'],
    ['Windows-1252', iconv.encode(TEXT, 'win1252'), 'Windows-1252'],
    ['old Macintosh line ends', Buffer.from(TEXT.replaceAll('\r\n', '\r')), 'UTF-8'],
  ])('%s', (_, bytes, encoding) => {
    expect(decodeCsv(bytes)).toEqual({ ok: true, value: { text: UNIX, encoding } });
  });

  it('keeps an emoji', () => {
    expect(decodeCsv(Buffer.from('Zoé 🦊'))).toEqual({ ok: true, value: { text: 'Zoé 🦊', encoding: 'UTF-8' } });
  });

  it('one bad byte in UTF-8 spoils its own character only', () => {
    const bytes = Buffer.concat([Buffer.from('Prénom;École;Zo'), Buffer.from([0xe9]), Buffer.from(';')]);
    expect(decodeCsv(bytes)).toEqual({ ok: true, value: { text: 'Prénom;École;Zo\ufffd;', encoding: 'UTF-8' } });
  });

  it('a null byte spoils its own character only', () => {
    const bytes = Buffer.from('Nom;Prénom\r\nDURAND;Zo\0é\r\nMARTIN;Élise\r\n');
    expect(decodeCsv(bytes)).toMatchObject({
      ok: true,
      value: { text: 'Nom;Prénom\nDURAND;Zo\ufffdé\nMARTIN;Élise\n' },
    });
  });

  it.each([
    ['an XLSX workbook', Buffer.from('PK\u0003\u0004…'), /classeur.*enregistrez-le en CSV/],
    ['an XLS workbook', Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1]), /Excel.*enregistrez-le en CSV/],
    ['a PDF', Buffer.from('%PDF-1.7'), /PDF.*enregistrez-le en CSV/],
    ['UTF-16, little end first', iconv.encode(TEXT, 'utf16le', { addBOM: true }), /UTF-16.*enregistrez-le en CSV/],
    ['UTF-16, big end first', iconv.encode(TEXT, 'utf16be', { addBOM: true }), /UTF-16.*enregistrez-le en CSV/],
    ['UTF-16 without mark', iconv.encode(TEXT, 'utf16le'), /pas un texte.*enregistrez-le en CSV/],
    ['an image', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13]), /pas un texte/],
    ['nothing', Buffer.alloc(0), /vide/],
    ['blanks', Buffer.from('\r\n \r\n'), /vide/],
  ])('%s is refused, with what to do', (_, bytes, reason) => {
    const reading = decodeCsv(bytes);
    expect(reading.ok ? '' : reading.reason).toMatch(reason);
  });
});
