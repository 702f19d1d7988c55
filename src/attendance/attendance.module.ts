import { Module } from '@nestjs/common';
import { CollectivitesModule } from '../collectivites/index.js';
import { FamiliesModule } from '../families/index.js';
import { PrestationsModule } from '../prestations/index.js';
import { ReservationsModule } from '../reservations/index.js';
import { CloseRolls } from './actions/close-rolls.js';
import { FindAttendances } from './actions/find-attendances.js';
import { FollowAttendance } from './actions/follow-attendance.js';
import { RecordRoll } from './actions/record-roll.js';
import { ShowFamilyAttendance } from './actions/show-family-attendance.js';
import { ShowRoll } from './actions/show-roll.js';
import { AttendanceController } from './api/attendance.controller.js';
import { FamilyAttendanceController } from './api/family-attendance.controller.js';
import { RollController } from './api/roll.controller.js';

const OFFERED = [CloseRolls, FindAttendances, RecordRoll];

@Module({
  imports: [CollectivitesModule, FamiliesModule, PrestationsModule, ReservationsModule],
  controllers: [RollController, AttendanceController, FamilyAttendanceController],
  providers: [...OFFERED, FollowAttendance, ShowFamilyAttendance, ShowRoll],
  exports: OFFERED,
})
export class AttendanceModule {}
