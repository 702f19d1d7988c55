export type { RecordedState } from './roll-entry.js';
export type { AbsenceVerdict, JudgedAbsence } from './absence-judgement.js';
