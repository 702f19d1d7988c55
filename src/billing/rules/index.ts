export { type AttendanceState, whatIsDue } from './due.js';
export { eventCounted, forfaitCounted, Tally } from './tally.js';
