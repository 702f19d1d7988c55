import type { Temporal } from '../../../kernel/civil-time.js';
import { euros, NBSP, plainDate, shortDate, typeset } from '../../../kernel/french.js';
import { asapCents, type AsapLine, type PostalAddress } from '../../../pes/rules/index.js';
import type { Notice, PdfBlock, PdfDescription, Slip, TableRow } from '../../../platform/pdf/index.js';
import type { PrintedNotice } from '../../rules/printed-notice.js';

/** Avis des sommes à payer, each a letter of its own: what is due, what for, to whom and how, and how to contest it. */
export function noticeDocument(
  notices: readonly [PrintedNotice, ...PrintedNotice[]],
  { title, drawnAt }: { readonly title: string; readonly drawnAt: Temporal.Instant },
): PdfDescription {
  const [
    {
      asap: { issuer },
    },
  ] = notices;
  return {
    title: typeset(title),
    author: issuer.name,
    createdAt: drawnAt,
    legal: `${issuer.name} · SIRET ${issuer.siret}`,
    content: notices.flatMap(letter),
  };
}

/** « Titre n° 417 », « Article n° 7 du rôle n° 12 ». */
export function noticeName({ kind, asap: { titre } }: PrintedNotice): string {
  return typeset(
    kind === 'ORMC' ? `Article n° ${titre.piece} du rôle n° ${titre.bordereau}` : `Titre de recettes n° ${titre.piece}`,
  );
}

function letter(notice: PrintedNotice): PdfBlock[] {
  const { asap, debtNumber, debitedOn } = notice;
  const { issuer, debtor, titre, issuedOn } = asap;
  const person = debtor.kind === 'PERSON' ? `${debtor.civility} ${debtor.name} ${debtor.firstName}` : debtor.name;
  const name = noticeName(notice);
  return [
    {
      kind: 'letterhead',
      emitter: { name: issuer.name, lines: [...linesOf(issuer.address), ...(issuer.phone ? [issuer.phone] : [])] },
      recipient: [person, ...linesOf(debtor.address)],
      references: [
        ['Émis le', plainDate(issuedOn)],
        ['Exercice', String(titre.exercise)],
        ['Bordereau', `n°${NBSP}${titre.bordereau}`],
        ...(debtNumber === null ? [] : [['Dette', debtNumber] as const]),
        ['Débiteur', debtor.reference],
      ],
      runningTitle: typeset(`Avis des sommes à payer – ${name}`),
    },
    { kind: 'title', text: 'Avis des sommes à payer', subtitle: `${name}, exercice ${titre.exercise}` },
    {
      kind: 'callout',
      label: whatToDo(notice),
      value: euros(asapCents(asap.lines)),
      note: typeset(asap.subject),
    },
    ...(debitedOn === null ? [slip(notice, person)] : []),
    howToPay(notice),
    linesTable(asap.lines),
    whyThisAvis(notice),
    howToContest(notice),
  ];
}

function whatToDo({ debitedOn, payWithinDays }: PrintedNotice): string {
  if (debitedOn !== null) return `Prélevé sur votre compte le ${plainDate(debitedOn)}`;
  return payWithinDays === null
    ? 'À payer dès réception de cet avis'
    : `À payer dans les ${payWithinDays}${NBSP}jours qui suivent la réception de cet avis`;
}

/** How the debt was computed (décret 2012-1246, art. 24: bases de liquidation). */
function linesTable(lines: readonly AsapLine[]): PdfBlock {
  return {
    kind: 'table',
    summary: 'Ce qui est dû, par prestation et par enfant',
    columns: [
      { header: 'Prestation', width: 1 },
      { header: 'Quantité', width: 'fit', align: 'right' },
      { header: 'Prix', width: 'fit', align: 'right' },
      { header: 'Montant', width: 'fit', align: 'right' },
    ],
    rows: [
      ...lines.map((line): TableRow => ({ cells: cellsOf(line) })),
      { kind: 'total', cells: [{ text: 'Total à payer', span: 3 }, euros(asapCents(lines))] },
    ],
    carried: [{ column: 3, of: (_, index) => amountOf(lines[index]), format: euros }],
  };
}

