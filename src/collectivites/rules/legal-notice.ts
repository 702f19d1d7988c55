import { typeset } from '../../kernel/french.js';

/** What a collectivité tells of who answers for its pages; null: not told yet. */
export interface LegalNotice {
  readonly publicationDirector: string | null;
  readonly hostName: string | null;
  readonly hostAddress: string | null;
  readonly hostPhone: string | null;
  /** A name or a function. */
  readonly dataProtectionOfficer: string | null;
  readonly dataProtectionEmail: string | null;
}

export const NOTHING_TOLD: LegalNotice = {
  publicationDirector: null,
  hostName: null,
  hostAddress: null,
  hostPhone: null,
  dataProtectionOfficer: null,
  dataProtectionEmail: null,
};

const WORDS: Record<keyof LegalNotice, string> = {
  publicationDirector: 'le nom du directeur de la publication : le maire, ou le président',
  hostName: 'le nom de l’hébergeur',
  hostAddress: 'l’adresse de l’hébergeur',
  hostPhone: 'le téléphone de l’hébergeur',
  dataProtectionOfficer: 'le délégué à la protection des données : un nom ou un service',
  dataProtectionEmail: 'l’adresse électronique du délégué à la protection des données',
};

/**
 * What is still to be told, in French, in the order in which one is asked for it: loi n° 2004-575 pour la confiance dans
 * l’économie numérique (editor, director of publication, host), RGPD article 13 (data protection officer).
 */
export function missingIn(notice: LegalNotice): string[] {
  return Object.entries(WORDS)
    .filter(([field]) => notice[field as keyof LegalNotice] === null)
    .map(([, words]) => typeset(words));
}
