import { Module } from '@nestjs/common';
import { CalendarModule } from '../calendar/index.js';
import { CollectivitesModule } from '../collectivites/index.js';
import { DemandesModule } from '../demandes/index.js';
import { FamiliesModule } from '../families/index.js';
import { IdentityModule } from '../identity/index.js';
import { PrestationsModule } from '../prestations/index.js';
import { ReservationsModule } from '../reservations/index.js';
import { CheckAbsences } from './actions/check-absences.js';
import { CloseRolls } from './actions/close-rolls.js';
import { DeclareAbsences } from './actions/declare-absences.js';
import { DeclareCollectively } from './actions/declare-collectively.js';
import { EraseProofs } from './actions/erase-proofs.js';
import { CloseFeed } from './actions/feeds/close-feed.js';
import { ListFeeds } from './actions/feeds/list-feeds.js';
import { OpenFeed } from './actions/feeds/open-feed.js';
import { ReadFeed } from './actions/feeds/read-feed.js';
import { FindAbsences } from './actions/find-absences.js';
import { FindAnnounced } from './actions/find-announced.js';
import { FindAttendances } from './actions/find-attendances.js';
import { FollowAttendance } from './actions/follow-attendance.js';
import { ForeseeAbsence } from './actions/foresee-absence.js';
import { JudgeAbsences } from './actions/judge-absences.js';
import { KeepProof } from './actions/keep-proof.js';
import { ListCorrections } from './actions/list-corrections.js';
import { LoadBookedDays } from './actions/load-booked-days.js';
import { MailAboutAbsence } from './actions/mail-about-absence.js';
import { ReadProof } from './actions/read-proof.js';
import { RecordPaperProof } from './actions/record-paper-proof.js';
import { RecordRoll } from './actions/record-roll.js';
import { RefuseProof } from './actions/refuse-proof.js';
import { ReviseRolls } from './actions/revise-rolls.js';
import { SendProof } from './actions/send-proof.js';
import { ShowAbsences } from './actions/show-absences.js';
import { ShowFamilyAttendance } from './actions/show-family-attendance.js';
import { ShowRoll } from './actions/show-roll.js';
import { TallyAttendances } from './actions/tally-attendances.js';
import { WithdrawAbsence } from './actions/withdraw-absence.js';
import { AbsencesController } from './api/absences.controller.js';
import { AttendanceController } from './api/attendance.controller.js';
import { CalendarFeedsController, PublicCalendarFeedController } from './api/calendar-feeds.controller.js';
import { CollectiveAbsencesController } from './api/collective-absences.controller.js';
import { FamilyAbsencesController } from './api/family-absences.controller.js';
import { FamilyAttendanceController } from './api/family-attendance.controller.js';
import { RollController } from './api/roll.controller.js';
import { EraseProofsTask } from './tasks/erase-proofs.task.js';

const OFFERED = [CloseRolls, FindAttendances, JudgeAbsences, RecordRoll, TallyAttendances];

@Module({
  imports: [
    CalendarModule,
    CollectivitesModule,
    DemandesModule,
    FamiliesModule,
    IdentityModule,
    PrestationsModule,
    ReservationsModule,
  ],
  controllers: [
    RollController,
    AttendanceController,
    FamilyAttendanceController,
    FamilyAbsencesController,
    AbsencesController,
    CollectiveAbsencesController,
    CalendarFeedsController,
    PublicCalendarFeedController,
  ],
  providers: [
    ...OFFERED,
    CheckAbsences,
    CloseFeed,
    DeclareAbsences,
    DeclareCollectively,
    EraseProofs,
    EraseProofsTask,
    FindAbsences,
    FindAnnounced,
    FollowAttendance,
    ForeseeAbsence,
    KeepProof,
    ListCorrections,
    ListFeeds,
    LoadBookedDays,
    MailAboutAbsence,
    OpenFeed,
    ReadFeed,
    ReadProof,
    RecordPaperProof,
    RefuseProof,
    ReviseRolls,
    SendProof,
    ShowAbsences,
    ShowFamilyAttendance,
    ShowRoll,
    WithdrawAbsence,
  ],
  exports: OFFERED,
})
export class AttendanceModule {}
