/** Jest in ESM mode; SWC compiles TypeScript with its decorators. Everything needed is here, nothing at the root. */
export default {
  rootDir: '..',
  roots: ['<rootDir>/src', '<rootDir>/test'],
  testRegex: '\\.spec\\.ts$',
  extensionsToTreatAsEsm: ['.ts'],
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1' },
  transform: {
    '^.+\\.ts$': [
      '@swc/jest',
      {
        jsc: {
          parser: { syntax: 'typescript', decorators: true },
          transform: { legacyDecorator: true, decoratorMetadata: true },
          target: 'es2022',
          keepClassNames: true,
        },
        module: { type: 'es6' },
      },
    ],
  },
  testSequencer: '<rootDir>/config/test-sequencer.js',
  setupFiles: ['reflect-metadata'],
  testTimeout: 30_000,
  // Jest leaves a core idle by default; the suites wait for the database more than they compute.
  maxWorkers: '100%',
  workerIdleMemoryLimit: '1500MB',
};
