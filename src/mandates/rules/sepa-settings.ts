import type { FieldError } from '../../kernel/problem.js';
import {
  bicFault,
  ibanFault,
  icsFault,
  isMandateReference,
  type PainVersion,
  type SequenceType,
  sepaText,
} from '../../sepa/rules/index.js';

/**
 * Who debits: `TITRE`, the Trésor does, from the mandate data of the PES; `REGIE_DFT`, the régie does, with a file for
 * the DFT account that it holds at the DDFiP.
 */
export const DEBIT_MODES = ['TITRE', 'REGIE_DFT'] as const;
export type DebitMode = (typeof DEBIT_MODES)[number];

export interface SepaSettings {
  readonly offered: boolean;
  readonly mode: DebitMode;
  readonly ics: string;
  /** The name under which the ICS is registered. */
  readonly creditorName: string;
  readonly mandatePrefix: string;
  /** Days between the invoice that announces a debit and the debit. */
  readonly noticeDays: number;
  readonly firstSequence: SequenceType;
  readonly painVersion: PainVersion;
  readonly dftService: string | null;
  readonly ddfipCodique: string | null;
  readonly ddfipName: string | null;
  readonly ddfipStreet: string | null;
  readonly ddfipPostalCode: string | null;
  readonly ddfipCity: string | null;
  readonly creditedIban: string | null;
  readonly creditedBic: string | null;
  readonly dftIban: string | null;
}

/** What is wrong with settings, by field, in French. */
export function settingsFaults(settings: SepaSettings): FieldError[] {
  const { ics, creditorName, mandatePrefix } = settings;
  const fault = (field: string, message: string | null) => (message === null ? [] : [{ field, message }]);
  return [
    ...fault('ics', icsFault(ics)),
    ...fault('creditorName', sepaText(creditorName, 70) ? null : 'donnez le nom enregistré avec l’ICS.'),
    ...fault(
      'mandatePrefix',
      /^[0-9A-Z]{1,12}$/.test(mandatePrefix) && isMandateReference(mandatePrefix)
        ? null
        : 'de 1 à 12 lettres capitales ou chiffres, par exemple CANTINE.',
    ),
    ...(settings.mode === 'REGIE_DFT' ? dftFaults(settings) : []),
  ];
}

function dftFaults(settings: SepaSettings): FieldError[] {
  const asked: readonly (readonly [keyof SepaSettings, RegExp, string])[] = [
    [
      'dftService',
      /^[0-9A-Z]{1,10}$/,
      'l’identifiant de service donné par la DGFiP est attendu, par exemple TGDFT034.',
    ],
    ['ddfipCodique', /^\d{6}$/, 'le codique de la DDFiP compte six chiffres.'],
    ['ddfipName', /\S/, 'le nom de la DDFiP qui tient le compte est attendu.'],
  ];
  const texts = asked.flatMap(([field, shape, message]) =>
    shape.test(String(settings[field] ?? '')) ? [] : [{ field, message }],
  );
  const account = (field: keyof SepaSettings, message: string | null) => (message ? [{ field, message }] : []);
  const { creditedIban, creditedBic, dftIban, ddfipCity, ddfipPostalCode } = settings;
  return [
    ...texts,
    ...account('creditedIban', ibanFault(creditedIban ?? '')),
    ...account('creditedBic', creditedBic ? bicFault(creditedBic, 'FR') : 'le BIC du compte crédité est attendu.'),
    ...account('dftIban', ibanFault(dftIban ?? '')),
    ...((ddfipCity === null) === (ddfipPostalCode === null) && /^(\d{5})?$/.test(ddfipPostalCode ?? '')
      ? []
      : [{ field: 'ddfipCity', message: 'donnez le code postal et la ville ensemble, ou aucun des deux.' }]),
  ];
}
