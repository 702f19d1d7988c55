import { mkdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createTransport } from 'nodemailer';
import { Mailer, MailRejected, type MailMessage } from './mail-message.js';
import { mimeMessage } from './mime-message.js';

export interface DirectoryMailerOptions {
  /** Where the `.eml` files go; created when absent. */
  readonly directory: string;
  /** The no-reply address, sender of every mail. */
  readonly fromAddress: string;
}

/**
 * Writes each mail as a file that any mail reader opens, named by date and message id: for a first try without a
 * mail server, or for a relay that watches a directory. A file appears whole or not at all.
 */
export class DirectoryMailer extends Mailer {
  private readonly transport = createTransport({ streamTransport: true, buffer: true, newline: 'windows' });

  constructor(private readonly options: DirectoryMailerOptions) {
    super();
  }

  async send(message: MailMessage): Promise<void> {
    const { message: bytes } = await this.transport.sendMail(mimeMessage(message, this.options.fromAddress));
    const name = fileName(message);
    const draft = join(this.options.directory, `.${name}.tmp`);
    try {
      await mkdir(this.options.directory, { recursive: true });
      await writeFile(draft, bytes);
      await rename(draft, join(this.options.directory, name));
    } catch (error) {
      throw new MailRejected(`the mail could not be written: ${(error as NodeJS.ErrnoException).code}`, false);
    }
  }
}

function fileName({ date, messageId }: MailMessage): string {
  const time = date.toString({ fractionalSecondDigits: 3 }).replace(/[:.]/g, '-');
  return `${time}_${messageId.replace(/[^\w+-]/g, '_').slice(0, 150)}.eml`;
}
