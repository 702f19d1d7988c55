import type { GuardianRow } from '../../families/index.js';
import type { Temporal } from '../../kernel/civil-time.js';
import type { InvitationRow } from '../data/invitation.entity.js';
import { invitationsProblems } from '../problems.js';
import { invitationState } from '../rules/invitation-state.js';

/** Throws INVITATION_USED or INVITATION_EXPIRED, each with what to do next. */
export function assertUsable(invitation: InvitationRow, guardian: GuardianRow, now: Temporal.Instant): void {
  const state = invitationState(invitation, now);
  if (state === 'USED' || guardian.accountId !== null) throw usedInvitation();
  if (state === 'REPLACED') {
    throw invitationsProblems.INVITATION_EXPIRED(
      'Une invitation plus récente vous a été envoyée : utilisez le lien du dernier message reçu.',
    );
  }
  // The mairie corrected the address since: a code that went to the wrong mailbox opens nothing.
  if (guardian.email !== invitation.email) {
    throw invitationsProblems.INVITATION_EXPIRED(
      'La mairie a changé votre adresse électronique depuis cette invitation. Demandez-en une nouvelle à votre adresse actuelle.',
    );
  }
  if (state === 'EXPIRED') {
    throw invitationsProblems.INVITATION_EXPIRED(
      'Cette invitation a expiré. Demandez-en une nouvelle : elle vous sera envoyée à la même adresse.',
    );
  }
}

export function usedInvitation() {
  return invitationsProblems.INVITATION_USED(
    'Votre compte est déjà créé. Connectez-vous, ou choisissez « J’ai oublié mon mot de passe ».',
  );
}

export function unknownInvitation() {
  return invitationsProblems.INVITATION_UNKNOWN(
    'Ce code ne correspond à aucune invitation envoyée à cette adresse. Ouvrez le lien du dernier message reçu, ou demandez une nouvelle invitation.',
  );
}
