import { describe, expect, it } from '@jest/globals';
import { typeset } from '../../kernel/french.js';
import { composeMail, type MailContent } from './index.js';

const content: MailContent = {
  subject: 'Vos réservations sont enregistrées',
  greeting: 'Bonjour Zoë d’Œuvre 👋,',
  paragraphs: [
    { kind: 'paragraph', text: 'Première ligne.\nSeconde ligne.' },
    { kind: 'list', items: ['un goûter', 'un « doudou »'] },
    {
      kind: 'rows',
      caption: 'Réservations de Léa',
      headers: ['Date', 'Accueil', 'Prix'],
      rows: [
        ['mardi 1er décembre 2026', 'Cantine', '3,42 €'],
        ['jeudi 3 décembre 2026', 'Garderie', '1 234,50 €'],
      ],
    },
    { kind: 'notice', title: 'À savoir', text: 'Fermé le 24.' },
  ],
  action: { label: 'Voir mes réservations', url: 'https://famille.example/r?a=1&b=2' },
  signature: { name: 'MAIRIE DE VAL-D’ŒUVRE', phone: '04 77 00 00 00', email: 'enfance@val.example' },
  footer: 'Ce message est envoyé automatiquement.',
};

describe('a composed mail', () => {
  it('says the same facts as text and as HTML', () => {
    const { subject, text, html } = composeMail(content);
    expect(subject).toBe(content.subject);
    const facts = [...strings(content)]
      .map(typeset)
      // In the text a date needs no « Date » before it.
      .filter((fact) => !['paragraph', 'list', 'rows', 'notice', 'Date', subject].includes(fact));
    expect(facts.length).toBeGreaterThan(20);
    for (const fact of facts.flatMap((one) => one.split('\n'))) {
      expect(text).toContain(fact);
      expect(readable(html)).toContain(fact);
    }
  });

  it('keeps : ; ! ? « » and n° with their words, whatever was typed', () => {
    const paragraphs = [{ kind: 'paragraph' as const, text: 'Gardez-la : le n° 12 !' }];
    const { subject, text, html } = composeMail({ ...content, subject: 'Vos réservations n° 1', paragraphs });
    expect(subject).toBe('Vos réservations n°\u00a01');
    for (const body of [text, html]) expect(body).toContain('Gardez-la\u00a0: le n°\u00a012\u00a0!');
    expect(text).toContain('https://famille.example/r?a=1&b=2');
  });

  it.each([
    [undefined, ['Standard', '21'], '- Standard : 21'],
    [undefined, ['Standard', '', '21'], '- Standard : 21'],
    [undefined, ['Standard'], '- Standard'],
    [['Menu', 'Repas'], ['Standard', '21'], '- Standard – Repas : 21'],
    [['Menu', 'Repas'], ['Standard', ''], '- Standard'],
    [
      ['Jour', 'Prestation', 'À accepter avant le'],
      ['lundi', 'Cantine', 'mardi'],
      '- lundi – Prestation : Cantine ; À accepter avant le mardi',
    ],
    [['Au plus tard le', 'Montant'], ['lundi', '3,42 €'], '- Au plus tard le lundi – Montant : 3,42 €'],
    [['Jour', ''], ['lundi', 'fermé'], '- lundi – fermé'],
  ])('says as text what each value of a row is: %j, %j', (headers, row, line) => {
    const rows = { kind: 'rows' as const, ...(headers && { headers }), rows: [row] };
    const { text } = composeMail({ ...content, paragraphs: [rows] });
    expect(text.replace(/[\u00a0\u202f]/g, ' ')).toContain(`\n${line}\n`);
  });

  it('reads well as text', () => {
    expect(composeMail(content).text.replace(/[\u00a0\u202f]/g, ' ')).toBe(`Bonjour Zoë d’Œuvre 👋,

Première ligne.
Seconde ligne.

- un goûter
- un « doudou »

Réservations de Léa :
- mardi 1er décembre 2026 – Accueil : Cantine ; Prix : 3,42 €
- jeudi 3 décembre 2026 – Accueil : Garderie ; Prix : 1 234,50 €

* À savoir *
Fermé le 24.

Voir mes réservations :
https://famille.example/r?a=1&b=2

MAIRIE DE VAL-D’ŒUVRE
Téléphone : 04 77 00 00 00
Courriel : enfance@val.example

————————————————————
Ce message est envoyé automatiquement.
`);
  });

  it('is French, fetches nothing and has a table only for data', () => {
    const { html } = composeMail(content);
    expect(html).toContain('<html lang="fr"');
    expect(html).not.toMatch(/<img|<link|<script|url\(|@import/i);
    expect(html.match(/<table/g)).toHaveLength(1);
    expect(html).toContain('<th scope="row">mardi 1er décembre 2026</th>');
    expect(html).toContain('href="https://famille.example/r?a=1&amp;b=2"');
    expect(html).toContain('href="tel:0477000000"');
  });

  it('never reads a text as HTML', () => {
    const evil = `<b onclick='x'>"&lt;</b>`;
    const { html } = composeMail({
      subject: evil,
      greeting: evil,
      paragraphs: [
        { kind: 'paragraph', text: evil },
        { kind: 'list', items: [evil] },
        { kind: 'rows', caption: evil, headers: [evil], rows: [[evil, evil]] },
        { kind: 'notice', title: evil, text: evil },
      ],
      action: { label: evil, url: `https://x.example/?q="><b>'` },
      signature: { name: evil, phone: evil, email: evil },
      footer: evil,
    });
    expect(html).not.toContain('<b ');
    expect(html).not.toContain('<b>');
    expect(html.match(/&lt;b onclick=&#39;x&#39;&gt;&quot;&amp;lt;&lt;\/b&gt;/g)!.length).toBeGreaterThanOrEqual(13);
  });

  it.each(['javascript:alert(1)', '/relative', 'data:text/html,x', 'https://x.example/\nBcc: a@b.example', ''])(
    'refuses the action « %s »',
    (url) => expect(() => composeMail({ ...content, action: { label: 'Aller', url } })).toThrow(RangeError),
  );

  it('drops what could hide or reorder text', () => {
    const { subject, text, html } = composeMail({
      ...content,
      subject: 'A\r\nBcc: x',
      greeting: 'Bon\u0000jour \u202eaéL,',
    });
    expect(subject).toBe('A Bcc: x');
    expect(text).toContain('Bonjour aéL,');
    expect(html).toContain('Bonjour aéL,');
  });
});

function* strings(value: unknown): Generator<string> {
  if (typeof value === 'string') yield value;
  else if (typeof value === 'object' && value !== null) for (const part of Object.values(value)) yield* strings(part);
}

function readable(html: string): string {
  const signs: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };
  return html.replace(/<[^>]*>/g, ' ').replace(/&(\w+|#39);/g, (_, name: string) => signs[name]!);
}
