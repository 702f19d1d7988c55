import { Body, Controller, Get, Param, Patch, Post, Query } from '@nestjs/common';
import { Allowed, STAFF_ROLES } from '../../identity/index.js';
import { AdministrationApi } from '../../platform/http/api-audience.js';
import { ApiProblems } from '../../platform/http/api-problems.js';
import { IdPipe } from '../../platform/http/parameters.js';
import { ChangePrestation } from '../actions/change-prestation.js';
import { CreatePrestation } from '../actions/create-prestation.js';
import { FindPrestations } from '../actions/find-prestations.js';
import { prestationsProblems } from '../problems.js';
import {
  CreatedPrestationDto,
  NewPrestationDto,
  PrestationChangesDto,
  PrestationDto,
  prestationDto,
  PrestationsQuery,
} from './prestations.dto.js';

@AdministrationApi('Prestations')
@Controller('collectivites/:collectiviteId/prestations')
export class PrestationsController {
  constructor(
    private readonly findPrestations: FindPrestations,
    private readonly createPrestation: CreatePrestation,
    private readonly changePrestation: ChangePrestation,
  ) {}

  /** Lister les prestations, de tous les sites ou d’un seul */
  @Get()
  @Allowed(...STAFF_ROLES)
  async list(
    @Param('collectiviteId', IdPipe) collectiviteId: number,
    @Query() { siteId, archived }: PrestationsQuery,
  ): Promise<PrestationDto[]> {
    const rows = await this.findPrestations.run(collectiviteId, {
      ...(siteId === undefined ? {} : { siteId: Number(siteId) }),
      archived: archived === 'true',
    });
    return rows.map(prestationDto);
  }

  /** Lire une prestation */
  @Get(':prestationId')
  @Allowed(...STAFF_ROLES)
  async read(
    @Param('collectiviteId', IdPipe) collectiviteId: number,
    @Param('prestationId', IdPipe) prestationId: number,
  ): Promise<PrestationDto> {
    return prestationDto(await this.findPrestations.one(collectiviteId, prestationId));
  }

  /** Créer une prestation, et y inscrire les enfants pour qui elle était souhaitée */
  @Post()
  @Allowed('administrateur')
  @ApiProblems(prestationsProblems.PRESTATION_NAME_TAKEN, prestationsProblems.PRESTATION_NOT_VALID)
  async create(
    @Param('collectiviteId', IdPipe) collectiviteId: number,
    @Body() body: NewPrestationDto,
  ): Promise<CreatedPrestationDto> {
    const { prestation, enrolledFromWishes } = await this.createPrestation.run(collectiviteId, body);
    return { ...prestationDto(prestation), enrolledFromWishes };
  }

  /**
   * Modifier une prestation, l’archiver ou la sortir des archives
   *
   * Les séances déjà planifiées gardent ce qu’elles ont.
   */
  @Patch(':prestationId')
  @Allowed('administrateur')
  @ApiProblems(prestationsProblems.PRESTATION_NAME_TAKEN, prestationsProblems.PRESTATION_NOT_VALID)
  async change(
    @Param('collectiviteId', IdPipe) collectiviteId: number,
    @Param('prestationId', IdPipe) prestationId: number,
    @Body() body: PrestationChangesDto,
  ): Promise<PrestationDto> {
    return prestationDto(await this.changePrestation.run(collectiviteId, prestationId, body));
  }
}
