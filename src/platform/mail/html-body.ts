import { blend, readableOnWhite } from '../../kernel/colour.js';
import { NBSP } from '../../kernel/french.js';
import { escapeHtml, linesInHtml } from '../../kernel/html.js';
import type { MailAction, MailBlock, MailContent, MailRows, MailSignature } from './mail-blocks.js';
import { mailStyle } from './mail-style.js';

/** The mail as one HTML page: real headings, paragraphs and lists, so that it still reads well without its styles. */
export function htmlBody(content: MailContent): string {
  const accent = readableOnWhite(content.accent ?? '#1f4e79');
  return `<!doctype html>
<html lang="fr" dir="ltr">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="supported-color-schemes" content="light dark">
<meta name="format-detection" content="telephone=no, date=no, address=no">
<title>${escapeHtml(content.subject)}</title>
<style>
${mailStyle(accent, blend(accent, '#ffffff', 0.6))}
</style>
</head>
<body>
<div class="page" role="article" aria-label="${escapeHtml(content.subject)}">
<div class="from">${escapeHtml(content.signature.name)}</div>
<p class="greeting">${linesInHtml(content.greeting)}</p>
${content.paragraphs.map(block).join('\n')}
${content.action ? action(content.action, accent) : ''}
${signature(content.signature)}
<div class="footer">${linesInHtml(content.footer)}</div>
</div>
</body>
</html>
`;
}

function block(part: MailBlock): string {
  switch (part.kind) {
    case 'paragraph':
      return `<p>${linesInHtml(part.text)}</p>`;
    case 'list':
      return `<ul>\n${part.items.map((item) => `<li>${linesInHtml(item)}</li>`).join('\n')}\n</ul>`;
    case 'rows':
      return rows(part);
    case 'notice':
      return `<div class="notice">${part.title ? `<p><strong>${linesInHtml(part.title)}</strong></p>` : ''}<p>${linesInHtml(part.text)}</p></div>`;
  }
}

function rows({ caption, headers, rows: all }: MailRows): string {
  const title = caption ? `<caption>${linesInHtml(caption)}</caption>` : '';
  const head = headers
    ? `<thead><tr>${headers.map((header) => `<th scope="col">${linesInHtml(header)}</th>`).join('')}</tr></thead>`
    : '';
  const body = all.map(([label = '', ...values]) => {
    const cells = values.map((value) => `<td>${linesInHtml(value)}</td>`).join('');
    return `<tr><th scope="row">${linesInHtml(label)}</th>${cells}</tr>`;
  });
  return `<table>${title}${head}<tbody>\n${body.join('\n')}\n</tbody></table>`;
}

/** The button carries its own colours, for the readers that drop the style sheet; the address stays readable under it. */
function action({ label, url }: MailAction, accent: string): string {
  const look = `background:${accent};color:#ffffff;padding:12px 22px;border-radius:6px;text-decoration:none;display:inline-block;font-weight:600`;
  return `<p class="action"><a class="button" href="${escapeHtml(url)}" style="${look}">${escapeHtml(label)}</a></p>
<p class="address">Si le bouton ne répond pas, copiez cette adresse dans votre navigateur${NBSP}:<br><a href="${escapeHtml(url)}">${escapeHtml(url)}</a></p>`;
}

function signature({ name, phone, email }: MailSignature): string {
  const contacts = [
    phone && `Téléphone${NBSP}: <a href="tel:${escapeHtml(phone.replace(/[^\d+]/g, ''))}">${escapeHtml(phone)}</a>`,
    email && `Courriel${NBSP}: <a href="mailto:${escapeHtml(encodeURI(email))}">${escapeHtml(email)}</a>`,
  ].filter(Boolean);
  return `<p class="signature"><strong>${linesInHtml(name)}</strong>${contacts.map((contact) => `<br>${contact}`).join('')}</p>`;
}
