import { expect, it } from '@jest/globals';
import { operationTold } from './operation-told.js';

const ID = '6475fa10-b338-11e2-a082-001fe256bdfe';

it.each<[string, unknown[], string | null]>([
  ['in the address', [{ idop: ID }, undefined], ID],
  ['in the form', [{}, { idOp: ID, resultrans: 'P' }], ID],
  ['in capitals', [{}, { IDOP: ID }], ID],
  ['twice', [{ idop: [ID, 'autre-chose'] }], ID],
  ['in both, the address first', [{ idop: ID }, { idop: 'autre-chose' }], ID],
  ['nowhere', [{ resultrans: 'P' }, null], null],
  ['not as it is made', [{ idop: '../../etc/passwd' }], null],
  ['as an object', [{ idop: { $ne: '' } }, 'idop=1'], null],
])('the operation is told %s', (_case, sources, expected) => {
  expect(operationTold(...sources)).toBe(expected);
});
