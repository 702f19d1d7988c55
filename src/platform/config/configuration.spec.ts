import { describe, expect, it } from '@jest/globals';
import { ConfigurationError, readConfiguration } from './configuration.js';

const STRONG = 'x7#kQ2!mVb9zR4pL8sTwY1uE6nHjC3aD';

describe('the configuration', () => {
  it('starts with nothing told: embedded database, mails and files under var/', () => {
    const read = readConfiguration({});
    expect(read).toMatchObject({
      environment: 'development',
      database: { engine: 'sqlite', file: expect.stringMatching(/var\/espace-famille\.db$/), durable: true },
      port: 3000,
      publicUrl: 'http://localhost:3000',
      smtpUrl: null,
      mailDirectory: expect.stringMatching(/var\/mail$/),
      filesDirectory: expect.stringMatching(/var\/files$/),
      pesSchemaDirectory: null,
    });
    expect(read.jwtSecret.type).toBe('secret');
  });

  it.each([
    [
      'DATABASE_URL',
      'mysql://ef:secret@base:3306/famille',
      { database: { engine: 'mysql', url: 'mysql://ef:secret@base:3306/famille' } },
    ],
    ['DATABASE_URL', 'mariadb://ef@base/famille', { database: { engine: 'mysql', url: 'mysql://ef@base/famille' } }],
    ['DATABASE_URL', 'sqlite::memory:', { database: { engine: 'sqlite', file: ':memory:' } }],
    ['PUBLIC_URL', 'https://famille.valmont.example/', { publicUrl: 'https://famille.valmont.example' }],
    ['SMTP_URL', 'smtps://u:p@mail:465', { smtpUrl: 'smtps://u:p@mail:465' }],
    ['PAYFIP_URL', 'http://127.0.0.1:4010/tpa/', { payfipUrl: 'http://127.0.0.1:4010/tpa' }],
    ['PAYFIP_URL', '', { payfipUrl: 'https://www.payfip.gouv.fr/tpa', payfipTimeout: 15_000 }],
    ['TRUSTED_PROXIES', '10.0.0.1, 10.0.0.2', { trustedProxies: ['10.0.0.1', '10.0.0.2'] }],
  ])('reads %s=%s', (name, value, expected) => {
    expect(readConfiguration({ [name]: value })).toMatchObject(expected);
  });

  it.each([
    ['NODE_ENV', 'prod'],
    ['PORT', '80000'],
    ['PORT', 'trois mille'],
    ['DATABASE_URL', 'postgres://base/famille'],
    ['DATABASE_URL', 'mysql://base'],
    ['PUBLIC_URL', 'famille.fr'],
    ['SMTP_URL', 'http://mail'],
    ['MAIL_FROM', 'personne'],
    ['PAYFIP_URL', 'http://payfip.example/tpa'],
    ['PES_SCHEMA_DIR', 'config'],
    ['JWT_SECRET', 'court'],
    ['JWT_SECRET', 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa'],
  ])('refuses %s=%s in plain words', (name, value) => {
    expect(() => readConfiguration({ [name]: value })).toThrow(new RegExp(`- ${name} : .{10}`));
  });

  it('tells all the mistakes together', () => {
    try {
      readConfiguration({ NODE_ENV: 'production', PORT: 'x', PUBLIC_URL: 'y', SMTP_URL: 'z' });
      throw new Error('accepted');
    } catch (error) {
      expect(error).toBeInstanceOf(ConfigurationError);
      expect((error as ConfigurationError).mistakes.map((mistake) => mistake.split(' ')[0])).toEqual([
        'PORT',
        'PUBLIC_URL',
        'JWT_SECRET',
        'SMTP_URL',
      ]);
    }
  });

  it('refuses production without a secret, and takes a strong one', () => {
    expect(() => readConfiguration({ NODE_ENV: 'production' })).toThrow(/JWT_SECRET : absente ou trop faible/);
    expect(readConfiguration({ NODE_ENV: 'production', JWT_SECRET: STRONG }).environment).toBe('production');
  });
});
