import { parseArgs } from 'node:util';
import { typeset } from '../kernel/french.js';
import { SystemClock } from '../platform/clock/clock.js';
import { readFault } from './faults.js';
import { createSimulator } from './simulator.js';

/**
 * `npm run payfip-simulator`: a PayFiP of your own. Point the service at it with `PAYFIP_URL`. Options: `-- --port 4010
 * --host 127.0.0.1 --fault create:TIMEOUTx2 --fault notification:LOST`.
 */
const say = (line: string) => void process.stdout.write(`${typeset(line)}\n`);

try {
  const { values } = parseArgs({
    options: {
      port: { type: 'string', default: '4010' },
      host: { type: 'string', default: '127.0.0.1' },
      fault: { type: 'string', multiple: true, default: [] },
    },
  });
  const { server, faults } = await createSimulator(new SystemClock());
  for (const text of values.fault) faults.arm(readFault(text));
  const address = await server.listen({ port: Number(values.port), host: values.host });
  say(`Le simulateur de PayFiP écoute : lancez le service avec PAYFIP_URL=${address}/tpa (Ctrl+C pour arrêter).`);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void server.close());
} catch (error) {
  const { code, message } = error as NodeJS.ErrnoException;
  const why = code === 'EADDRINUSE' ? `${message} ; choisissez un autre port avec « -- --port 4011 ».` : message;
  process.stderr.write(typeset(`Le simulateur ne démarre pas : ${why}\n`));
  process.exit(1);
}
