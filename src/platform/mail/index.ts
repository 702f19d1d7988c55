export { composeMail, type ComposedMail } from './compose-mail.js';
export { DirectoryMailer, type DirectoryMailerOptions } from './directory-mailer.js';
export type { MailAction, MailBlock, MailContent, MailRows, MailSignature } from './mail-blocks.js';
export { Mailer, MailRejected, type MailAddress, type MailAttachment, type MailMessage } from './mail-message.js';
export { SmtpMailer, type SmtpMailerOptions } from './smtp-mailer.js';
