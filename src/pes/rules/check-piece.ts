import { isValidBIC, isValidIBAN } from 'ibantools';
import { isSiret } from '../../collectivites/rules/index.js';
import { isBefore } from '../../kernel/civil-time.js';
import type { Bordereau, Debit, Debtor, Piece, PieceLine } from './flow.js';
import { debtKeyLetter } from './ormc-keys.js';
import { pesText } from './pes-text.js';
import { changesAnother, ORMC, RECAPITULATIVE, tripletText } from './triplets.js';

const ORMC_ACCOUNT = '588';

/** What the Trésor would reject one piece for and its schemas do not say; in French, without where it is. */
export function checkPiece(piece: Piece, bordereau: Bordereau): string[] {
  return [
    ...checkIdentity(piece, bordereau),
    ...checkAttachments(piece, bordereau),
    ...(piece.lines.length > 0 ? [] : ['Elle n’a pas de ligne.']),
    ...piece.lines.flatMap((line) => checkLine(line, bordereau)),
    ...checkDebtor(piece.debtor),
    ...(piece.debit ? checkDebit(piece.debit, bordereau) : []),
  ];
}

function checkIdentity({ number, subject, debt, roll }: Piece, { triplet, exercise }: Bordereau): string[] {
  const faults: string[] = [];
  if (!Number.isInteger(number) || number < 1 || number > 99_999_999)
    faults.push(`Le numéro ${number} est impossible.`);
  if (!pesText(subject, 160)) faults.push('Son objet est vide.');
  const isArticle = tripletText(triplet) === tripletText(ORMC);
  if (isArticle !== (debt !== undefined)) {
    faults.push(
      isArticle ? 'Un article de rôle porte un numéro de dette.' : 'Seul un article de rôle porte une dette.',
    );
  }
  if (debt) {
    const identity = { exercise, period: debt.period, number: debt.number };
    if (!/^[1-9]\d{0,12}$/.test(debt.number))
      faults.push(`Le numéro de dette « ${debt.number} » n’a pas 1 à 13 chiffres.`);
    else if (!/^\d$/.test(String(debt.period))) faults.push(`La période « ${debt.period} » n’est pas un chiffre.`);
    else if (debtKeyLetter(identity) !== debt.keyLetter)
      faults.push('La clé de la dette ne correspond pas à son numéro.');
  }
  const recapitulates = tripletText(triplet) === tripletText(RECAPITULATIVE);
  if (recapitulates !== (roll !== undefined)) {
    faults.push(
      recapitulates ? 'Un titre récapitulatif nomme son rôle.' : 'Seul un titre récapitulatif nomme un rôle.',
    );
  }
  return faults;
}

function checkAttachments({ edition, attachments }: Piece, { triplet, asapOn }: Bordereau): string[] {
  const faults: string[] = [];
  const isArticle = triplet.piece === ORMC.piece;
  const has = (type: string) => attachments.some((attachment) => attachment.type === type);
  if (edition && (edition === '06') !== isArticle) {
    faults.push(`L’édition ${edition} ne convient pas à une pièce de type ${triplet.piece}.`);
  }
  if (edition === '06' && !has('010')) faults.push('La facture que la DGFiP doit imprimer n’est pas jointe.');
  if (edition === '06' && asapOn) faults.push('La date d’envoi des avis n’a pas de sens quand la DGFiP les imprime.');
  if ((edition === '01' || edition === '04') && !has('006')) faults.push('L’avis des sommes à payer n’est pas joint.');
  for (const { id, name } of attachments) {
    if (!/^[0-9a-zA-Z]{1,50}$/.test(id))
      faults.push(`L’identifiant de pièce jointe « ${id} » n’est pas fait de chiffres et de lettres.`);
    if (name.length > 100 || !/.\.[A-Za-z0-9]{2,4}$/.test(name))
      faults.push(`Le nom de pièce jointe « ${name} » est refusé.`);
  }
  return faults;
}

