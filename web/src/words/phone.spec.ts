import { expect, it } from '@jest/globals';
import { dialled } from './phone';

it.each([
  ['04 67 00 00 00', 'tel:0467000000'],
  ['+262 (0)262.00.00.00', 'tel:+2620262000000'],
])('%s is dialled %s', (phone, link) => {
  expect(dialled(phone)).toBe(link);
});
