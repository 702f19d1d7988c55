import { Body, Controller, Get, Param, Post, Put, Query } from '@nestjs/common';
import { ApiBody } from '@nestjs/swagger';
import { CurrentFamily, type FamilyAccess, ForFamily } from '../../families/index.js';
import { type Caller, CurrentCaller } from '../../identity/index.js';
import { FamilyApi } from '../../platform/http/api-audience.js';
import { ApiProblems } from '../../platform/http/api-problems.js';
import { Idempotent } from '../../platform/http/idempotency.js';
import { IdPipe } from '../../platform/http/parameters.js';
import { CancelReservations } from '../actions/reserved/cancel-reservations.js';
import { ChangeMenu } from '../actions/reserved/change-menu.js';
import { ChangeSupplements } from '../actions/reserved/change-supplements.js';
import { ListMenusOfDay } from '../actions/headcounts/list-menus-of-day.js';
import { MoveReservation } from '../actions/reserved/move-reservation.js';
import { ListReservations } from '../actions/reserved/list-reservations.js';
import { reservationsProblems as problems } from '../problems.js';
import { OVERRIDE_EXAMPLES } from './override.dto.js';
import {
  CancellationDto,
  CancellationsDto,
  MenuOfDayDto,
  NewMoveDto,
  NewCancellationsDto,
  PossibleMenuDto,
  ReservationDto,
  ReservationsQuery,
  SupplementsOfDayDto,
} from './reservations.dto.js';
import { limitSpan } from './span-limit.js';

@FamilyApi('Mes réservations')
@Controller('families/:familyId/reservations')
export class ReservationsController {
  constructor(
    private readonly listReservations: ListReservations,
    private readonly cancelReservations: CancelReservations,
    private readonly changeMenu: ChangeMenu,
    private readonly listMenusOfDay: ListMenusOfDay,
    private readonly changeSupplements: ChangeSupplements,
    private readonly moveReservation: MoveReservation,
  ) {}

  /** Lister ce que la famille a réservé, et ce qui a été annulé, entre deux jours de service */
  @Get()
  @ForFamily('agent', 'administrateur')
  list(@CurrentFamily() family: FamilyAccess, @Query() span: ReservationsQuery): Promise<ReservationDto[]> {
    limitSpan(span, 400);
    return this.listReservations.between(family, span.from, span.to);
  }

  /** Annuler plusieurs réservations, ligne par ligne, chacune dans son délai */
  @Post('cancellations')
  @ApiBody({ type: NewCancellationsDto, examples: { several: { value: { reservationIds: [501, 502] } } } })
  @Idempotent()
  @ForFamily('agent', 'administrateur')
  @ApiProblems(problems.OVERRIDE_NOT_ALLOWED)
  cancelMany(
    @CurrentFamily() family: FamilyAccess,
    @CurrentCaller() { accountId }: Caller,
    @Body() body: NewCancellationsDto,
  ): Promise<CancellationsDto> {
    return this.cancelReservations.run({ ...family, accountId }, body.reservationIds, body);
  }

  /**
   * Échanger un jour réservé contre un autre de la même prestation
   *
   * Jusqu’au délai de changement des deux jours. Le menu choisi est gardé, et les suppléments que l’autre jour propose.
   */
  @Post(':reservationId/moves')
  @ApiBody({ type: NewMoveDto })
  @Idempotent()
  @ForFamily('agent', 'administrateur')
  @ApiProblems(
    problems.RESERVATION_UNKNOWN,
    problems.ALREADY_CANCELLED,
    problems.SESSION_UNKNOWN,
    problems.MODIFICATION_CLOSED,
    problems.PAID_AT_BOOKING,
    problems.AWAITING_PAYMENT,
    problems.NOT_YET_OPEN,
    problems.SESSION_FULL,
    problems.SESSION_CALLED_OFF,
    problems.SESSION_ALREADY_BILLED,
    problems.ALREADY_RESERVED,
    problems.NOT_YOUR_DAY,
    problems.NOT_ENROLLED,
    problems.PRICE_UNKNOWN,
  )
  async move(
    @CurrentFamily() family: FamilyAccess,
    @CurrentCaller() { accountId }: Caller,
    @Param('reservationId', IdPipe) reservationId: number,
    @Body() { sessionId }: NewMoveDto,
  ): Promise<ReservationDto> {
    const id = await this.moveReservation.run({ ...family, accountId }, reservationId, sessionId);
    return this.listReservations.one(family, id);
  }

