import { Controller, Get, Query } from '@nestjs/common';
import { CurrentFamily, type FamilyAccess, ForFamily } from '../../families/index.js';
import { FamilyApi } from '../../platform/http/api-audience.js';
import { ApiPage, limitOf, type Page, pageOf, PageQuery } from '../../platform/http/pagination.js';
import { FindReminders } from '../actions/find-reminders.js';
import { ReminderDto } from './reminders.dto.js';
import { reminderView } from './reminder-view.js';

@FamilyApi('Mes factures')
@Controller('families/:familyId/reminders')
export class FamilyRemindersController {
  constructor(private readonly findReminders: FindReminders) {}

  /** Voir les relances reçues, la dernière d’abord, et les factures dont elles parlent */
  @Get()
  @ForFamily('agent', 'regisseur', 'administrateur')
  @ApiPage(ReminderDto)
  async list(
    @CurrentFamily() { collectiviteId, familyId }: FamilyAccess,
    @Query() query: PageQuery,
  ): Promise<Page<ReminderDto>> {
    const limit = limitOf(query);
    const after = query.after === undefined ? {} : { after: query.after };
    const found = await this.findReminders.list(collectiviteId, { familyId, limit, ...after });
    const rows = found.map((pages) => ({ id: pages.reminder.id, pages }));
    return pageOf(rows, limit, ({ pages }) => reminderView(pages));
  }
}
