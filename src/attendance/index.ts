import { AbsenceProofRow } from './data/absence-proof.entity.js';
import { AbsenceRow } from './data/absence.entity.js';
import { CalendarFeedRow } from './data/calendar-feed.entity.js';
import { AttendanceRow } from './data/attendance.entity.js';
import { AttendanceCorrectionRow } from './data/attendance-correction.entity.js';
import { RollRow } from './data/roll.entity.js';

export * from './rules/index.js';
export { AttendanceModule } from './attendance.module.js';
export const attendanceEntities = [
  AbsenceProofRow,
  AbsenceRow,
  AttendanceRow,
  AttendanceCorrectionRow,
  CalendarFeedRow,
  RollRow,
];
export { CloseRolls } from './actions/close-rolls.js';
export { FindAttendances } from './actions/find-attendances.js';
export { TallyAttendances, type TalliedAttendances } from './actions/tally-attendances.js';
export { type DraftPolicies, JudgeAbsences } from './actions/judge-absences.js';
