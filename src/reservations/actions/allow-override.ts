import { invalidRequest } from '../../platform/http/validation.js';
import type { BasketOwner } from '../data/basket-store.js';
import { reservationsProblems } from '../problems.js';

/** Who acts, for which family: one of its guardians, or the mairie. */
export interface FamilyAct extends BasketOwner {
  readonly asParent: boolean;
}

/** What a request says of acting beyond a window. */
export interface OverrideAsked {
  readonly override?: boolean | null | undefined;
  readonly reason?: string | null | undefined;
}

/**
 * The reason for which the mairie acts beyond a window; null when the windows hold. Throws OVERRIDE_NOT_ALLOWED for a
 * parent (an agent's own family included) and INVALID_REQUEST without a reason.
 */
export function overrideReason({ asParent }: FamilyAct, { override, reason }: OverrideAsked): string | null {
  if (!override) return null;
  if (asParent)
    throw reservationsProblems.OVERRIDE_NOT_ALLOWED(
      'Seule la mairie peut réserver ou annuler hors délai. Contactez-la si c’est indispensable.',
    );
  if (!reason) throw invalidRequest([{ field: 'reason', message: 'dites pourquoi le délai n’est pas appliqué.' }]);
  return reason;
}
