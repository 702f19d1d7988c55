import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Clock } from '../clock/clock.js';
import { Temporal } from '../../kernel/civil-time.js';
import { Configuration } from '../config/configuration.js';
import { Database } from '../database/database.js';
import { FileStore } from '../files/file-store.js';
import { eventKind, Outbox } from '../outbox/outbox.js';
import { Undeliverable } from '../outbox/outbox-delivery.js';
import { composeMail } from './compose-mail.js';
import type { MailContent } from './mail-blocks.js';
import { type MailAddress, type MailAttachment, Mailer, MailRejected } from './mail-message.js';

export interface MailToSend {
  readonly collectiviteId: number | null;
  readonly to: MailAddress;
  /** Shown as the sender, « Mairie de Valmont-sur-Orle ». */
  readonly fromName: string;
  readonly content: MailContent;
  /** Files of the collectivité to attach. */
  readonly fileIds?: readonly number[];
  /** What the mail is about, e.g. `invitation:12`: comes back in `mailSettled`. */
  readonly reference?: string;
  /** Asking for the same mail again under the same key has no effect. */
  readonly key?: string;
}

interface QueuedMail extends MailToSend {
  readonly queuedAt: string;
}

/** Whether the mail server took a mail. A failure that is not final is tried again and may be followed by SENT. */
export interface MailSettled {
  readonly reference: string;
  readonly outcome: 'SENT' | 'FAILED';
  readonly final: boolean;
  readonly reason: string | null;
  /** Instant, ISO 8601. */
  readonly at: string;
}

const mailRequested = eventKind<QueuedMail>('mail.requested');
export const mailSettled = eventKind<MailSettled>('mail.settled');

/** Mails leave after the commit of the unit that asked for them, and are tried again while the server is away. */
@Injectable()
export class MailQueue implements OnModuleInit {
  constructor(
    private readonly outbox: Outbox,
    private readonly mailer: Mailer,
    private readonly files: FileStore,
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly configuration: Configuration,
  ) {}

  onModuleInit(): void {
    this.outbox.deliverOutside(mailRequested, (mail, { id }) => this.deliver(mail, id));
  }

  /** Queues a mail in the current unit. */
  async send(mail: MailToSend): Promise<void> {
    const queued = { ...mail, queuedAt: this.clock.now().toString() };
    await this.outbox.emit(mailRequested, queued, {
      collectiviteId: mail.collectiviteId,
      ...(mail.key ? { key: mail.key } : {}),
    });
  }

  private async deliver(mail: QueuedMail, messageId: number): Promise<void> {
    try {
      await this.mailer.send({
        to: mail.to,
        fromName: mail.fromName,
        ...composeMail(mail.content),
        attachments: await this.attachments(mail),
        messageId: `mail-${messageId}@${new URL(this.configuration.publicUrl).hostname}`,
        date: Temporal.Instant.from(mail.queuedAt),
      });
    } catch (error) {
      const final = !(error instanceof MailRejected) || error.permanent;
      await this.tell(
        mail,
        messageId,
        'FAILED',
        final,
        error instanceof MailRejected ? error.message : 'mail that cannot be composed',
      );
      throw final ? new Undeliverable((error as Error).message) : error;
    }
    await this.tell(mail, messageId, 'SENT', true, null);
  }

  private async tell(
    mail: QueuedMail,
    messageId: number,
    outcome: MailSettled['outcome'],
    final: boolean,
    reason: string | null,
  ): Promise<void> {
    const { reference } = mail;
    if (reference === undefined) return;
    const at = this.clock.now().toString();
    await this.database.unit(() =>
      this.outbox.emit(
        mailSettled,
        { reference, outcome, final, reason, at },
        { collectiviteId: mail.collectiviteId, key: `${messageId}:${outcome}:${at}` },
      ),
    );
  }

  private async attachments(mail: QueuedMail): Promise<MailAttachment[]> {
    const found: MailAttachment[] = [];
    for (const id of mail.fileIds ?? []) {
      const file = mail.collectiviteId === null ? null : await this.files.find(mail.collectiviteId, id);
      if (!file) throw new MailRejected('an attachment is missing', true);
      const chunks: Buffer[] = [];
      for await (const chunk of this.files.read(file)) chunks.push(chunk as Buffer);
      found.push({ filename: file.name, contentType: file.mediaType, content: Buffer.concat(chunks) });
    }
    return found;
  }
}
