import Sequencer from '@jest/test-sequencer';

/** The long suites that load the service first, the many short tables of rules after them: no worker is left waiting. */
export default class LongSuitesFirst extends Sequencer {
  sort(tests) {
    const long = ({ path }) => (/[\\/]test[\\/]/.test(path) ? 0 : 1);
    return [...tests].sort((one, other) => long(one) - long(other) || one.path.localeCompare(other.path));
  }
}
