import { Injectable } from '@nestjs/common';
import { typeset } from '../../kernel/french.js';
import { Database } from '../../platform/database/database.js';
import { MenuTypeRow } from '../data/menu-type.entity.js';
import { collectivitesProblems } from '../problems.js';
import { menuLabelFault } from '../rules/menu-label.js';
import { nameKey } from '../rules/name-key.js';

const REASONS = {
  RELIGION:
    'Un menu ne peut pas dire une religion : nommez ce qui est dans l’assiette, par exemple « Sans porc » ou « Sans viande ».',
  HEALTH:
    'Un menu ne peut pas dire une maladie : utilisez « Panier PAI », ou nommez ce qui est dans l’assiette, par exemple « Sans gluten ».',
};

@Injectable()
export class AddMenuType {
  constructor(private readonly database: Database) {}

  /** Adds it last and answers the row. Throws MENU_LABEL_NOT_NEUTRAL, MENU_TYPE_EXISTS, SETTING_NOT_VALID. */
  async run(collectiviteId: number, label: string, broughtByFamily = false): Promise<MenuTypeRow> {
    const fault = menuLabelFault(label);
    if (fault) throw collectivitesProblems.MENU_LABEL_NOT_NEUTRAL(typeset(REASONS[fault]));
    const labelKey = nameKey(label, 40);
    if (labelKey === '') throw collectivitesProblems.SETTING_NOT_VALID('Donnez au menu un libellé qui se lit.');
    try {
      return await this.database.unit(async () => {
        const menus = this.database.repository(MenuTypeRow);
        const position = 1 + ((await menus.maximum('position', { collectiviteId })) ?? -1);
        const row = { collectiviteId, label, labelKey, broughtByFamily, position };
        return { id: await this.database.insert(MenuTypeRow, row), ...row };
      });
    } catch (error) {
      if (!this.database.isDuplicateKey(error)) throw error;
      throw collectivitesProblems.MENU_TYPE_EXISTS(
        typeset(`La collectivité a déjà le menu « ${label} » : utilisez-le.`),
      );
    }
  }
}
