import { Controller, Get } from '@nestjs/common';
import { type Caller, CurrentCaller, SignedIn } from '../../identity/index.js';
import { SharedApi } from '../../platform/http/api-audience.js';
import { ListMyCollectivites } from '../actions/list-my-collectivites.js';
import { MyCollectiviteDto } from './contacts.dto.js';

@SharedApi('Contacts')
@Controller('me/collectivites')
export class MyCollectivitesController {
  constructor(private readonly listMyCollectivites: ListMyCollectivites) {}

  /** Lister les collectivités où le compte connecté a un rôle */
  @Get()
  @SignedIn()
  async list(@CurrentCaller() caller: Caller): Promise<MyCollectiviteDto[]> {
    const found = await this.listMyCollectivites.run(caller);
    return found.map(({ collectivite: { id, name, city }, roles }) => ({ id, name, city, roles }));
  }
}
