import { type Mode, MODES } from './vocabulary.js';

/** What is asked of PayFiP; amounts in cents. */
export interface PaymentRequest {
  /** Number of the client (collectivité or régie) given by the SGC, six digits. */
  readonly numcli: string;
  /** Year of the debt. */
  readonly exer: number;
  /** Reference of the debt, 6 to 30 letters or digits. */
  readonly refdet: string;
  /** What is paid, in plain letters. */
  readonly objet: string;
  readonly montant: number;
  /** Where PayFiP mails its own receipt. */
  readonly mel: string;
  readonly saisie: Mode;
  readonly urlnotif: string;
  readonly urlredirect: string;
}

/** As it travels. */
export type RequestFields = Readonly<Record<keyof PaymentRequest, string>>;

export const LEAST_CENTS = 100;
export const MOST_CENTS = 9_999_999;
const LONGEST_OBJECT = 99;
const LONGEST_ADDRESS = 249;

export function fieldsOf(request: PaymentRequest): RequestFields {
  return { ...request, exer: String(request.exer).padStart(4, '0'), montant: String(request.montant) };
}

/**
 * The codes with which PayFiP refuses a request, all of those that apply, in the order of the fields; empty when it
 * takes it. Codes as two clients list them; the year and the object have none there, and get the one of the reference.
 */
export function faultsOfRequest(fields: Readonly<Partial<RequestFields>>): string[] {
  const { numcli = '', exer = '', refdet = '', objet = '', montant = '', mel = '', saisie = '' } = fields;
  const amount = /^\d{1,12}$/.test(montant) ? Number(montant) : null;
  const checks: readonly (readonly [boolean, string])[] = [
    [(MODES as readonly string[]).includes(saisie), 'S1'],
    [/^\d{6}$/.test(numcli), 'T1'],
    [/^[A-Za-z0-9]{6,30}$/.test(refdet), 'R3'],
    [/^\d{4}$/.test(exer) && /^[A-Za-z0-9 ]{0,99}$/.test(objet), 'R3'],
    [amount !== null, 'M1'],
    [amount === null || amount >= LEAST_CENTS, 'M3'],
    [amount === null || amount <= MOST_CENTS, 'M5'],
    [mel !== '', 'A1'],
    [mel === '' || (mel.length >= 6 && mel.length <= 80 && /^[^\s@]+@[^\s@]+$/.test(mel)), 'A2'],
    [isAddress(fields.urlnotif), 'N1'],
    [isAddress(fields.urlredirect), 'D1'],
  ];
  return [...new Set(checks.filter(([holds]) => !holds).map(([, code]) => code))];
}

/** A text as the field « objet » takes it: letters without accents, digits and single spaces, 99 at most. */
export function plainObject(text: string): string {
  return text
    .replace(/[Œœ]/g, 'oe')
    .replace(/[Ææ]/g, 'ae')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^A-Za-z0-9]+/g, ' ')
    .trim()
    .slice(0, LONGEST_OBJECT)
    .trimEnd();
}

function isAddress(text = ''): boolean {
  return text.length <= LONGEST_ADDRESS && /^https?:\/\/[^\s]+$/.test(text) && URL.canParse(text);
}
