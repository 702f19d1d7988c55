import 'reflect-metadata';
import { existsSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { createApplication } from '../application.js';
import { CheckExplanations } from '../billing/index.js';
import { typeset } from '../kernel/french.js';
import { createSimulator } from '../payfip-simulator/simulator.js';
import { type Clock, SetClock, SystemClock } from '../platform/clock/clock.js';
import { type Configuration, readConfiguration } from '../platform/config/configuration.js';
import { failureInFrench } from '../platform/config/failure-in-french.js';
import { OutboxDelivery } from '../platform/outbox/outbox-delivery.js';
import { TaskRunner } from '../platform/tasks/task-runner.js';
import { CheckLedger } from '../treasury/index.js';
import { Client } from './client.js';
import { PASSWORD, STAFF } from './commune.js';
import { demoYear } from './demo-year.js';
import { welcomeNewcomers } from './newcomers.js';
import { writeTaxCertificates } from './next-january.js';
import { listPapers, type Papers, writePapers } from './papers.js';
import { type PlayedYear, playYear } from './play-year.js';
import { writeReglement } from './reglement-page.js';
import { tellReglement } from './reglement-told.js';
import { tellStory } from './story.js';

/**
 * `npm run demo`: plays the school year of a fictional commune up to today, as its people would over HTTP, then
 * serves it. Only touches var/demo/. `-- --seed-only` stops once the year is played.
 */
const FOLDER = resolve('var/demo');
const DATABASE = `${FOLDER}/espace-famille.db`;
/** Invoices are drawn once the service is there, or when someone asks for one. */
const FOR_LATER = ['render-invoices'];
const seedOnly = process.argv.includes('--seed-only');
const say = (line: string) => void process.stdout.write(`${typeset(line)}\n`);

try {
  const configuration = await freshConfiguration();
  say('Espace Famille, démonstration : Valmont-sur-Orle vit son année scolaire…');
  const { played, papers } = await play(configuration);
  await writeTaxCertificates(configuration, played, { folder: FOLDER, database: DATABASE });
  if (!seedOnly) await serve(configuration, played, papers);
} catch (error) {
  const { code, stack } = error as NodeJS.ErrnoException;
  const why = code === 'EADDRINUSE' ? failureInFrench(error) : stack;
  process.stderr.write(typeset(`La démonstration s’est arrêtée : ${why}\n`));
  process.exit(1);
}

async function freshConfiguration(): Promise<Configuration> {
  if (existsSync(FOLDER)) await rm(FOLDER, { recursive: true });
  return readConfiguration({
    ...process.env,
    NODE_ENV: 'development',
    DATABASE_URL: `sqlite:${DATABASE}?durable=no`,
    FILES_DIR: `${FOLDER}/fichiers`,
    MAIL_DIR: `${FOLDER}/mails`,
    SMTP_URL: '',
  });
}

interface Seeded {
  readonly played: PlayedYear;
  readonly papers: Papers;
}

async function play(configuration: Configuration): Promise<Seeded> {
  const started = performance.now();
  const now = new SystemClock().now();
  const year = demoYear(now);
  const clock = new SetClock(now.subtract({ hours: 24 * 800 }));
  const payfip = await simulatePayfip(clock);
  // A played notification would reach whatever listens at the public address today; families come back by themselves.
  payfip.faults.arm({ step: 'notification', fault: 'LOST' });
  const app = await start({ ...configuration, payfipUrl: payfip.url }, clock, false);
  try {
    await app.listen(0, '127.0.0.1');
    const settle = async () => {
      await app.get(OutboxDelivery).drain();
      await app.get(TaskRunner).runDue({ except: FOR_LATER });
      await app.get(OutboxDelivery).drain();
    };
    const stage = { app, clock, client: new Client(await app.getUrl(), clock), settle, say };
    const played = await playYear(stage, year);
    await proveIt(app);
    const invitation = await welcomeNewcomers(stage, played.commune);
    const papers = await listPapers(played, FOLDER);
    const reglement = await tellReglement(played);
    await writeReglement(played, reglement, FOLDER);
    if (seedOnly) await writePapers(played.commune.regisseur, played, papers, FOLDER);
    const seconds = (performance.now() - started) / 1000;
    say(tellStory({ ...played, papers, reglement, invitation, folder: FOLDER, seconds }));
    return { played, papers };
  } finally {
    await app.close();
    await payfip.server.close();
  }
}

/** Prices are those that their explanations give, and the accounts agree with each other. */
async function proveIt(app: NestFastifyApplication): Promise<void> {
  const explanations = await app.get(CheckExplanations).run();
  if (explanations.faults.length > 0)
    throw new Error(`des prix ne sont pas ceux de leur explication :\n${explanations.faults.join('\n')}`);
  const ledger = await app.get(CheckLedger).run();
  if (ledger.faults.length > 0)
    throw new Error(`la comptabilité ne s’accorde pas :\n${ledger.faults.map(({ message }) => message).join('\n')}`);
}

/** The service is there first; the papers follow. */
async function serve(configuration: Configuration, played: PlayedYear, papers: Papers): Promise<void> {
  const clock = new SystemClock();
  const payfip = await simulatePayfip(clock);
  const app = await start({ ...configuration, payfipUrl: payfip.url }, clock, true);
  await app.listen(configuration.port, '0.0.0.0');
  const at = configuration.publicUrl;
  say(
    `\nL’espace famille : ${at}/   La documentation : ${at}/docs/administration et ${at}/docs/familles   (Ctrl+C pour arrêter)`,
  );
  say(`Les paiements en ligne vont à un PayFiP simulé (${payfip.url}) : aucun argent ne circule.`);
  const { email } = STAFF.find(({ role }) => role === 'regisseur')!;
  const regisseur = new Client(`http://127.0.0.1:${configuration.port}`, clock).as({ email, password: PASSWORD });
  await writePapers(regisseur, played, papers, FOLDER);
  say('Les papiers sont tous écrits.');
}

/** A PayFiP of the demonstration, on this machine only. */
async function simulatePayfip(clock: Clock) {
  const simulator = await createSimulator(clock);
  return { ...simulator, url: `${await simulator.server.listen({ port: 0, host: '127.0.0.1' })}/tpa` };
}

function start(configuration: Configuration, clock: Clock, live: boolean): Promise<NestFastifyApplication> {
  return createApplication({ configuration, clock, selfDriven: live, documents: live, quiet: true });
}
