import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { defineConfig, type Plugin } from 'vite';
import { frenchSpaces } from './typeset.ts';

const OUT = join(import.meta.dirname, 'dist');
/** Words, controls, places, what is asked of the service: little each, and of several pages. Dialogs, which are heavy, are not. */
const COMMON =
  /web.src.(words|family|design.(?!sheet)|session.use-|app.(places|shell.module)|.*queries\.ts$)|react-query|query-core/;

export default defineConfig({
  root: import.meta.dirname,
  build: {
    outDir: OUT,
    emptyOutDir: true,
    target: 'es2022',
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    rolldownOptions: {
      output: {
        codeSplitting: {
          // Two files that most pages need instead of thirty: together they are compressed better, and asked for once.
          groups: [
            { name: 'frame', tags: ['$initial'] },
            { name: 'common', test: COMMON, minShareCount: 2 },
          ],
        },
      },
      // Compressing takes its time; it is what it is for.
      checks: { pluginTimings: false },
      // « use client » says nothing to an application that has no server side.
      onLog: (level, log, tell) => (log.code === 'MODULE_LEVEL_DIRECTIVE' ? undefined : tell(level, log)),
    },
  },
  plugins: [frenchSpaces(), compressed()],
  server: { proxy: { '/api': 'http://127.0.0.1:3000' } },
});

/** Each text is compressed once, as small as it gets, beside itself: the service sends what the browser accepts. */
function compressed(): Plugin {
  return {
    name: 'compressed',
    apply: 'build',
    closeBundle() {
      for (const entry of readdirSync(OUT, { recursive: true, withFileTypes: true })) {
        if (!entry.isFile() || !/\.(js|css|html|svg|webmanifest|json)$/.test(entry.name)) continue;
        const file = join(entry.parentPath, entry.name);
        const bytes = readFileSync(file);
        writeFileSync(`${file}.gz`, gzipSync(bytes, { level: 9 }));
        writeFileSync(
          `${file}.br`,
          brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY } }),
        );
      }
    },
  };
}
