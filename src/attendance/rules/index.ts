export type { RecordedState } from './roll-entry.js';
export { isProofAwaited } from './absence-prospect.js';
export type { AbsenceVerdict, JudgedAbsence } from './absence-judgement.js';
