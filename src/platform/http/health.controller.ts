import { type BeforeApplicationShutdown, Controller, Get, HttpCode, SetMetadata } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { Database } from '../database/database.js';
import { OPEN_TO_ALL } from './open-to-all.js';
import { httpProblems } from './problems.js';

/** For the load balancer: `live` says the process runs, `ready` that it can serve. */
@ApiExcludeController()
@SetMetadata(OPEN_TO_ALL, true)
@Controller('health')
export class HealthController implements BeforeApplicationShutdown {
  private stopping = false;

  constructor(private readonly database: Database) {}

  beforeApplicationShutdown(): void {
    this.stopping = true;
  }

  @Get('live')
  @HttpCode(200)
  live(): { status: 'ok' } {
    return { status: 'ok' };
  }

  @Get('ready')
  @HttpCode(200)
  async ready(): Promise<{ status: 'ok' }> {
    if (this.stopping)
      throw httpProblems.SHUTTING_DOWN('Ce serveur s’arrête ; un autre vous répondra.', { retryAfter: 2 });
    await this.database.read(() => this.database.rows('SELECT 1'));
    return { status: 'ok' };
  }
}
