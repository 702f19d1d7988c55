import { longInstant, NBSP, plainDate, typeset } from '../../kernel/french.js';
import type { Temporal } from '../../kernel/civil-time.js';
import type { LabelledValue, PdfDescription } from '../../platform/pdf/index.js';
import { maskedIban, spacedIban } from '../../sepa/rules/index.js';
import type { BankAccount } from '../rules/bank-account.js';
import { mandateText } from '../rules/mandate-text.js';

/** All that the paper of a mandate prints. */
export interface MandatePaper {
  readonly rum: string;
  readonly account: BankAccount;
  /** Masked on what is mailed and kept; whole on what the mairie shows to a bank. */
  readonly whole: boolean;
  readonly signer: { readonly name: string; readonly addressLines: readonly string[] };
  readonly signedOn: Temporal.PlainDate;
  /** Of a signature online. */
  readonly signature: {
    readonly at: Temporal.Instant;
    readonly textVersion: string;
    readonly digest: string;
  } | null;
  readonly creditor: {
    readonly name: string;
    readonly ics: string;
    readonly addressLines: readonly string[];
    readonly noticeDays: number;
  };
  readonly timeZone: string;
  readonly drawnAt: Temporal.Instant;
}

/** The mandate as the Core rulebook wants it on paper (EPC208-08), signed online or not. */
export function mandateDocument(paper: MandatePaper): PdfDescription {
  const { rum, signer, creditor } = paper;
  return {
    title: `Mandat de prélèvement SEPA ${rum}`,
    author: creditor.name,
    subject: 'Mandat de prélèvement SEPA',
    createdAt: paper.drawnAt,
    legal: typeset(`Mandat ${rum} : conservez-le avec les papiers de votre banque.`),
    content: [
      {
        kind: 'letterhead',
        emitter: { name: creditor.name, lines: creditor.addressLines },
        recipient: [signer.name, ...signer.addressLines],
      },
      {
        kind: 'title',
        text: 'Mandat de prélèvement SEPA',
        subtitle: `Référence unique du mandat (RUM)${NBSP}: ${rum}`,
      },
      { kind: 'keyValues', rows: facts(paper), columns: 2 },
      { kind: 'heading', text: 'Ce que vous autorisez' },
      ...mandateText({ creditorName: creditor.name, ics: creditor.ics, noticeDays: creditor.noticeDays }).map(
        (text) => ({ kind: 'paragraph' as const, text }),
      ),
      { kind: 'notice', title: 'Signature', text: signatureText(paper) },
    ],
  };
}

function facts({ account, whole, creditor }: MandatePaper): LabelledValue[] {
  const { iban, bic, holder } = account;
  return [
    ['Créancier', creditor.name],
    ['Titulaire du compte', holder],
    ['Identifiant (ICS)', creditor.ics],
    ['IBAN', whole ? spacedIban(iban) : maskedIban(iban)],
    ['Type de paiement', 'Récurrent'],
    ...(bic ? [['BIC', bic] as const] : []),
  ];
}

function signatureText({ signature, signer, signedOn, timeZone }: MandatePaper): string {
  if (!signature)
    return typeset(
      `Mandat signé sur papier le ${plainDate(signedOn)} par ${signer.name}. La mairie conserve l’original.`,
    );
  return typeset(
    `Signé en ligne par ${signer.name} le ${longInstant(signature.at, timeZone)}, depuis son espace famille, après lecture du texte ci-dessus (version ${signature.textVersion}). Empreinte de ce qui a été signé : ${signature.digest}`,
  );
}
