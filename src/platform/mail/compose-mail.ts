import { typeset } from '../../kernel/french.js';
import { withoutTurns } from '../../kernel/reading-order.js';
import { htmlBody } from './html-body.js';
import type { MailContent } from './mail-blocks.js';
import { textBody } from './text-body.js';

export interface ComposedMail {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

/**
 * The same mail as text and as HTML (French with its no-break spaces, no table but for data, no remote image, light
 * and dark).
 * Throws RangeError when the action is not an absolute http(s) address.
 */
export function composeMail(content: MailContent): ComposedMail {
  if (content.action) assertWebAddress(content.action.url);
  const clean = cleaned(content);
  return { subject: clean.subject.replace(/\s*\n\s*/g, ' '), text: textBody(clean), html: htmlBody(clean) };
}

function assertWebAddress(url: string): void {
  const { protocol } = URL.canParse(url) ? new URL(url) : { protocol: '' };
  const wellFormed = (protocol === 'https:' || protocol === 'http:') && !/[\s\p{Cc}]/u.test(url);
  if (!wellFormed) throw new RangeError('the action of a mail needs an absolute http or https address');
}

/** Typesets each text, without the characters that could hide or reorder others: controls, changes of direction. */
function cleaned<Value>(value: Value): Value {
  if (typeof value === 'string') {
    const lines = value.replace(/\r\n?|[\u2028\u2029]/g, '\n');
    return typeset(withoutTurns(lines).replace(/(?!\n)\p{Cc}|\p{Surrogate}/gu, '')) as Value;
  }
  if (Array.isArray(value)) return value.map(cleaned) as Value;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, cleaned(part)])) as Value;
}
