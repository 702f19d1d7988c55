import { counted, typeset } from '../../kernel/french.js';

/** Where the mairie sees what recomputing the sessions of a prestation would change, before it does. */
export function recomputationPreview(collectiviteId: number, prestationId: number): string {
  return `/api/v1/collectivites/${collectiviteId}/prestations/${prestationId}/session-recomputations/preview`;
}

/** For the person who changes the rules; null where no open session is concerned. */
export function sessionsKeepTheirs(open: number): string | null {
  return open === 0
    ? null
    : typeset(
        `${counted(open, 'séance encore ouverte garde ses délais', 'séances encore ouvertes gardent leurs délais')} : les familles en ont été informées. Prévisualisez le recalcul pour voir qui est concerné, puis appliquez-le.`,
      );
}
