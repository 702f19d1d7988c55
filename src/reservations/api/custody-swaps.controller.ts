import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import {
  CurrentFamily,
  familiesProblems as problems,
  type FamilyAccess,
  ForFamily,
  ListSwaps,
  type ShownSwap,
  SwapCustody,
} from '../../families/index.js';
import { type Caller, CurrentCaller } from '../../identity/index.js';
import { FamilyApi } from '../../platform/http/api-audience.js';
import { ApiProblems } from '../../platform/http/api-problems.js';
import { Idempotent } from '../../platform/http/idempotency.js';
import { IdPipe } from '../../platform/http/parameters.js';
import { CountReservations } from '../actions/count-reservations.js';
import { NewSwapDto, OwnSwapDto } from './custody-swaps.dto.js';

/** The custody is of the families' room; it is told from here because the answer counts reservations. */
@FamilyApi('Échanges de jours de garde')
@Controller('families/:familyId/custody-swaps')
export class CustodySwapsController {
  constructor(
    private readonly swapCustody: SwapCustody,
    private readonly listSwaps: ListSwaps,
    private readonly countReservations: CountReservations,
  ) {}

  /** List the swaps of days that my foyer asked or is asked, the latest first. */
  @Get()
  @ForFamily()
  async list(@CurrentFamily() family: FamilyAccess): Promise<OwnSwapDto[]> {
    const swaps = await this.listSwaps.ofFamily(family.collectiviteId, family.familyId);
    const shown: OwnSwapDto[] = [];
    for (const swap of swaps) shown.push(await this.shown(family, swap));
    return shown;
  }

  /** Ask the other foyer of a child to exchange days. It is told by mail; once it confirms, who has the child books and pays. */
  @Post()
  @Idempotent()
  @ForFamily()
  @ApiProblems(problems.SWAP_NOT_POSSIBLE, problems.SWAP_DAYS_TAKEN)
  async ask(
    @CurrentFamily() family: FamilyAccess,
    @CurrentCaller() { accountId }: Caller,
    @Body() body: NewSwapDto,
  ): Promise<OwnSwapDto> {
    return this.one(family, await this.swapCustody.ask({ ...family, accountId }, body));
  }

  /** Confirm a swap that the other foyer asks for. Reservations already made stay with who made them. */
  @Post(':swapId/confirmations')
  @HttpCode(200)
  @ForFamily()
  @ApiProblems(problems.SWAP_OVER, problems.SWAP_ASKED_BY_YOU)
  async confirm(
    @CurrentFamily() family: FamilyAccess,
    @CurrentCaller() { accountId }: Caller,
    @Param('swapId', IdPipe) swapId: number,
  ): Promise<OwnSwapDto> {
    await this.swapCustody.decide({ ...family, accountId }, swapId, 'CONFIRMED');
    return this.one(family, swapId);
  }

  /** Refuse a swap that the other foyer asks for. */
  @Post(':swapId/refusals')
  @HttpCode(200)
  @ForFamily()
  @ApiProblems(problems.SWAP_OVER, problems.SWAP_ASKED_BY_YOU)
  async refuse(
    @CurrentFamily() family: FamilyAccess,
    @CurrentCaller() { accountId }: Caller,
    @Param('swapId', IdPipe) swapId: number,
  ): Promise<OwnSwapDto> {
    await this.swapCustody.decide({ ...family, accountId }, swapId, 'REFUSED');
    return this.one(family, swapId);
  }

  /** Take back a swap that my foyer asked for, while it is not answered. */
  @Post(':swapId/withdrawals')
  @HttpCode(200)
  @ForFamily()
  @ApiProblems(problems.SWAP_OVER)
  async withdraw(
    @CurrentFamily() family: FamilyAccess,
    @CurrentCaller() { accountId }: Caller,
    @Param('swapId', IdPipe) swapId: number,
  ): Promise<OwnSwapDto> {
    await this.swapCustody.withdraw({ ...family, accountId }, swapId);
    return this.one(family, swapId);
  }

  private async one(family: FamilyAccess, swapId: number): Promise<OwnSwapDto> {
    return this.shown(family, await this.listSwaps.oneOf(family.collectiviteId, family.familyId, swapId));
  }

  /** Nothing here names the other foyer. */
  private async shown(family: FamilyAccess, swap: ShownSwap): Promise<OwnSwapDto> {
    const { id, state, childId, childName, askedAt, answeredAt, firstDate, askingFamilyId } = swap;
    const days = swap.days.map(({ date, toFamilyId }) => ({ date, withYou: toFamilyId === family.familyId }));
    const given = days.filter(({ withYou }) => !withYou).map(({ date }) => date);
    return {
      id,
      state,
      childId,
      childName,
      askedByYou: askingFamilyId === family.familyId,
      days,
      askedAt,
      answeredAt,
      firstDate,
      ownReservations: await this.countReservations.run(family, childId, given),
    };
  }
}
