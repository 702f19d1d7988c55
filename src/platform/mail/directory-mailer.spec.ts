import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { simpleParser, type ParsedMail } from 'mailparser';
import { Temporal } from '../../kernel/civil-time.js';
import { DirectoryMailer, type MailMessage } from './index.js';

const message: MailMessage = {
  to: { name: 'Zoë d’Œuvre 👋', address: 'zoe@famille.example' },
  fromName: 'MAIRIE DE SAINT-ÉTIENNE-DU-VAL, service « Enfance »',
  replyTo: { name: 'Accueil, enfance', address: 'enfance@val.example' },
  subject: `Réservations 🎒 de Léa : ${'très longue suite de mots accentués '.repeat(6)}`.trim(),
  text: `Bonjour,\n\n${'é'.repeat(3000)}\n.\nFrom ici\n`,
  html: `<!doctype html><p>Bonjour</p><p>${'é'.repeat(3000)}</p>`,
  attachments: [{ filename: 'Reçu n° 1.pdf', contentType: 'application/pdf', content: Buffer.from('%PDF-1.7') }],
  messageId: 'demande-42.1@val.example',
  date: Temporal.Instant.from('2026-11-26T08:00:00.123Z'),
  headers: { 'X-Collectivite': '42' },
};

let directory: string;
let mailer: DirectoryMailer;

beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'mails-'));
  mailer = new DirectoryMailer({ directory: join(directory, 'sent'), fromAddress: 'no-reply@val.example' });
});
afterEach(() => rm(directory, { recursive: true }));

async function files(): Promise<string[]> {
  return readdir(join(directory, 'sent')).catch(() => []);
}

async function sent(changes: Partial<MailMessage> = {}): Promise<{ raw: string; mail: ParsedMail }> {
  await mailer.send({ ...message, ...changes });
  const bytes = await readFile(join(directory, 'sent', (await files()).at(-1)!));
  return { raw: bytes.toString('latin1'), mail: await simpleParser(bytes) };
}

describe('mails written in a directory', () => {
  it('come back whole: names, subject, both bodies, attachment', async () => {
    const { mail } = await sent();
    expect(mail.from!.value).toEqual([{ name: message.fromName, address: 'no-reply@val.example' }]);
    expect([mail.to].flat()[0]!.value).toEqual([message.to]);
    expect(mail.replyTo!.value).toEqual([message.replyTo]);
    expect(mail.subject).toBe(message.subject);
    expect(mail.text).toBe(message.text);
    expect(mail.html).toBe(message.html);
    expect(mail.messageId).toBe('<demande-42.1@val.example>');
    expect(mail.date!.getTime()).toBe(Temporal.Instant.from('2026-11-26T08:00:00Z').epochMilliseconds);
    expect(mail.attachments.map((one) => [one.filename, one.contentType, one.content.toString()])).toEqual([
      ['Reçu n° 1.pdf', 'application/pdf', '%PDF-1.7'],
    ]);
  });

  it('say that a machine wrote them', async () => {
    const { mail } = await sent();
    expect(mail.headers.get('auto-submitted')).toBe('auto-generated');
    expect(mail.headers.get('content-language')).toBe('fr');
    expect(mail.headers.get('x-collectivite')).toBe('42');
  });

  it('have short ASCII lines that end as the standard says', async () => {
    const { raw } = await sent();
    expect(raw).toMatch(/^[\x09\x0a\x0d\x20-\x7e]*$/);
    expect(raw.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    expect(Math.max(...raw.split('\r\n').map((line) => line.length))).toBeLessThanOrEqual(998);
  });

  it('are named by date and id, once, with the same bytes at each attempt', async () => {
    const first = (await sent()).raw;
    expect((await sent()).raw).toBe(first);
    expect(await files()).toEqual(['2026-11-26T08-00-00-123Z_demande-42_1_val_example.eml']);
  });

  it('cannot be given a header through a name or a subject', async () => {
    const { mail } = await sent({
      subject: 'Bonjour\r\nBcc: victime@x.example\r\n\r\ncorps',
      fromName: 'Mairie\nBcc: victime@x.example',
      to: { name: 'A\u2028"<b@x.example>, c@x.example\r\n', address: 'zoe@famille.example' },
      attachments: [{ ...message.attachments![0]!, filename: 'a\r\nX-Evil: 1.pdf' }],
    });
    expect(mail.bcc).toBeUndefined();
    expect(mail.subject).toBe('Bonjour Bcc: victime@x.example corps');
    expect([mail.to].flat().flatMap((to) => to!.value.map(({ address }) => address))).toEqual(['zoe@famille.example']);
    expect(mail.headers.has('x-evil')).toBe(false);
  });

  it.each([
    ['a line end in the address', { to: { address: 'a@b.example\r\nBcc: c@d.example' } }],
    ['two addresses', { to: { address: 'a@b.example, c@d.example' } }],
    ['no domain', { to: { address: 'zoe' } }],
    ['a line end in a header', { headers: { 'X-A': 'b\r\nBcc: c@d.example' } }],
    ['a line end in the name of a header', { headers: { 'X-A: 1\r\nBcc': 'c@d.example' } }],
    ['a header of the envelope', { headers: { bcc: 'c@d.example' } }],
    ['a message id that leaves its place', { messageId: 'a@b>\r\nBcc: c@d.example' }],
  ] as [string, Partial<MailMessage>][])('refuse for good %s, without quoting it', async (_, changes) => {
    const refusal = mailer.send({ ...message, ...changes });
    await expect(refusal).rejects.toMatchObject({ name: 'MailRejected', permanent: true });
    await expect(refusal).rejects.not.toThrow(/@/);
    expect(await files()).toEqual([]);
  });

  it('can be tried again when the directory cannot be written', async () => {
    await writeFile(join(directory, 'sent'), 'a file in the way');
    await expect(mailer.send(message)).rejects.toMatchObject({ name: 'MailRejected', permanent: false });
  });
});
