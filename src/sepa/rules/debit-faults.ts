import type { Temporal } from '../../kernel/civil-time.js';
import { bicFault, ibanFault } from './bank-account.js';
import type { Debit, DebitFile } from './debit-file.js';
import { icsFault } from './creditor-identifier.js';
import { isMandateReference } from './mandate-reference.js';
import { isSepaText, sepaText } from './sepa-text.js';
import { isSettlementDay, settlementDaysBefore } from './target-days.js';

/** A file reaches the bank at the latest this many settlement days before the debit (Core rulebook, since 2016: D−1). */
export const LATEST_SENDING_DAYS = 1;

/** What keeps a file from leaving, whatever is in it; in French. `today` is the day on which it is made. */
export function fileFaults(
  { messageId, creditor, regie, collectedOn, initiator }: Omit<DebitFile, 'groups'>,
  today: Temporal.PlainDate,
): string[] {
  const latest = settlementDaysBefore(collectedOn, LATEST_SENDING_DAYS);
  return [
    ...(isSepaText(messageId, 35) ? [] : ['le nom du fichier dépasse 35 caractères, ou en a d’interdits.']),
    ...[icsFault(creditor.ics)].flatMap((fault) => fault ?? []),
    ...[ibanFault(creditor.iban), bicFault(creditor.bic, creditor.iban)].flatMap((fault) =>
      fault ? [`compte crédité : ${fault}`] : [],
    ),
    ...[ibanFault(regie.dftIban)].flatMap((fault) => (fault ? [`compte DFT : ${fault}`] : [])),
    ...(sepaText(creditor.name, 70) && sepaText(regie.name, 70) && sepaText(initiator.name, 70)
      ? []
      : ['le nom du créancier, de la régie ou de la collectivité manque.']),
    ...(isSettlementDay(collectedOn) ? [] : ['les banques ne règlent pas ce jour-là : choisissez un jour ouvré.']),
    ...(latest.since(today).days >= 0
      ? []
      : ['la date est trop proche : la banque reçoit le fichier la veille ouvrée au plus tard.']),
  ];
}

/** What keeps a debit out of a file, in French, without its account. */
export function debitFaults({ endToEndId, cents, mandate, holder, iban, bic, label }: Debit): string[] {
  return [
    ...(isSepaText(endToEndId, 35) ? [] : ['référence de bout en bout non valable.']),
    ...(Number.isSafeInteger(cents) && cents > 0 && cents < 100_000_000_000 ? [] : ['montant non valable.']),
    ...(isMandateReference(mandate) ? [] : ['référence de mandat (RUM) non valable.']),
    ...[ibanFault(iban), bicFault(bic, iban)].flatMap((fault) => fault ?? []),
    ...(sepaText(holder, 70) ? [] : ['nom du titulaire absent.']),
    ...(sepaText(label, 140) ? [] : ['libellé absent.']),
  ];
}
