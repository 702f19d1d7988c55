import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { ApiBody } from '@nestjs/swagger';
import { Allowed } from '../../identity/index.js';
import { AdministrationApi } from '../../platform/http/api-audience.js';
import { ApiProblems } from '../../platform/http/api-problems.js';
import { IdPipe } from '../../platform/http/parameters.js';
import { PreviewTariff } from '../actions/preview-tariff.js';
import { reglementProblems } from '../problems.js';
import { ApiTariffs, tariffExamples } from './tariff.dto.js';
import { TariffPreviewDto, TariffPreviewRequestDto } from './tariff-preview.dto.js';

const EXAMPLES = tariffExamples((tariff) => ({
  tariff,
  cases: [
    { quotient: 642.5, event: 'UNIT', arrival: '16:30', departure: '17:46', date: '2026-11-26' },
    { quotient: null, resident: false, childRank: 3, daysPerWeek: 2, event: 'UNPLANNED', departure: '17:00' },
  ],
}));

@AdministrationApi('Règlement')
@ApiTariffs()
@Controller('collectivites/:collectiviteId/tariffs')
export class TariffPreviewController {
  constructor(private readonly previewTariff: PreviewTariff) {}

  /**
   * Chiffrer des cas imaginés avec un tarif en cours d’écriture
   *
   * Rien n’est enregistré.
   */
  @Post('preview')
  @HttpCode(200)
  @Allowed('administrateur')
  @ApiBody({ type: TariffPreviewRequestDto, examples: EXAMPLES })
  @ApiProblems(reglementProblems.TARIFF_NOT_VALID)
  async preview(
    @Param('collectiviteId', IdPipe) collectiviteId: number,
    @Body() body: TariffPreviewRequestDto,
  ): Promise<TariffPreviewDto> {
    const { cases, warnings } = await this.previewTariff.run(collectiviteId, body);
    return {
      cases: cases.map((one) => ({ ...one, explanation: [...one.explanation] })),
      warnings: [...warnings],
    };
  }
}
