import { type DynamicModule, Global, Module, type OnApplicationShutdown } from '@nestjs/common';
import { ScheduleModule } from '@nestjs/schedule';
import { DataSource } from 'typeorm';
import { Audit } from './audit/audit.js';
import { AuditEntry } from './audit/audit-entry.entity.js';
import { Clock } from './clock/clock.js';
import { Configuration } from './config/configuration.js';
import { connect, type EntityClass, type MigrationClass } from './database/data-source.js';
import { Database } from './database/database.js';
import { BytesOnDisk } from './files/bytes-on-disk.js';
import { DrawnOnce } from './files/drawn-once.js';
import { FileStore } from './files/file-store.js';
import { SealedFiles } from './files/sealed-files.js';
import { SweepFiles } from './files/sweep-files.js';
import { StoredFile } from './files/stored-file.entity.js';
import { FormTurns } from './http/form-turns.js';
import { HealthController } from './http/health.controller.js';
import { IdempotencyInterceptor } from './http/idempotency.js';
import { IdempotencyRecord } from './http/idempotency-record.entity.js';
import { PurgeHttpRecords } from './http/purge-http-records.js';
import { Throttle } from './http/throttle.js';
import { ThrottleBucket } from './http/throttle.entity.js';
import { mailerFor } from './mail/mailer-for.js';
import { Mailer } from './mail/index.js';
import { MailQueue } from './mail/mail-queue.js';
import { NumberSeries } from './numbering/number-series.js';
import { Outbox } from './outbox/outbox.js';
import { OutboxDelivery } from './outbox/outbox-delivery.js';
import { OutboxMessage } from './outbox/outbox-message.entity.js';
import { PurgeDelivered } from './outbox/purge-delivered.js';
import { DerivedKeys } from './secrets/derived-keys.js';
import { RotateDataKey } from './secrets/rotate-data-key.js';
import { Secrets } from './secrets/secrets.js';
import { Vault } from './secrets/vault.js';
import { Task } from './tasks/task.entity.js';
import { TaskRunner } from './tasks/task-runner.js';

export interface PlatformOptions {
  readonly configuration: Configuration;
  readonly clock: Clock;
  readonly entities: readonly EntityClass[];
  readonly migrations: readonly MigrationClass[];
}

const PLATFORM_ENTITIES = [AuditEntry, StoredFile, IdempotencyRecord, ThrottleBucket, OutboxMessage, Task];

/** What every room stands on. Global: a room asks for the clock or the database by its class, nothing more. */
@Global()
@Module({})
export class PlatformModule implements OnApplicationShutdown {
  constructor(private readonly database: Database) {}

  static with(options: PlatformOptions): DynamicModule {
    const services = [
      Database,
      Outbox,
      OutboxDelivery,
      TaskRunner,
      BytesOnDisk,
      FileStore,
      SweepFiles,
      SealedFiles,
      DrawnOnce,
      Audit,
      Secrets,
      DerivedKeys,
      Vault,
      RotateDataKey,
      Throttle,
      FormTurns,
      IdempotencyInterceptor,
      PurgeHttpRecords,
      PurgeDelivered,
      MailQueue,
      NumberSeries,
    ];
    return {
      module: PlatformModule,
      imports: [ScheduleModule.forRoot()],
      controllers: [HealthController],
      providers: [
        { provide: Configuration, useValue: options.configuration },
        { provide: Clock, useValue: options.clock },
        { provide: DataSource, useFactory: () => openDatabase(options) },
        { provide: Mailer, useFactory: () => mailerFor(options.configuration) },
        ...services,
      ],
      exports: [Configuration, Clock, DataSource, Mailer, ...services],
    };
  }

  async onApplicationShutdown(): Promise<void> {
    await this.database.close();
  }
}

/** The embedded database is brought up to date at boot; the server one by `npm run migrate`, once for all instances. */
async function openDatabase({ configuration, entities, migrations }: PlatformOptions): Promise<DataSource> {
  const dataSource = await connect(configuration.database, [...PLATFORM_ENTITIES, ...entities], [...migrations]);
  if (configuration.database.engine === 'sqlite') await dataSource.runMigrations();
  else if (await dataSource.showMigrations()) {
    await dataSource.destroy();
    throw new Error('La base de données n’est pas à jour : lancez « npm run migrate » puis redémarrez.');
  }
  return dataSource;
}
