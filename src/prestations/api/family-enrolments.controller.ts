import { Body, Controller, Get, Param, Put } from '@nestjs/common';
import { ApiBody } from '@nestjs/swagger';
import { CurrentFamily, type FamilyAccess, ForFamily } from '../../families/index.js';
import { FamilyApi } from '../../platform/http/api-audience.js';
import { ApiProblems } from '../../platform/http/api-problems.js';
import { IdPipe } from '../../platform/http/parameters.js';
import { ChooseUsualSupplements } from '../actions/enrolments/choose-usual-supplements.js';
import { ListFamilyEnrolments } from '../actions/enrolments/list-family-enrolments.js';
import { prestationsProblems } from '../problems.js';
import { FamilyEnrolmentDto, familyEnrolmentDto, UsualSupplementsDto } from './family-enrolments.dto.js';

@FamilyApi('Mes réservations')
@Controller('families/:familyId/enrolments')
export class FamilyEnrolmentsController {
  constructor(
    private readonly listFamilyEnrolments: ListFamilyEnrolments,
    private readonly chooseUsualSupplements: ChooseUsualSupplements,
  ) {}

  /** Lister à quoi les enfants sont inscrits, avec les suppléments qu’ils peuvent prendre */
  @Get()
  @ForFamily('agent', 'administrateur')
  async list(@CurrentFamily() family: FamilyAccess): Promise<FamilyEnrolmentDto[]> {
    return (await this.listFamilyEnrolments.run(family)).map(familyEnrolmentDto);
  }

  /**
   * Choisir les suppléments que l’enfant prend à chaque venue
   *
   * Pour les jours réservés à partir de maintenant, par l’un ou l’autre de ses foyers ; chaque jour peut en décider
   * autrement. Les jours déjà réservés restent comme ils sont.
   */
  @Put(':enrolmentId/supplements')
  @ApiBody({
    type: UsualSupplementsDto,
    examples: {
      snack: { value: { supplements: ['Goûter'], replaces: [] } },
      none: { value: { supplements: [] } },
    },
  })
  @ForFamily('agent', 'administrateur')
  @ApiProblems(prestationsProblems.SUPPLEMENT_UNKNOWN, prestationsProblems.SUPPLEMENTS_CHANGED)
  async choose(
    @CurrentFamily() family: FamilyAccess,
    @Param('enrolmentId', IdPipe) enrolmentId: number,
    @Body() wanted: UsualSupplementsDto,
  ): Promise<FamilyEnrolmentDto> {
    return familyEnrolmentDto(await this.chooseUsualSupplements.run(family, enrolmentId, wanted));
  }
}
