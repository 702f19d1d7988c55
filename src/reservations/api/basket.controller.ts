import { Body, Controller, Delete, Get, Headers, HttpCode, Param, Post, Res } from '@nestjs/common';
import { ApiBody, ApiHeader } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { CurrentFamily, type FamilyAccess, ForFamily } from '../../families/index.js';
import { type Caller, CurrentCaller } from '../../identity/index.js';
import { FamilyApi } from '../../platform/http/api-audience.js';
import { ApiProblems } from '../../platform/http/api-problems.js';
import { IdPipe } from '../../platform/http/parameters.js';
import { httpProblems } from '../../platform/http/problems.js';
import { AddSpanToBasket } from '../actions/add-span-to-basket.js';
import { AddToBasket } from '../actions/add-to-basket.js';
import { RemoveFromBasket } from '../actions/remove-from-basket.js';
import { ShowBasket } from '../actions/show-basket.js';
import { ShowValidation } from '../actions/show-validation.js';
import { ValidateBasket } from '../actions/validate-basket.js';
import { reservationsProblems as problems } from '../problems.js';
import {
  AddedLinesDto,
  AddedSpanDto,
  BasketDto,
  NewLinesDto,
  NewSpanDto,
  OVERRIDE_EXAMPLES,
  OverrideDto,
  ValidationDto,
} from './basket.dto.js';
import { idempotencyKey } from './idempotency-key.js';
import { limitSpan } from './span-limit.js';

@FamilyApi('Mon panier')
@Controller('families/:familyId/basket')
export class BasketController {
  constructor(
    private readonly showBasket: ShowBasket,
    private readonly addToBasket: AddToBasket,
    private readonly addSpanToBasket: AddSpanToBasket,
    private readonly removeFromBasket: RemoveFromBasket,
    private readonly validateBasket: ValidateBasket,
    private readonly showValidation: ShowValidation,
  ) {}

  /** Show the caller's basket for this family, each line judged and priced again as of now. */
  @Get()
  @ForFamily('agent', 'administrateur')
  show(@CurrentFamily() family: FamilyAccess, @CurrentCaller() { accountId }: Caller): Promise<BasketDto> {
    return this.showBasket.run({ ...family, accountId });
  }

  /**
   * Add one line (a problem says why it cannot be), or many.
   * @remarks Of many, what cannot be booked now is left out with its reason, and the others are added.
   */
  @Post('lines')
  @ApiBody({
    type: NewLinesDto,
    examples: {
      one: { value: { sessionId: 812, childId: 12 } },
      many: {
        value: {
          lines: [
            { sessionId: 812, childId: 12 },
            { sessionId: 812, childId: 13 },
          ],
        },
      },
    },
  })
  @ForFamily('agent', 'administrateur')
  @ApiProblems(
    problems.CHILD_UNKNOWN,
    problems.SESSION_UNKNOWN,
    problems.NOT_YOUR_DAY,
    problems.NOT_ENROLLED,
    problems.NOT_YET_OPEN,
    problems.SESSION_CLOSED,
    problems.PHONE_ONLY,
    problems.ASK_THE_MAIRIE,
    problems.SESSION_FULL,
    problems.SESSION_CALLED_OFF,
    problems.SESSION_ALREADY_BILLED,
    problems.PRICE_UNKNOWN,
    problems.ALREADY_RESERVED,
    problems.ALREADY_IN_BASKET,
    problems.BASKET_TOO_LARGE,
    problems.OVERRIDE_NOT_ALLOWED,
  )
  addLines(
    @CurrentFamily() family: FamilyAccess,
    @CurrentCaller() { accountId }: Caller,
    @Body() body: NewLinesDto,
  ): Promise<AddedLinesDto> {
    const act = { ...family, accountId };
    if (body.lines) return this.addToBasket.run(act, body.lines, body);
    return this.addToBasket.one(act, { sessionId: body.sessionId!, childId: body.childId! }, body);
  }

  /** Add everything that can be booked in a span, for several children and prestations at once. */
  @Post('spans')
  @ForFamily('agent', 'administrateur')
  @ApiProblems(problems.CHILD_UNKNOWN, problems.BASKET_TOO_LARGE)
  addSpan(
    @CurrentFamily() family: FamilyAccess,
    @CurrentCaller() { accountId }: Caller,
    @Body() body: NewSpanDto,
  ): Promise<AddedSpanDto> {
    limitSpan(body, 400);
    return this.addSpanToBasket.run({ ...family, accountId }, { ...body, weekdays: body.weekdays ?? null });
  }

  /** Remove one line. */
  @Delete('lines/:lineId')
  @HttpCode(204)
  @ForFamily('agent', 'administrateur')
  async removeLine(
    @CurrentFamily() family: FamilyAccess,
    @CurrentCaller() { accountId }: Caller,
    @Param('lineId', IdPipe) lineId: number,
  ): Promise<void> {
    await this.removeFromBasket.one({ ...family, accountId }, lineId);
  }

  /** Empty the basket. */
  @Delete()
  @HttpCode(204)
  @ForFamily('agent', 'administrateur')
  async empty(@CurrentFamily() family: FamilyAccess, @CurrentCaller() { accountId }: Caller): Promise<void> {
    await this.removeFromBasket.all({ ...family, accountId });
  }

  /**
   * Validate the basket: each line is reserved, or refused with its own reason and deadline.
   * @remarks Accepted lines leave the basket; refused ones stay in it, flagged, until they are removed or become
   * possible again. The answer recaps both, and so does a mail. With the same Idempotency-Key, the same answer again.
   */
  @Post('validations')
  @ApiBody({ type: OverrideDto, examples: OVERRIDE_EXAMPLES })
  @ForFamily('agent', 'administrateur')
  @ApiHeader({
    name: 'Idempotency-Key',
    required: false,
    description:
      'A value of your own (a UUID, say), the same when you try again: the second request answers what the first did, and finishes it if it was cut short.',
    schema: { type: 'string', minLength: 8, maxLength: 200 },
  })
  @ApiProblems(problems.BASKET_EMPTY, problems.OVERRIDE_NOT_ALLOWED, httpProblems.IDEMPOTENCY_KEY_REUSED)
  async validate(
    @CurrentFamily() family: FamilyAccess,
    @CurrentCaller() { accountId }: Caller,
    @Headers('idempotency-key') header: string | undefined,
    @Body() body: OverrideDto,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ValidationDto> {
    const { validationId, replayed } = await this.validateBasket.run(
      { ...family, accountId },
      idempotencyKey(header),
      body,
    );
    if (replayed) void reply.header('idempotency-replayed', 'true');
    return this.showValidation.run(family.collectiviteId, family.familyId, validationId);
  }

  /** Show again what a validation decided. */
  @Get('validations/:validationId')
  @ForFamily('agent', 'administrateur')
  validation(
    @CurrentFamily() { collectiviteId, familyId }: FamilyAccess,
    @Param('validationId', IdPipe) validationId: number,
  ): Promise<ValidationDto> {
    return this.showValidation.run(collectiviteId, familyId, validationId);
  }
}
