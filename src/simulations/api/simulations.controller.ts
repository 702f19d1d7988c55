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
   * Rejouer des jours passés avec un projet de règlement
   *
   * Ce que chaque jour aurait changé pour la commune et pour les familles. Les réservations, les annulations et les
   * présences sont les vraies. Une réservation que le projet refuse n’a pas été faite : qui est venu malgré tout est
   * compté comme non prévu. Une annulation qu’il refuse n’a pas été faite : qui n’est pas venu est absent sans motif.
   * Ce qu’un agent aurait à décider est supposé accepté. Rien n’est enregistré.
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
