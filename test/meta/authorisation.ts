import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DocumentBuilder, SwaggerModule } from '@nestjs/swagger';
import { ROLES, type Role } from '../../src/identity/index.js';
import type { Api, Answer } from '../support/api.js';
import { type RunningService, startService } from '../support/application.js';
import { AUTHORISATION, type Who } from './authorisation-table.js';

interface Operation {
  readonly name: string;
  readonly method: 'get' | 'post' | 'put' | 'patch' | 'delete';
  readonly path: string;
  readonly declared: { kind: string; roles?: Role[] } | undefined;
  readonly audiences: string[] | undefined;
}

describe('every operation', () => {
  let service: RunningService;
  let operations: Operation[];
  let collectiviteId: number;
  let familyId: number;
  const callers = new Map<Role, Api>();
  let strangers: Api[];
  let parentOfTheFamily: Api;

  beforeAll(async () => {
    service = await startService('authorisation');
    operations = readOperations(service);
    collectiviteId = await service.fixtures.collectivite();
    familyId = await service.fixtures.family(collectiviteId);
    const signIn = async (of: number, role: Role): Promise<[Api, number]> => {
      const { id, email, password } = await service.fixtures.account([{ collectiviteId: of, role }]);
      return [await service.api.signedIn(email, password), id];
    };
    for (const role of ROLES) callers.set(role, (await signIn(collectiviteId, role))[0]);
    const [parent, accountId] = await signIn(collectiviteId, 'parent');
    await service.fixtures.guardian(collectiviteId, familyId, { account_id: accountId });
    parentOfTheFamily = parent;
    const elsewhere = await service.fixtures.collectivite();
    strangers = await Promise.all(ROLES.map(async (role) => (await signIn(elsewhere, role))[0]));
  });
  afterAll(() => service.stop());

  const call = (api: Api, { method, path }: Operation): Promise<Answer> => {
    const filled = path
      .replace('/api/v1', '')
      .replace('{collectiviteId}', String(collectiviteId))
      .replace('{familyId}', String(familyId))
      .replace(/\{[^}]*[dD]ate[^}]*\}/g, '2026-09-03')
      .replace(/\{[^}]+\}/g, '999999');
    return method === 'get' || method === 'delete' ? api[method](filled) : api[method](filled, {});
  };

  it('stands in the authorisation table as it is declared, and in a document', () => {
    const found = Object.fromEntries(operations.map(({ name, declared }) => [name, whoOf(declared)]));
    expect(found).toEqual(AUTHORISATION);
    expect(operations.filter(({ audiences }) => !audiences?.length).map(({ name }) => name)).toEqual([]);
  });

  it('is refused to who is not signed in, unless it is open to all', async () => {
    for (const operation of operations) {
      if (operation.declared?.kind === 'open') continue;
      expect([operation.name, (await call(service.api, operation)).status]).toEqual([operation.name, 401]);
    }
  });

  it('is refused to each role that it does not name, and not to those that it names', async () => {
    for (const operation of operations.filter(({ declared }) => declared?.kind === 'roles')) {
      for (const role of ROLES) {
        const { status, body } = await call(callers.get(role)!, operation);
        const allowed = operation.declared!.roles!.includes(role);
        expect([operation.name, role, status === 403 && body.code === 'FORBIDDEN']).toEqual([
          operation.name,
          role,
          !allowed,
        ]);
        expect([operation.name, role, status < 500]).toEqual([operation.name, role, true]);
      }
    }
  });

  it('of a family is open to its parents and to the staff it names, and hidden from everyone else', async () => {
    for (const operation of operations.filter(({ declared }) => declared?.kind === 'family')) {
      const own = await call(parentOfTheFamily, operation);
      expect([operation.name, own.status === 401 || own.status === 403 || own.status >= 500]).toEqual([
        operation.name,
        false,
      ]);
      for (const role of ROLES) {
        if (operation.declared!.roles!.includes(role)) continue;
        expect([operation.name, role, (await call(callers.get(role)!, operation)).status]).toEqual([
          operation.name,
          role,
          404,
        ]);
      }
    }
  });

  it('does not tell a stranger from another collectivité that anything exists', async () => {
    for (const operation of operations.filter(
      ({ declared }) => declared?.kind === 'roles' || declared?.kind === 'family',
    )) {
      for (const stranger of strangers) {
        const { status, body } = await call(stranger, operation);
        expect([operation.name, status, body.code]).toEqual([operation.name, 404, 'NOT_FOUND']);
      }
    }
  });
});

function readOperations({ app }: RunningService): Operation[] {
  const { paths } = SwaggerModule.createDocument(app, new DocumentBuilder().build());
  return Object.entries(paths)
    .flatMap(([path, item]) =>
      (['get', 'post', 'put', 'patch', 'delete'] as const).flatMap((method): Operation[] => {
        const operation = item[method] as Record<string, never> | undefined;
        return operation
          ? [
              {
                name: `${method.toUpperCase()} ${path}`,
                method,
                path,
                declared: operation['x-access'],
                audiences: operation['x-audiences'],
              },
            ]
          : [];
      }),
    )
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

function whoOf(declared: Operation['declared']): Who {
  switch (declared?.kind) {
    case 'open':
      return 'anyone';
    case 'signed-in':
      return 'any account';
    case 'family':
      return ['parents of the family', ...(declared.roles ?? [])].join(', ');
    case 'roles':
      return declared.roles!.join(', ');
    case undefined:
    default:
      return 'nobody';
  }
}
