import { Module } from '@nestjs/common';
import { AddMenuType } from './actions/add-menu-type.js';
import { ChangeCollectivite } from './actions/change-collectivite.js';
import { ChangeSite } from './actions/change-site.js';
import { CreateSite } from './actions/create-site.js';
import { FindCollectivite } from './actions/find-collectivite.js';
import { FindMenuTypes } from './actions/find-menu-types.js';
import { FindOpeningHours } from './actions/find-opening-hours.js';
import { FindSites } from './actions/find-sites.js';
import { LegalNotices } from './actions/legal-notices.js';
import { ListMyCollectivites } from './actions/list-my-collectivites.js';
import { LookOf } from './actions/look-of.js';
import { SetOpeningHours } from './actions/set-opening-hours.js';
import { SetUpCollectivite } from './actions/set-up-collectivite.js';
import { ContactsController } from './api/contacts.controller.js';
import { LegalNoticesController, OwnLegalNoticeController } from './api/legal-notices.controller.js';
import { LookAdministrationController, LookController } from './api/look.controller.js';
import { MyCollectivitesController } from './api/my-collectivites.controller.js';
import { SettingsController } from './api/settings.controller.js';
import { SitesAdministrationController, SitesController } from './api/sites.controller.js';

const OFFERED = [
  FindCollectivite,
  FindOpeningHours,
  FindSites,
  FindMenuTypes,
  CreateSite,
  AddMenuType,
  ChangeCollectivite,
  SetOpeningHours,
  SetUpCollectivite,
];

@Module({
  controllers: [
    ContactsController,
    LegalNoticesController,
    OwnLegalNoticeController,
    LookController,
    LookAdministrationController,
    MyCollectivitesController,
    SettingsController,
    SitesController,
    SitesAdministrationController,
  ],
  providers: [...OFFERED, ChangeSite, LegalNotices, ListMyCollectivites, LookOf],
  exports: OFFERED,
})
export class CollectivitesModule {}
