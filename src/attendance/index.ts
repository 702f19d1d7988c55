import { AttendanceRow } from './data/attendance.entity.js';
import { AttendanceCorrectionRow } from './data/attendance-correction.entity.js';
import { RollRow } from './data/roll.entity.js';

export { AttendanceModule } from './attendance.module.js';
export const attendanceEntities = [AttendanceRow, AttendanceCorrectionRow, RollRow];
export { CloseRolls } from './actions/close-rolls.js';
export { FindAttendances } from './actions/find-attendances.js';
export type { RecordedState } from './rules/roll-entry.js';