function checkLine(line: PieceLine, { triplet, exercise }: Bordereau): string[] {
  const faults: string[] = [];
  if (!Number.isSafeInteger(line.cents) || line.cents < 1) faults.push('Une ligne n’a pas un montant positif.');
  if (!/^[0-9a-zA-Z]{1,4}$/.test(line.product) || /^0+$/.test(line.product)) {
    faults.push(`Le code produit « ${line.product} » n’a pas 1 à 4 chiffres ou lettres : demandez-le à la Trésorerie.`);
  }
  if (!/^[1-9]\d{0,11}$/.test(line.nature)) faults.push(`« ${line.nature} » n’est pas une nature.`);
  if (triplet.piece === ORMC.piece && line.nature !== ORMC_ACCOUNT) {
    faults.push(`Un article de rôle s’impute au compte ${ORMC_ACCOUNT}, non au ${line.nature}.`);
  }
  if (line.function !== undefined && !/^\d{1,10}$/.test(line.function))
    faults.push(`« ${line.function} » n’est pas une fonction.`);
  if (changesAnother(triplet) !== (line.changes !== undefined)) {
    faults.push(
      changesAnother(triplet)
        ? 'Une réduction nomme la pièce qu’elle réduit.'
        : 'Seule une réduction nomme une autre pièce.',
    );
  }
  if (line.changes && line.changes.exercise !== exercise) {
    faults.push(`Une réduction de l’exercice ${exercise} ne change pas une pièce de ${line.changes.exercise}.`);
  }
  return faults;
}

function checkDebtor(debtor: Debtor): string[] {
  const { name, reference, address } = debtor;
  const faults: string[] = [];
  if (!pesText(name, 38)) faults.push('Le nom du débiteur est vide.');
  if (debtor.kind === 'PERSON' && !pesText(debtor.firstName, 38)) faults.push('Le prénom du débiteur est vide.');
  if (debtor.kind === 'PUBLIC_BODY' && debtor.siret !== undefined && !isSiret(debtor.siret)) {
    faults.push(`« ${debtor.siret} » n’est pas un SIRET.`);
  }
  if (pesText(reference, 31)?.length !== reference.length || reference.length > 30) {
    faults.push(`La référence du débiteur « ${reference} » ne tient pas en 30 caractères simples.`);
  }
  if (!pesText(address.street, 38)) faults.push('La rue du débiteur manque : complétez l’adresse du foyer.');
  if (!/^\d{5}$/.test(address.postalCode) || address.postalCode === '00000') {
    faults.push(`« ${address.postalCode} » n’est pas un code postal : complétez l’adresse du foyer.`);
  }
  if (!pesText(address.city, 38)) faults.push('La ville du débiteur manque : complétez l’adresse du foyer.');
  return faults;
}

/** The mandates come from the room that keeps them; what is checked here would reject the whole bordereau. */
function checkDebit({ on, mandate, account, label }: Debit, { issuedOn }: Bordereau): string[] {
  const faults: string[] = [];
  if (!isValidIBAN(account.iban)) faults.push('L’IBAN du débiteur est faux.');
  else if (account.bic === undefined && !/^(FR|MC)/.test(account.iban))
    faults.push('Un compte étranger demande son BIC.');
  if (account.bic !== undefined && !isValidBIC(account.bic)) faults.push(`« ${account.bic} » n’est pas un BIC.`);
  if (!pesText(account.holder, 32)) faults.push('Le titulaire du compte manque.');
  if (!/^[0-9a-zA-Z/?:().,' +-]{1,35}$/.test(mandate.reference)) {
    faults.push(`La référence de mandat « ${mandate.reference} » n’a pas 1 à 35 caractères permis.`);
  }
  if (!pesText(label, 140)) faults.push('Le libellé du prélèvement est vide.');
  if (isBefore(on, issuedOn)) faults.push('Le prélèvement précède le bordereau.');
  if (isBefore(issuedOn, mandate.signedOn)) faults.push('Le mandat est signé après le bordereau.');
  return faults;
}
