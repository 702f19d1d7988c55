import { NBSP } from '../../kernel/french.js';
import type { MailBlock, MailContent, MailRows, MailSignature } from './mail-blocks.js';

const RULE = '—'.repeat(20);

/** The mail for readers without HTML: every fact of the other version. */
export function textBody(content: MailContent): string {
  const parts = [content.greeting, ...content.paragraphs.map(block)];
  if (content.action) parts.push(`${content.action.label}${NBSP}:\n${content.action.url}`);
  parts.push(signature(content.signature), `${RULE}\n${content.footer}`);
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}

function block(part: MailBlock): string {
  switch (part.kind) {
    case 'paragraph':
      return part.text;
    case 'list':
      return part.items.map((item) => `- ${item.replaceAll('\n', '\n  ')}`).join('\n');
    case 'rows':
      return rows(part);
    case 'notice':
      return [part.title ? `* ${part.title} *` : '', part.text].filter(Boolean).join('\n');
  }
}

/**
 * One line per row, as columns do not line up in every reader: « mardi 1er décembre 2026 – Accueil : cantine ; Prix :
 * 3,42 € ». Each value says what it is, but for the first, a date or a number that speaks for itself.
 */
function rows({ caption, headers, rows: lines }: MailRows): string {
  const title = caption ? [`${caption}${NBSP}:`] : [];
  const all = lines.map((cells) => `- ${headers ? named(headers, cells) : plain(cells)}`);
  return [...title, ...all].join('\n');
}

function plain([label = '', ...values]: readonly string[]): string {
  const filled = values.filter(Boolean).join(', ');
  return `${label}${filled && `${NBSP}: ${filled}`}`;
}

function named([first = '', ...headers]: readonly string[], [label = '', ...values]: readonly string[]): string {
  const told = values.flatMap((value, column) => (value ? [withName(headers[column] ?? '', value)] : []));
  return [isBegun(first) ? `${first} ${label}` : label, told.join(`${NBSP}; `)].filter(Boolean).join(' – ');
}

function withName(header: string, value: string): string {
  if (header === '') return value;
  return isBegun(header) ? `${header} ${value}` : `${header}${NBSP}: ${value}`;
}

/** « À payer avant le », which its value ends. */
function isBegun(header: string): boolean {
  return header.endsWith(' le');
}

function signature({ name, phone, email }: MailSignature): string {
  const contacts = [phone && `Téléphone${NBSP}: ${phone}`, email && `Courriel${NBSP}: ${email}`].filter(Boolean);
  return [name, ...contacts].join('\n');
}
