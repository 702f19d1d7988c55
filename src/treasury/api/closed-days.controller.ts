import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { Allowed, type Caller, CurrentCaller } from '../../identity/index.js';
import { AdministrationApi } from '../../platform/http/api-audience.js';
import { ApiProblems } from '../../platform/http/api-problems.js';
import { IdPipe } from '../../platform/http/parameters.js';
import { CloseDays, type ClosedDays } from '../actions/close-days.js';
import { treasuryProblems } from '../problems.js';
import { CloseDaysDto, ClosedDaysDto } from './closed-days.dto.js';

@AdministrationApi('États d’encaissement')
@Controller('collectivites/:collectiviteId/closed-days')
export class ClosedDaysController {
  constructor(private readonly closeDays: CloseDays) {}

  /**
   * Clore des jours en comptabilité
   *
   * Plus rien ne s’y écrit, et ils ne se rouvrent pas : ce qui arrive ensuite compte pour un jour ouvert. Si
   * aujourd’hui est clos, la caisse reprend demain.
   */
  @Post()
  @HttpCode(200)
  @Allowed('regisseur')
  @ApiProblems(treasuryProblems.DAY_NOT_OVER)
  async close(
    @Param('collectiviteId', IdPipe) collectiviteId: number,
    @Body() { to }: CloseDaysDto,
    @CurrentCaller() caller: Caller,
  ): Promise<ClosedDaysDto> {
    return closedDaysView(await this.closeDays.run(collectiviteId, to, caller.accountId));
  }

  /** Voir les jours clos en comptabilité */
  @Get()
  @Allowed('regisseur', 'administrateur')
  async read(@Param('collectiviteId', IdPipe) collectiviteId: number): Promise<ClosedDaysDto> {
    return closedDaysView(await this.closeDays.find(collectiviteId));
  }
}

function closedDaysView({ closedTo, closings }: ClosedDays): ClosedDaysDto {
  return {
    closedTo,
    closings: closings.map(({ toDate, closedAt, closedBy }) => ({ to: toDate, closedAt, closedBy })),
  };
}
