import type { Temporal } from '../../kernel/civil-time.js';
import { typeset } from '../../kernel/french.js';
import {
  checkSender,
  type Edition,
  type Fault,
  parseTriplet,
  type PostalAddress,
  type Sender,
} from '../../pes/rules/index.js';
import { type BatchKind, isPublic } from './batch.js';
import { isRollReference, USUAL_ROLL_REFERENCE } from './payment-reference.js';

export const CLAIM_MODES = ['TITRE', 'ORMC'] as const;
export type ClaimMode = (typeof CLAIM_MODES)[number];

/** Who sends the avis des sommes à payer; SHARED: the commune sends it, and the comptable sees it. */
export const NOTICES = ['DGFIP', 'SHARED', 'COMMUNE'] as const;
export type Notices = (typeof NOTICES)[number];

/** What only an avis des sommes à payer says. */
export interface NoticeSettings {
  readonly signatory: { readonly name: string; readonly firstName: string; readonly role: string };
  readonly court: string;
  /** The SGC: who answers about payment. */
  readonly treasury: { readonly name: string; readonly address: PostalAddress };
  /** Where payment slips are sent. */
  readonly paymentCentre: { readonly name: string; readonly address: PostalAddress };
  readonly slip: { readonly establishment: string; readonly revenue: string; readonly emitter: string };
  /** « CodeTipi » and address of the online payment of titres; both or none. */
  readonly online?: { readonly code: string; readonly url: string };
  /** Days to pay from the reception of an avis; absent: at once. */
  readonly payWithinDays?: number;
}

export interface TreasurySettings {
  readonly mode: ClaimMode;
  readonly codique: string;
  readonly siret: string;
  readonly collectiviteCode: string;
  readonly budgetCode: string;
  readonly budgetLabel: string;
  readonly regieNumber: string | null;
  readonly regieTriplet: string;
  readonly notices: Notices;
  readonly noticeDays: number;
  /** Between a rôle and the day on which the Trésor debits what it holds, where families let it. */
  readonly debitDays: number;
  readonly keyNature: string;
  readonly sendsKeyDigit: boolean;
  readonly debtPeriod: number;
  /** How the 21 digits that pay an article online are composed: see `isRollReference`. */
  readonly rollReference: string;
  readonly leastCents: number;
  readonly notice: NoticeSettings | null;
  /** Whether the titre of the régie's months is made here; mostly it is typed in the accounting package. */
  readonly makesRegieTitre: boolean;
  /** Who stands as the debtor of the régie's titre, and of the one that recapitulates a rôle; null: the collectivité. */
  readonly regieDebtor: PublicDebtor | null;
  readonly rollDebtor: PublicDebtor | null;
}

/** A public body as the Trésorerie knows it. */
export interface PublicDebtor {
  readonly reference: string;
  readonly name: string;
  readonly siret?: string;
  readonly address: PostalAddress;
}

/** What stands until the Trésorerie says otherwise: see « Questions à poser au SGC » in docs/treasury.md. */
export const USUAL_SETTINGS = {
  regieNumber: null,
  regieTriplet: '01/07/05',
  notices: 'COMMUNE',
  noticeDays: 7,
  debitDays: 30,
  keyNature: '8',
  sendsKeyDigit: true,
  debtPeriod: 1,
  rollReference: USUAL_ROLL_REFERENCE,
  /** CGCT L1611-5 and D1611-1. */
  leastCents: 1500,
  notice: null,
  makesRegieTitre: false,
  regieDebtor: null,
  rollDebtor: null,
} as const;

/** What a Trésorerie would reject of the settings themselves, in French. */
export function settingsFaults(settings: TreasurySettings): Fault[] {
  const faults: string[] = [];
  try {
    const { bordereau } = parseTriplet(settings.regieTriplet);
    if (bordereau !== '01') faults.push('Le titre de la régie est dans un bordereau de titres : 01/…');
  } catch {
    faults.push(`Le triplet « ${settings.regieTriplet} » ne s’écrit pas comme 01/07/05.`);
  }
  if (!/^\d{1,2}$/.test(settings.keyNature)) faults.push('Le code nature de la clé a un ou deux chiffres.');
  if (editionOf(settings, settings.mode) !== undefined && settings.mode === 'TITRE' && settings.notice === null) {
    faults.push('Pour joindre les avis des sommes à payer, indiquez signataire, tribunal, centre et talon.');
  }
  if (settings.makesRegieTitre && settings.regieNumber === null)
    faults.push('Pour établir les titres de la régie, indiquez son numéro à la Trésorerie.');
  if (!isRollReference(settings.rollReference))
    faults.push(
      'La référence d’un article : 21 signes parmi E, P, R, D et des chiffres, chaque lettre en un seul bloc, E deux ou quatre fois, D dix fois au moins.',
    );
  const slip = settings.notice?.slip;
  if (slip && !(isCode(slip.establishment) && isCode(slip.revenue) && /^\d{6}$/.test(slip.emitter))) {
    faults.push('Codes établissement et recette : trois chiffres ou deux lettres ; code émetteur : six chiffres.');
  }
  if (slip && !/^\d{6}$/.test(settings.codique)) faults.push('Un talon demande un codique de six chiffres.');
  const sender = senderOf(settings, '0');
  return [...checkSender(sender), ...faults.map((message) => ({ message: typeset(message) }))];
}

function isCode(text: string): boolean {
  return /^(\d{3}|[A-Z]{2})$/.test(text);
}

export function senderOf(settings: TreasurySettings, version: string): Sender {
  const { codique, siret, collectiviteCode, budgetCode, budgetLabel } = settings;
  return {
    software: 'Espace Famille',
    version,
    codique,
    siret,
    code: collectiviteCode,
    budget: budgetCode,
    budgetLabel,
  };
}

/** Undefined where the comptable has nothing to do with the avis. */
export function editionOf({ notices }: Pick<TreasurySettings, 'notices'>, kind: BatchKind): Edition | undefined {
  if (kind === 'REDUCTION' || isPublic(kind) || notices === 'COMMUNE') return undefined;
  if (kind === 'ORMC') return notices === 'DGFIP' ? '06' : undefined;
  return notices === 'DGFIP' ? '01' : '04';
}

/** The day on which the commune sends the avis of a rôle that the DGFiP does not print. */
export function noticesOn(
  settings: Pick<TreasurySettings, 'notices' | 'noticeDays'>,
  kind: BatchKind,
  issuedOn: Temporal.PlainDate,
): Temporal.PlainDate | undefined {
  if (kind !== 'ORMC' || editionOf(settings, kind)) return undefined;
  return issuedOn.add({ days: settings.noticeDays });
}
