import { Body, Controller, Param, Post } from '@nestjs/common';
import { Allowed, type Caller, CurrentCaller } from '../../identity/index.js';
import { AdministrationApi } from '../../platform/http/api-audience.js';
import { ApiProblems } from '../../platform/http/api-problems.js';
import { Idempotent } from '../../platform/http/idempotency.js';
import { IdPipe } from '../../platform/http/parameters.js';
import { DeclareCollectively } from '../actions/declare-collectively.js';
import { attendanceProblems } from '../problems.js';
import { absenceDays } from './absence-days.js';
import { CollectiveAbsenceDto, DeclaredCollectivelyDto } from './absences.dto.js';

@AdministrationApi('Absences')
@Controller('collectivites/:collectiviteId/collective-absences')
export class CollectiveAbsencesController {
  constructor(private readonly declareCollectively: DeclareCollectively) {}

  /**
   * Déclarer d’un coup que des enfants qui ont réservé ne viendront pas
   *
   * Une grève, une sortie scolaire, une alerte : pour les enfants d’un site, d’une classe ou d’une liste, ou pour tous
   * ceux qui ont réservé. Rien n’est dû quand le règlement de la prestation range ce motif parmi ceux qui dispensent
   * tout le monde.
   */
  @Post()
  @Allowed('agent', 'administrateur')
  @Idempotent()
  @ApiProblems(attendanceProblems.NOTHING_RESERVED, attendanceProblems.ABSENCE_ALREADY_BILLED)
  declare(
    @Param('collectiviteId', IdPipe) collectiviteId: number,
    @Body() { from, to, ...body }: CollectiveAbsenceDto,
    @CurrentCaller() { accountId }: Caller,
  ): Promise<DeclaredCollectivelyDto> {
    const { kind, prestationId, siteId = null, className = null, childIds = null, note = null } = body;
    const meant = { kind, prestationId, siteId, className, childIds, note };
    return this.declareCollectively.run({ collectiviteId, accountId, ...meant, ...absenceDays({ from, to }) });
  }
}
