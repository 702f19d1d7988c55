import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';

/** What the compiler does not see: promises left alone, the clock and chance outside the platform, `any`. */
export default tseslint.config(
  {
    ignores: ['dist/**', 'var/**', 'web/dist/**', 'web/src/api/familles.d.ts', 'web/*.ts', 'web/public/**', '**/*.mjs'],
  },
  ...tseslint.configs.recommendedTypeChecked,
  {
    files: ['src/**/*.ts', 'test/**/*.ts'],
    languageOptions: {
      parserOptions: {
        project: './config/tsconfig.test.json',
        tsconfigRootDir: new URL('..', import.meta.url).pathname,
      },
    },
    rules: {
      '@typescript-eslint/no-extraneous-class': 'off',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/only-throw-error': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      '@typescript-eslint/require-await': 'off',
      'max-lines': ['error', { max: 300, skipBlankLines: true, skipComments: true }],
      'no-console': ['error', { allow: ['warn'] }],
    },
  },
  {
    files: ['src/**/*.ts'],
    ignores: ['src/platform/**', 'src/kernel/**', 'src/*.ts', 'src/demo/**', 'src/commands/**'],
    rules: {
      'no-restricted-globals': ['error', { name: 'Date', message: 'Ask the Clock; use Temporal.' }],
      'no-restricted-properties': [
        'error',
        { object: 'Math', property: 'random', message: 'Ask Secrets.' },
        { object: 'Temporal', property: 'Now', message: 'Ask the Clock.' },
      ],
    },
  },
  {
    files: ['web/src/**/*.ts', 'web/src/**/*.tsx'],
    extends: [reactHooks.configs.flat.recommended],
    languageOptions: {
      parserOptions: { project: './web/tsconfig.json', tsconfigRootDir: new URL('..', import.meta.url).pathname },
    },
    rules: {
      '@typescript-eslint/only-throw-error': 'off',
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      'max-lines': ['error', { max: 200, skipBlankLines: true, skipComments: true }],
      'no-console': 'error',
    },
  },
  {
    // Days are words of the service (`2026-11-26`); what reckons with them is in one place.
    files: ['web/src/**/*.ts', 'web/src/**/*.tsx'],
    ignores: ['web/src/words/**', 'web/src/**/*.spec.ts', 'web/src/session/session.ts', 'web/src/design/use-now.ts'],
    rules: { 'no-restricted-globals': ['error', { name: 'Date', message: 'Use words/dates and useNow.' }] },
  },
  {
    // Clients of the API read its answers loosely, as any client may.
    files: ['src/**/*.spec.ts', 'test/**/*.ts', 'src/demo/**/*.ts'],
    rules: {
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
      'max-lines': 'off',
    },
  },
);
