import { createHash } from 'node:crypto';
import type { SendMailOptions } from 'nodemailer';
import { MailRejected, type MailAddress, type MailMessage } from './mail-message.js';

const ADDRESS = /^[^\s\p{C}<>()[\]\\,;:"@]{1,64}@[^\s\p{C}<>()[\]\\,;:"@]{1,253}$/u;
const MESSAGE_ID = /^[\w.+-]{1,180}@[\w.-]{1,180}$/;
const HEADER_NAME = /^[A-Za-z][A-Za-z0-9-]{0,60}$/;
const OURS =
  /^(from|sender|to|cc|bcc|reply-to|subject|date|message-id|mime-version|return-path|received|auto-submitted|content-.*|dkim-.*)$/i;

/**
 * What nodemailer needs to write a message. Control characters (line ends first) in names and subject become
 * spaces; in an address or a header they are refused, as they are never there by chance.
 * Throws `MailRejected`, permanent.
 */
export function mimeMessage(message: MailMessage, fromAddress: string): SendMailOptions {
  return {
    from: addressOf({ name: message.fromName, address: fromAddress }),
    to: addressOf(message.to),
    ...(message.replyTo ? { replyTo: addressOf(message.replyTo) } : {}),
    subject: oneLine(message.subject),
    text: message.text,
    html: message.html,
    messageId: `<${checked(message.messageId, MESSAGE_ID, 'the message id')}>`,
    // Nodemailer knows only Date; made from the instant given, never from the machine's clock.
    date: new Date(message.date.epochMilliseconds),
    headers: {
      ...extraHeaders(message.headers ?? {}),
      'Auto-Submitted': 'auto-generated',
      'X-Auto-Response-Suppress': 'All',
      'Content-Language': 'fr',
    },
    attachments: (message.attachments ?? []).map(({ filename, contentType, content }) => ({
      filename: oneLine(filename),
      contentType: checked(contentType, /^[\w.+-]+\/[\w.+-]+$/, 'the type of an attachment'),
      content,
    })),
    // A second attempt writes the same bytes as the first.
    baseBoundary: createHash('sha256').update(message.messageId).digest('hex').slice(0, 24),
    xMailer: false,
    disableFileAccess: true,
    disableUrlAccess: true,
  };
}

function addressOf({ name, address }: MailAddress): { name: string; address: string } {
  return { name: oneLine(name ?? ''), address: checked(address, ADDRESS, 'an address') };
}

function extraHeaders(headers: Readonly<Record<string, string>>): Record<string, string> {
  for (const [name, value] of Object.entries(headers)) {
    checked(name, HEADER_NAME, 'a header name');
    checked(value, /^[^\p{Cc}]*$/u, `the header ${name}`);
    if (OURS.test(name)) throw new MailRejected(`the header ${name} may not be set`, true);
  }
  return { ...headers };
}

function checked(value: string, shape: RegExp, what: string): string {
  if (!shape.test(value)) throw new MailRejected(`${what} is malformed`, true);
  return value;
}

function oneLine(value: string): string {
  return value.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ').trim();
}
