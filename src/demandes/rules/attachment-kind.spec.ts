import { describe, expect, it } from '@jest/globals';
import { attachmentFault } from './attachment-kind.js';

const some = Buffer.from('%PDF-1.7\ntrailer << /Root 1 0 R >>\n%%EOF');
const locked = Buffer.from('%PDF-1.7\ntrailer << /Root 1 0 R /Encrypt 5 0 R >>\n%%EOF');

describe('an attachment', () => {
  it.each([
    ['certificat.pdf', 'application/pdf', some, null],
    ['Certificat.PDF', 'application/pdf', some, null],
    ['photo.jpg', 'image/jpeg', some, null],
    ['photo.jpeg', 'image/jpeg', some, null],
    ['IMG_0042.HEIC', 'image/heic', some, null],
    ['IMG_0042.heic', 'image/heif', some, null],
    ['scan.webp', 'image/webp', some, null],
    ['certificat.pdf', 'application/pdf', locked, 'mot de passe'],
    ['certificat.pdf', 'application/pdf', Buffer.alloc(0), 'vide'],
    ['photo.pdf', 'image/jpeg', some, '« .jpg »'],
    ['certificat', 'application/pdf', some, '« .pdf »'],
    ['programme.exe', 'application/x-msdownload', some, 'PDF, JPEG, PNG'],
    ['dessin.svg', 'application/xml', some, 'PDF, JPEG, PNG'],
    ['page.html', null, some, 'PDF, JPEG, PNG'],
    ['archive.pdf', 'application/zip', some, 'PDF, JPEG, PNG'],
  ])('%s whose content is %s', (name, detected, content, fault) => {
    const found = attachmentFault(name, detected, content);
    if (fault === null) expect(found).toBeNull();
    else expect(found?.replaceAll('\u00a0', ' ')).toContain(fault);
  });
});
