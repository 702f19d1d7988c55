import { describe, expect, it } from '@jest/globals';
import { safeName } from './safe-name.js';

describe('the name of a file', () => {
  it.each([
    ['certificat médical.pdf', 'certificat médical.pdf'],
    ['e\u0301cole.png', 'école.png'],
    ['../../etc/passwd.pdf', 'etc passwd.pdf'],
    ['C:\\photos\\..\\léa.jpg', 'C photos .. léa.jpg'],
    ['facture\u202efdp.exe.pdf', 'facture fdp.exe.pdf'],
    ['a\0b\r\nX-Evil: 1.pdf', 'a b X-Evil 1.pdf'],
    ['<img src=x>.pdf', 'img src=x .pdf'],
    ['.htaccess', 'htaccess'],
    ['...pdf', 'pdf'],
    ['', 'document'],
    ['..', 'document'],
    [`${'é'.repeat(300)}.pdf`, `${'é'.repeat(196)}.pdf`],
    [`${'👧'.repeat(300)}.jpeg`, `${'👧'.repeat(195)}.jpeg`],
    ['x'.repeat(300), 'x'.repeat(200)],
    [`a.${'x'.repeat(300)}`, `a.${'x'.repeat(198)}`],
  ])('%j is kept as %j', (name, kept) => {
    expect(safeName(name)).toBe(kept);
  });
});
