import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { ApiBody } from '@nestjs/swagger';
import { Allowed } from '../../identity/index.js';
import { AdministrationApi } from '../../platform/http/api-audience.js';
import { ApiProblems } from '../../platform/http/api-problems.js';
import { IdPipe } from '../../platform/http/parameters.js';
import { PreviewBookingPolicy } from '../actions/preview-booking-policy.js';
import { reglementProblems } from '../problems.js';
import { ApiDeadlines } from './deadline.dto.js';
import { ApiPolicies } from './policy.dto.js';
import { PolicyToPreviewDto, PREVIEW_EXAMPLES, PreviewDto, previewDto } from './preview.dto.js';

@AdministrationApi('Règlement')
@ApiDeadlines()
@ApiPolicies()
@Controller('collectivites/:collectiviteId/booking-policies')
export class PreviewController {
  constructor(private readonly previewBookingPolicy: PreviewBookingPolicy) {}

  /**
   * Essayer une règle sur de vrais jours
   *
   * Sa phrase, ses instants, et ce qu’elle a d’étrange. Rien n’est enregistré.
   */
  @Post('preview')
  @HttpCode(200)
  @Allowed('administrateur')
  @ApiBody({ type: PolicyToPreviewDto, examples: PREVIEW_EXAMPLES })
  @ApiProblems(reglementProblems.DEADLINE_NOT_VALID)
  async preview(
    @Param('collectiviteId', IdPipe) collectiviteId: number,
    @Body() body: PolicyToPreviewDto,
  ): Promise<PreviewDto> {
    return previewDto(await this.previewBookingPolicy.run(collectiviteId, body));
  }
}
