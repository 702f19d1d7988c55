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

/** One line per row, « mardi 1er décembre 2026 : cantine, 3,42 € », as columns do not line up in every reader. */
function rows({ caption, headers, rows: lines }: MailRows): string {
  const title = caption ? [`${caption}${NBSP}:`] : [];
  const columns = headers ? [`(${headers.join(', ')})`] : [];
  const all = lines.map(([label = '', ...values]) => {
    const filled = values.filter(Boolean).join(', ');
    return `- ${label}${filled && `${NBSP}: ${filled}`}`;
  });
  return [...title, ...columns, ...all].join('\n');
}

function signature({ name, phone, email }: MailSignature): string {
  const contacts = [phone && `Téléphone${NBSP}: ${phone}`, email && `Courriel${NBSP}: ${email}`].filter(Boolean);
  return [name, ...contacts].join('\n');
}
