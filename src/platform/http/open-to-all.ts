/** Metadata of what is answered without knowing who asks; everything else is denied by default. */
export const OPEN_TO_ALL = 'espace-famille:open-to-all';
