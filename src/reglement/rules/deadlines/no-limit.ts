import type { NoLimit } from './deadline.js';
import type { DeadlineForm } from './form.js';

export const noLimit: DeadlineForm<NoLimit> = {
  choice: 'sans limite',
  fields: [],
  datesAreChosen: true,
  parse: () => ({ type: 'NONE' }),
  compile: () => () => null,
  phrase: (_, edge) => (edge === 'UNTIL' ? 'sans limite de délai' : 'à tout moment'),
};
