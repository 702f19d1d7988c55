import { type DynamicModule, Module } from '@nestjs/common';
import { MIGRATIONS } from './migrations/index.js';
import { PlatformModule, type PlatformOptions } from './platform/platform.module.js';
import { ROOMS } from './rooms.js';

/** The front hall: the only place that knows every room. */
@Module({})
export class AppModule {
  static with(options: Pick<PlatformOptions, 'configuration' | 'clock'>): DynamicModule {
    return {
      module: AppModule,
      imports: [
        PlatformModule.with({
          ...options,
          entities: ROOMS.flatMap(({ entities }) => entities),
          migrations: MIGRATIONS,
        }),
        ...ROOMS.map(({ module }) => module),
      ],
    };
  }
}
