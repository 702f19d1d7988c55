import { createSecretKey, type KeyObject, randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { type DataKey, parseDataKeys } from './data-keys.js';

export type Environment = 'development' | 'test' | 'production';

export type DatabaseTarget = SqliteTarget | { readonly engine: 'mysql'; readonly url: string };

export interface SqliteTarget {
  readonly engine: 'sqlite';
  readonly file: string;
  /** False: a power cut may lose the last commits, never the file. True unless told. */
  readonly durable?: boolean;
}

/** What the service needs to know of its surroundings; read once at boot. The table is in docs/operations.md. */
export abstract class Configuration {
  abstract readonly environment: Environment;
  abstract readonly database: DatabaseTarget;
  abstract readonly port: number;
  /** Address that families see, without a trailing slash; links in mails start with it. */
  abstract readonly publicUrl: string;
  /** Key of the access tokens. A key object: a string would be parsed anew at every verification. */
  abstract readonly jwtSecret: KeyObject;
  /** Keys under which bank details are sealed, the newest first; in production, none where none is configured. */
  abstract readonly dataKeys: readonly DataKey[];
  /** SMTP server, or null: mails are then written as `.eml` files in `mailDirectory`. */
  abstract readonly smtpUrl: string | null;
  abstract readonly mailDirectory: string;
  /** Sender of every mail, e.g. `no-reply@espace-famille.example`. */
  abstract readonly mailFrom: string;
  abstract readonly filesDirectory: string;
  /** Where the official schemas of the PES stand, or null: files for the Trésorerie then pass the business checks only. */
  abstract readonly pesSchemaDirectory: string | null;
  /** Addresses of the proxies whose X-Forwarded-For is believed; none by default. */
  abstract readonly trustedProxies: readonly string[];
  /** Base address of PayFiP, without a trailing slash; the real one unless told. */
  abstract readonly payfipUrl: string;
  /** Milliseconds after which PayFiP is taken not to answer. */
  abstract readonly payfipTimeout: number;
}

export const PAYFIP = { payfipUrl: 'https://www.payfip.gouv.fr/tpa', payfipTimeout: 15_000 } as const;

/** Every mistake of the configuration at once, in plain words. */
export class ConfigurationError extends Error {
  constructor(readonly mistakes: readonly string[]) {
    super(
      `La configuration comporte ${mistakes.length} erreur(s) :\n${mistakes.map((mistake) => `  - ${mistake}`).join('\n')}`,
    );
    this.name = 'ConfigurationError';
  }
}

/** Reads the environment variables. Throws ConfigurationError with all the mistakes together. */
export function readConfiguration(env: Readonly<Record<string, string | undefined>>): Configuration {
  const mistakes: string[] = [];
  const variable = <T>(name: string, fallback: string, parse: (text: string) => T): T => {
    try {
      return parse(env[name]?.trim() || fallback);
    } catch (error) {
      mistakes.push(`${name} : ${(error as Error).message}`);
      return undefined as T;
    }
  };
  const environment = variable('NODE_ENV', 'development', parseEnvironment);
  const port = variable('PORT', '3000', parsePort);
  const configuration: Configuration = {
    environment,
    port,
    database: variable('DATABASE_URL', 'sqlite:var/espace-famille.db', parseDatabaseUrl),
    publicUrl: variable('PUBLIC_URL', `http://localhost:${port ?? 3000}`, parsePublicUrl),
    jwtSecret: variable('JWT_SECRET', '', (text) => parseSecret(text, environment)),
    dataKeys: variable('DATA_KEY', '', (text) => parseDataKeys(text, environment === 'production')),
    smtpUrl: variable('SMTP_URL', '', parseSmtpUrl),
    mailDirectory: resolve(env['MAIL_DIR'] || 'var/mail'),
    mailFrom: variable('MAIL_FROM', 'no-reply@espace-famille.example', parseAddress),
    filesDirectory: resolve(env['FILES_DIR'] || 'var/files'),
    pesSchemaDirectory: variable('PES_SCHEMA_DIR', '', parseSchemaDirectory),
    trustedProxies: (env['TRUSTED_PROXIES'] ?? '')
      .split(',')
      .map((text) => text.trim())
      .filter(Boolean),
    payfipUrl: variable('PAYFIP_URL', PAYFIP.payfipUrl, parsePayfipUrl),
    payfipTimeout: PAYFIP.payfipTimeout,
  };
  if (mistakes.length > 0) throw new ConfigurationError(mistakes);
  return configuration;
}

function parseEnvironment(text: string): Environment {
  if (text === 'development' || text === 'test' || text === 'production') return text;
  throw new Error(`« ${text} » n’est pas un environnement ; choisissez development, test ou production.`);
}

function parsePort(text: string): number {
  const port = Number(text);
  if (Number.isInteger(port) && port >= 0 && port <= 65_535) return port;
  throw new Error(`« ${text} » n’est pas un port ; donnez un nombre entre 0 et 65535.`);
}

function parseDatabaseUrl(text: string): DatabaseTarget {
  const [, file, options] = /^sqlite:([^?]+)(\?durable=no)?$/.exec(text) ?? [];
  if (file) {
    return { engine: 'sqlite', file: file === ':memory:' ? file : resolve(file), durable: options === undefined };
  }
  if (/^(mysql|mariadb):\/\//.test(text) && URL.canParse(text) && new URL(text).pathname.length > 1) {
    return { engine: 'mysql', url: text.replace(/^mariadb:/, 'mysql:') };
  }
  throw new Error('attendu sqlite:chemin/du/fichier.db ou mysql://utilisateur:motdepasse@serveur:3306/base.');
}

function parsePublicUrl(text: string): string {
  if (/^https?:\/\//.test(text) && URL.canParse(text)) return text.replace(/\/+$/, '');
  throw new Error(`« ${text} » n’est pas une adresse ; attendu par exemple https://famille.ma-commune.fr.`);
}

function parsePayfipUrl(text: string): string {
  const local = /^http:\/\/(localhost|127\.0\.0\.1|\[::1\])[:/]/.test(text);
  if ((local || /^https:\/\//.test(text)) && URL.canParse(text)) return text.replace(/\/+$/, '');
  throw new Error(
    `« ${text} » n’est pas une adresse de PayFiP ; attendu ${PAYFIP.payfipUrl}, ou http://127.0.0.1:4010/tpa pour le simulateur.`,
  );
}

function parseSecret(text: string, environment: Environment): KeyObject {
  if (text === '' && environment !== 'production') return createSecretKey(randomBytes(32));
  const bytes = Buffer.from(text, 'utf8');
  if (bytes.length < 32 || new Set(text).size < 12) {
    throw new Error(
      'absente ou trop faible ; donnez au moins 32 caractères au hasard, par exemple le résultat de « openssl rand -base64 48 ».',
    );
  }
  return createSecretKey(bytes);
}

function parseSmtpUrl(text: string): string | null {
  if (text === '') return null;
  if (/^smtps?:\/\//.test(text) && URL.canParse(text)) return text;
  throw new Error('attendu smtp://utilisateur:motdepasse@serveur:587 ou smtps://….');
}

function parseSchemaDirectory(text: string): string | null {
  if (text === '') return null;
  if (existsSync(join(text, 'PES_V2/Rev0/PES_Aller.xsd'))) return resolve(text);
  throw new Error(
    `« ${text} » ne contient pas PES_V2/Rev0/PES_Aller.xsd ; donnez le dossier des schémas publiés par la DGFiP.`,
  );
}

function parseAddress(text: string): string {
  if (/^[^\s@<>]+@[^\s@<>]+$/.test(text)) return text;
  throw new Error(`« ${text} » n’est pas une adresse électronique.`);
}
