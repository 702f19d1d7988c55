import { AttendanceRow } from './data/attendance.entity.js';
import { AttendanceCorrectionRow } from './data/attendance-correction.entity.js';
import { RollRow } from './data/roll.entity.js';

export { AttendanceModule } from './attendance.module.js';
export { AttendanceCorrectionRow, AttendanceRow, RollRow };
export const attendanceEntities = [AttendanceRow, AttendanceCorrectionRow, RollRow];
export { CloseRolls } from './actions/close-rolls.js';
export { FindAttendances } from './actions/find-attendances.js';
export { RecordRoll, type RollToRecord } from './actions/record-roll.js';
export { attendanceProblems } from './problems.js';
export type { RecordedState } from './rules/roll-entry.js';
export type { RollEntry } from './rules/roll.js';
