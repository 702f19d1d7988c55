import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { familiesProblems as problems, ListSwaps, type ShownSwap, SwapCustody } from '../../families/index.js';
import { Allowed, type Caller, CurrentCaller } from '../../identity/index.js';
import { AdministrationApi } from '../../platform/http/api-audience.js';
import { ApiProblems } from '../../platform/http/api-problems.js';
import { Idempotent } from '../../platform/http/idempotency.js';
import { IdPipe } from '../../platform/http/parameters.js';
import { RecordedSwapDto, SwapOfChildDto } from './custody-swaps.dto.js';

@AdministrationApi('Familles')
@Controller('collectivites/:collectiviteId/children/:childId/custody-swaps')
export class RecordedSwapsController {
  constructor(
    private readonly swapCustody: SwapCustody,
    private readonly listSwaps: ListSwaps,
  ) {}

  /** Lister les échanges de jours entre les deux foyers d’un enfant, le dernier d’abord */
  @Get()
  @Allowed('agent', 'administrateur')
  async list(
    @Param('collectiviteId', IdPipe) collectiviteId: number,
    @Param('childId', IdPipe) childId: number,
  ): Promise<SwapOfChildDto[]> {
    return (await this.listSwaps.ofChild(collectiviteId, childId)).map(ofChild);
  }

  /**
   * Enregistrer un échange que les deux foyers ont signé
   *
   * Il vaut aussitôt, et tous deux en sont avertis par courriel.
   */
  @Post()
  @Idempotent()
  @Allowed('agent', 'administrateur')
  @ApiProblems(problems.SWAP_NOT_POSSIBLE, problems.SWAP_DAYS_TAKEN)
  async record(
    @Param('collectiviteId', IdPipe) collectiviteId: number,
    @Param('childId', IdPipe) childId: number,
    @CurrentCaller() { accountId }: Caller,
    @Body() body: RecordedSwapDto,
  ): Promise<SwapOfChildDto> {
    const id = await this.swapCustody.record(collectiviteId, { ...body, childId }, accountId);
    return ofChild((await this.listSwaps.ofChild(collectiviteId, childId)).find((swap) => swap.id === id)!);
  }
}

function ofChild({ days, ...swap }: ShownSwap): SwapOfChildDto {
  return { ...swap, days: days.map(({ date, toFamilyId }) => ({ date, familyId: toFamilyId })) };
}
