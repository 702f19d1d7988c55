import { CollectiviteRow } from './data/collectivite.entity.js';
import { LegalNoticeRow } from './data/legal-notice.entity.js';
import { LookRow } from './data/look.entity.js';
import { MenuTypeRow } from './data/menu-type.entity.js';
import { OpeningHourRow } from './data/opening-hour.entity.js';
import { SiteRow } from './data/site.entity.js';

export * from './rules/index.js';
export { CollectivitesModule } from './collectivites.module.js';
export { CollectiviteRow };
export { FindCollectivite } from './actions/find-collectivite.js';
export { FindSites } from './actions/find-sites.js';
export { FindMenuTypes } from './actions/find-menu-types.js';
export { CreateSite } from './actions/create-site.js';
export { AddMenuType } from './actions/add-menu-type.js';
export { type NewCollectivite, SetUpCollectivite } from './actions/set-up-collectivite.js';
export { letterSignature } from './actions/letter-signature.js';
export { collectivitesProblems } from './problems.js';

export const collectivitesEntities = [CollectiviteRow, LegalNoticeRow, LookRow, MenuTypeRow, OpeningHourRow, SiteRow];