function cellsOf(line: AsapLine): TableRow['cells'] {
  const { label, from, to, of } = line;
  const days = from.equals(to) ? `le ${shortDate(from)}` : `du ${shortDate(from)} au ${shortDate(to)}`;
  const isCounted = typeof of === 'object';
  const name = label[0]!.toUpperCase() + label.slice(1);
  return [
    typeset(of === 'DISCOUNT' ? name : `${name}, ${days}`),
    isCounted ? String(of.quantity) : '',
    isCounted ? euros(of.unitCents) : '',
    euros(amountOf(line)),
  ];
}

function amountOf(line: AsapLine | undefined): number {
  if (!line) return 0;
  return line.of === 'DISCOUNT' ? -line.cents : line.cents;
}

function howToPay({ asap, online, debitedOn }: PrintedNotice): Notice {
  const { treasury, paymentCentre } = asap;
  if (debitedOn !== null) {
    const text = `Vous n’avez rien à faire : cette somme sera prélevée le ${plainDate(debitedOn)} par la Trésorerie, sur le compte du mandat que vous avez signé.`;
    return { kind: 'notice', title: 'Comment payer', text: typeset(text) };
  }
  const ways = [
    ...(online
      ? [
          `En ligne, par carte ou par prélèvement : ouvrez ${online.url} (code ci-contre), puis donnez l’identifiant ${online.identifier} et la référence ${online.reference}.`,
        ]
      : []),
    `Par chèque à l’ordre du Trésor public, sans l’agrafer, avec le talon : ${inOneLine(paymentCentre)}.`,
    'Chez un buraliste agréé (affiche « Paiement de proximité ») : présentez le code carré du talon.',
    `Auprès du comptable public : ${inOneLine(treasury)}.`,
  ];
  const symbol = online && {
    kind: 'QR' as const,
    content: online.url,
    alt: 'Code à scanner pour ouvrir la page de paiement',
  };
  return { kind: 'notice', title: 'Comment payer', text: typeset(ways.join('\n')), ...(symbol ? { symbol } : {}) };
}

function whyThisAvis({ asap, kind }: PrintedNotice): Notice {
  const { issuer, treasury, number } = asap;
  const { firstName, name, role } = issuer.signatory;
  const what =
    kind === 'ORMC'
      ? 'est l’extrait d’un titre de recettes collectif (rôle)'
      : 'est l’ampliation d’un titre de recettes';
  return {
    kind: 'notice',
    title: 'Pourquoi cet avis',
    text: typeset(
      [
        `La facture ${number} est désormais due à la Trésorerie : elle ne se paie plus à la mairie, ni sur votre espace famille.`,
        `Cet avis ${what}, exécutoire (article L. 252 A du livre des procédures fiscales), émis et rendu exécutoire par ${firstName} ${name}, ${role}. Sans paiement, le comptable public enverra une mise en demeure, puis pourra engager des poursuites.`,
        `Une question sur les jours, les prix, une erreur : ${issuer.name}${issuer.phone ? `, ${issuer.phone}` : ''}. Une difficulté, un délai pour payer : ${treasury.name}.`,
      ].join('\n'),
    ),
  };
}

/** The court and the delay, without which none runs (CGCT L1617-5). */
function howToContest({ asap }: PrintedNotice): Notice {
  return {
    kind: 'notice',
    title: 'Voies et délais de recours',
    text: typeset(`${asap.contestation} Écrire à la mairie ou au comptable n’arrête pas ce délai.`),
  };
}

function slip({ asap, datamatrix, ...notice }: PrintedNotice, person: string): Slip {
  const { paymentCentre, debtor, optical, lines } = asap;
  return {
    kind: 'slip',
    cut: 'À détacher et à joindre à votre chèque',
    columns: [
      { title: 'Débiteur', lines: [person, debtor.reference] },
      { title: 'À envoyer à', lines: [paymentCentre.name, ...linesOf(paymentCentre.address)] },
      {
        title: 'Montant',
        lines: [
          euros(asapCents(lines)),
          noticeName({ asap, datamatrix, ...notice }),
          `Exercice ${asap.titre.exercise}`,
        ],
      },
    ],
    machineLines: [optical.first, optical.second],
    symbol: { kind: 'DATA_MATRIX', content: datamatrix, alt: 'Code à présenter chez un buraliste agréé' },
  };
}

function linesOf({ complement, street, postalCode, city }: PostalAddress): string[] {
  return [...(complement ? [complement] : []), street, `${postalCode} ${city}`];
}

function inOneLine({ name, address }: { readonly name: string; readonly address: PostalAddress }): string {
  return [name, ...linesOf(address)].join(', ');
}
