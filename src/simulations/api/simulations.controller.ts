import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { Allowed } from '../../identity/index.js';
import { AdministrationApi } from '../../platform/http/api-audience.js';
import { ApiProblems } from '../../platform/http/api-problems.js';
import { IdPipe } from '../../platform/http/parameters.js';
import { ApiDeadlines, ApiPolicies, ApiTariffs } from '../../reglement/index.js';
import { SimulateReglement } from '../actions/simulate-reglement.js';
import { simulationsProblems } from '../problems.js';
import { simulationView } from './simulation-view.js';
import { SimulationDto, SimulationRequestDto } from './simulations.dto.js';

@AdministrationApi('Règlement')
@ApiDeadlines()
@ApiTariffs()
@ApiPolicies()
@Controller('collectivites/:collectiviteId/simulations')
export class SimulationsController {
  constructor(private readonly simulate: SimulateReglement) {}

  /**
   * Replay past days under a draft règlement: what each would have changed for the commune and for families.
   *
   * The bookings, cancellations and attendances are the real ones. A booking that the draft refuses was not made: who
   * came all the same is priced as unplanned. A cancellation that it refuses was not made: who did not come is absent
   * without a reason. What an agent would have to decide is supposed to be accepted. Nothing is stored.
   */
  @Post()
  @HttpCode(200)
  @Allowed('administrateur')
  @ApiProblems(simulationsProblems.SIMULATION_PERIOD, simulationsProblems.DRAFT_NOT_VALID)
  async run(
    @Param('collectiviteId', IdPipe) collectiviteId: number,
    @Body() body: SimulationRequestDto,
  ): Promise<SimulationDto> {
    return simulationView(await this.simulate.run(collectiviteId, body));
  }
}
