import type { Configuration } from '../config/configuration.js';
import { DirectoryMailer } from './directory-mailer.js';
import type { Mailer } from './mail-message.js';
import { SmtpMailer } from './smtp-mailer.js';

/** The mail server of the configuration or, without one, a directory of `.eml` files. */
export function mailerFor({ smtpUrl, mailFrom, mailDirectory }: Configuration): Mailer {
  return smtpUrl
    ? new SmtpMailer({ url: smtpUrl, fromAddress: mailFrom })
    : new DirectoryMailer({ directory: mailDirectory, fromAddress: mailFrom });
}