  /** Lister les menus possibles d’un jour réservé, avec ce que coûterait alors ce jour */
  @Get(':reservationId/menus')
  @ForFamily('agent', 'administrateur')
  @ApiProblems(problems.RESERVATION_UNKNOWN, problems.ALREADY_CANCELLED)
  menus(
    @CurrentFamily() family: FamilyAccess,
    @Param('reservationId', IdPipe) reservationId: number,
  ): Promise<PossibleMenuDto[]> {
    return this.listMenusOfDay.run(family, reservationId);
  }

  /**
   * Choisir le menu d’un jour réservé, jusqu’au délai des menus
   *
   * Quand le repas est désormais apporté par la famille, ou ne l’est plus, le prix promis devient celui du tarif en
   * vigueur pour ce cas, et un courriel donne l’ancien et le nouveau.
   */
  @Put(':reservationId/menu')
  @ApiBody({
    type: MenuOfDayDto,
    examples: { another: { value: { menuTypeId: 2, replaces: 1 } }, usual: { value: { menuTypeId: null } } },
  })
  @ForFamily('agent', 'administrateur')
  @ApiProblems(
    problems.RESERVATION_UNKNOWN,
    problems.ALREADY_CANCELLED,
    problems.MENU_CHANGE_CLOSED,
    problems.MENU_CHANGED,
    problems.SESSION_ALREADY_BILLED,
    problems.OVERRIDE_NOT_ALLOWED,
  )
  async chooseMenu(
    @CurrentFamily() family: FamilyAccess,
    @CurrentCaller() { accountId }: Caller,
    @Param('reservationId', IdPipe) reservationId: number,
    @Body() body: MenuOfDayDto,
  ): Promise<ReservationDto> {
    await this.changeMenu.run({ ...family, accountId }, reservationId, body, body);
    return this.listReservations.one(family, reservationId);
  }

  /**
   * Choisir les suppléments d’un jour réservé, jusqu’au délai des menus
   *
   * Le prix promis change avec eux, et un courriel donne l’ancien et le nouveau.
   */
  @Put(':reservationId/supplements')
  @ApiBody({
    type: SupplementsOfDayDto,
    examples: {
      snack: { value: { supplements: ['Goûter'], replaces: [] } },
      none: { value: { supplements: [] } },
    },
  })
  @ForFamily('agent', 'administrateur')
  @ApiProblems(
    problems.RESERVATION_UNKNOWN,
    problems.ALREADY_CANCELLED,
    problems.SUPPLEMENTS_CLOSED,
    problems.SUPPLEMENT_UNKNOWN,
    problems.SUPPLEMENTS_CHANGED,
    problems.SESSION_ALREADY_BILLED,
    problems.OVERRIDE_NOT_ALLOWED,
  )
  async chooseSupplements(
    @CurrentFamily() family: FamilyAccess,
    @CurrentCaller() { accountId }: Caller,
    @Param('reservationId', IdPipe) reservationId: number,
    @Body() body: SupplementsOfDayDto,
  ): Promise<ReservationDto> {
    await this.changeSupplements.run({ ...family, accountId }, reservationId, body, body);
    return this.listReservations.one(family, reservationId);
  }

  /**
   * Annuler une réservation dans son délai
   *
   * Sa place est libérée aussitôt.
   */
  @Post(':reservationId/cancellations')
  @ApiBody({ type: CancellationDto, examples: OVERRIDE_EXAMPLES })
  @Idempotent()
  @ForFamily('agent', 'administrateur')
  @ApiProblems(
    problems.RESERVATION_UNKNOWN,
    problems.ALREADY_CANCELLED,
    problems.CANCELLATION_CLOSED,
    problems.CANCELLATION_TERMS_CHANGED,
    problems.SESSION_ALREADY_BILLED,
    problems.OVERRIDE_NOT_ALLOWED,
  )
  async cancel(
    @CurrentFamily() family: FamilyAccess,
    @CurrentCaller() { accountId }: Caller,
    @Param('reservationId', IdPipe) reservationId: number,
    @Body() body: CancellationDto,
  ): Promise<ReservationDto> {
    await this.cancelReservations.one({ ...family, accountId }, reservationId, body);
    return this.listReservations.one(family, reservationId);
  }
}
