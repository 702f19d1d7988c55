import type { MailSignature } from '../../platform/mail/index.js';

/** How each mail of a collectivité ends: who answers questions, as nobody reads what is sent to its sender. */
export function letterSignature(collectivite: {
  readonly name: string;
  readonly phone: string;
  readonly email: string;
}): MailSignature {
  const { name, phone, email } = collectivite;
  return { name, phone, email };
}
