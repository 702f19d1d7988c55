export const DEMANDE_CATEGORIES = ['RESERVATION', 'BILLING', 'ABSENCE', 'DOCUMENT', 'OTHER'] as const;
export type DemandeCategory = (typeof DEMANDE_CATEGORIES)[number];

export const DEMANDE_STATES = ['RECEIVED', 'IN_PROGRESS', 'ANSWERED', 'CLOSED'] as const;
export type DemandeState = (typeof DEMANDE_STATES)[number];

const NEXT: Record<DemandeState, readonly DemandeState[]> = {
  RECEIVED: ['IN_PROGRESS', 'ANSWERED', 'CLOSED'],
  IN_PROGRESS: ['ANSWERED', 'CLOSED'],
  ANSWERED: ['IN_PROGRESS', 'CLOSED'],
  CLOSED: ['IN_PROGRESS'],
};

/** Whether an agent may move a demande from one state to the other; staying is always possible. */
export function mayBecome(from: DemandeState, to: DemandeState): boolean {
  return from === to || NEXT[from].includes(to);
}

/** The state once somebody has written; null when the conversation is over. */
export function stateAfterMessage(state: DemandeState, fromMairie: boolean): DemandeState | null {
  if (state === 'CLOSED') return null;
  if (fromMairie) return 'ANSWERED';
  return state === 'ANSWERED' ? 'IN_PROGRESS' : state;
}

const CATEGORY_NAMES: Record<DemandeCategory, string> = {
  RESERVATION: 'réservations',
  BILLING: 'facturation',
  ABSENCE: 'absences',
  DOCUMENT: 'documents et justificatifs',
  OTHER: 'autre',
};

export function categoryName(category: DemandeCategory): string {
  return CATEGORY_NAMES[category];
}

const STATE_NAMES: Record<DemandeState, string> = {
  RECEIVED: 'reçue',
  IN_PROGRESS: 'en cours',
  ANSWERED: 'répondue',
  CLOSED: 'close',
};

export function stateName(state: DemandeState): string {
  return STATE_NAMES[state];
}

/** « D-2026-000012 ». */
export function demandeReference(year: number, number: number): string {
  return `D-${year}-${String(number).padStart(6, '0')}`;
}
