import { Body, Controller, Get, HttpCode, Param, Post, Put, Query } from '@nestjs/common';
import { FindFamilies } from '../../families/index.js';
import { Allowed, type Caller, CurrentCaller } from '../../identity/index.js';
import { AdministrationApi } from '../../platform/http/api-audience.js';
import { ApiProblems } from '../../platform/http/api-problems.js';
import { Idempotent } from '../../platform/http/idempotency.js';
import { ApiPage, limitOf, type Page, pageOf, PageQuery } from '../../platform/http/pagination.js';
import { IdPipe } from '../../platform/http/parameters.js';
import { AgreePlan } from '../actions/agree-plan.js';
import { EndPlan } from '../actions/end-plan.js';
import { FindPlans, type ShownPlan } from '../actions/find-plans.js';
import { PlanSettingsOf } from '../actions/plan-settings.js';
import { instalmentsProblems } from '../problems.js';
import { AgreePlanDto, EndPlanDto, PlanForStaffDto, PlanSettingsDto } from './payment-plans.dto.js';
import { planForStaff } from './plan-view.js';

@AdministrationApi('Paiements en plusieurs fois')
@Controller('collectivites/:collectiviteId')
export class PaymentPlansController {
  constructor(
    private readonly agreePlan: AgreePlan,
    private readonly endPlan: EndPlan,
    private readonly findPlans: FindPlans,
    private readonly findFamilies: FindFamilies,
    private readonly settingsOf: PlanSettingsOf,
  ) {}

  /**
   * Convenir avec une famille d’un paiement en plusieurs fois
   *
   * Les relances de ces factures s’arrêtent aussitôt, et la famille reçoit ses échéances par courriel.
   */
  @Post('payment-plans')
  @Allowed('agent', 'regisseur', 'administrateur')
  @Idempotent()
  @ApiProblems(
    instalmentsProblems.PLAN_NOT_VALID,
    instalmentsProblems.PLAN_INVOICES_REFUSED,
    instalmentsProblems.INVOICE_UNDER_PLAN,
  )
  async agree(
    @Param('collectiviteId', IdPipe) collectiviteId: number,
    @Body() body: AgreePlanDto,
    @CurrentCaller() { accountId }: Caller,
  ): Promise<PlanForStaffDto> {
    const planId = await this.agreePlan.run({ ...body, note: body.note ?? null, collectiviteId, agreedBy: accountId });
    return this.read(collectiviteId, planId);
  }

  /** Lister les paiements en plusieurs fois, le dernier convenu d’abord */
  @Get('payment-plans')
  @Allowed('agent', 'regisseur', 'administrateur')
  @ApiPage(PlanForStaffDto)
  async list(
    @Param('collectiviteId', IdPipe) collectiviteId: number,
    @Query() query: PageQuery,
  ): Promise<Page<PlanForStaffDto>> {
    const limit = limitOf(query);
    const after = query.after === undefined ? {} : { after: query.after };
    const plans = await this.findPlans.list(collectiviteId, { limit, ...after });
    const names = await this.namesOf(collectiviteId, plans);
    const rows = plans.map((shown) => ({ id: shown.plan.id, shown }));
    return pageOf(rows, limit, ({ shown }) => planForStaff(shown, names.get(shown.plan.familyId)!));
  }

  /** Lire un paiement en plusieurs fois */
  @Get('payment-plans/:planId')
  @Allowed('agent', 'regisseur', 'administrateur')
  async read(
    @Param('collectiviteId', IdPipe) collectiviteId: number,
    @Param('planId', IdPipe) planId: number,
  ): Promise<PlanForStaffDto> {
    const shown = await this.findPlans.one(collectiviteId, planId);
    const names = await this.namesOf(collectiviteId, [shown]);
    return planForStaff(shown, names.get(shown.plan.familyId)!);
  }

  /**
   * Mettre fin à un paiement en plusieurs fois
   *
   * Ce qui reste de ses factures est dû comme avant, les relances reprennent, et la famille en est prévenue.
   */
  @Post('payment-plans/:planId/terminations')
  @HttpCode(200)
  @Allowed('agent', 'regisseur', 'administrateur')
  @ApiProblems(instalmentsProblems.PLAN_ENDED)
  async end(
    @Param('collectiviteId', IdPipe) collectiviteId: number,
    @Param('planId', IdPipe) planId: number,
    @Body() { reason = null }: EndPlanDto,
    @CurrentCaller() { accountId }: Caller,
  ): Promise<PlanForStaffDto> {
    await this.endPlan.run({ collectiviteId, planId, why: 'AGENT', reason, endedBy: accountId });
    return this.read(collectiviteId, planId);
  }

  /** Lire ce qui est fait d’une échéance manquée */
  @Get('payment-plan-settings')
  @Allowed('agent', 'regisseur', 'administrateur')
  async settings(@Param('collectiviteId', IdPipe) collectiviteId: number): Promise<PlanSettingsDto> {
    const { tellAfterDays, endAfterDays } = await this.settingsOf.read(collectiviteId);
    return { tellAfterDays, endAfterDays };
  }

  /** Régler ce qui est fait d’une échéance manquée */
  @Put('payment-plan-settings')
  @Allowed('regisseur', 'administrateur')
  async changeSettings(
    @Param('collectiviteId', IdPipe) collectiviteId: number,
    @Body() { tellAfterDays, endAfterDays = null }: PlanSettingsDto,
    @CurrentCaller() { accountId }: Caller,
  ): Promise<PlanSettingsDto> {
    await this.settingsOf.change(collectiviteId, { tellAfterDays, endAfterDays }, accountId);
    return this.settings(collectiviteId);
  }

  private async namesOf(collectiviteId: number, plans: readonly ShownPlan[]): Promise<Map<number, string>> {
    const families = await this.findFamilies.run(
      collectiviteId,
      plans.map(({ plan }) => plan.familyId),
    );
    return new Map([...families].map(([id, { name }]) => [id, name]));
  }
}
