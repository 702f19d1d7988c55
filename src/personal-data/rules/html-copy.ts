import { NBSP, typeset } from '../../kernel/french.js';
import { escapeHtml, linesInHtml } from '../../kernel/html.js';
import { withArticle } from '../../kernel/names-in-french.js';
import { SECTION_WORDS } from './words/section-words.js';

export interface CopyHead {
  readonly collectiviteName: string;
  /** « lundi 2 novembre 2026 à 8 h 00 ». */
  readonly copiedAt: string;
}

/** Small, printable, and with nothing to fetch: the file is read years later, far from the service. */
const STYLE = `
:root { color-scheme: light dark; }
body { max-width: 50rem; margin: 0 auto; padding: 1rem; font: 1rem/1.5 system-ui, sans-serif; overflow-wrap: anywhere; }
li { margin-block: 0.5rem; }
nav ul { columns: 16rem; }
nav a { display: inline-block; vertical-align: top; min-height: 1.5rem; color: inherit; }
@media print { nav { display: none; } h2 { break-after: avoid; } li { break-inside: avoid; } }
`;

/** The top of the page, with the list of its parts. */
export function htmlTop({ collectiviteName, copiedAt }: CopyHead, sections: readonly string[]): string {
  const intro = typeset(
    `Copie faite le ${copiedAt} : tout ce que ${withArticle(collectiviteName)} détient sur vous, votre foyer et vos enfants. Rien de ce qui est propre à l’autre responsable n’y figure.`,
  );
  const links = sections.map((name) => `<li><a href="#${name}">${wordsOf(name)}</a></li>`);
  return `<!doctype html>
<html lang="fr">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Mes données – ${escapeHtml(collectiviteName)}</title>
<style>${STYLE}</style>
</head>
<body>
<header>
<h1>Mes données</h1>
<p>${escapeHtml(intro)}</p>
</header>
<nav aria-label="Rubriques">
<ul>
${links.join('\n')}
</ul>
</nav>
<main>
`;
}

export function sectionTop(name: string): string {
  return `<h2 id="${name}">${wordsOf(name)}</h2>\n`;
}

/** The parts of which nothing is held, named together at the end, where the list of parts leads to them. */
export function htmlEmpty(sections: readonly string[]): string {
  if (sections.length === 0) return '';
  const names = sections.map((name) => `<span id="${name}">${wordsOf(name)}</span>`);
  return `<h2>Rubriques vides</h2>\n<p>Rien n’est enregistré dans${NBSP}: ${names.join(' ; ')}.</p>\n`;
}

/** A row, each of its fields with its name. */
export function htmlRow(fields: readonly (readonly [name: string, said: string])[]): string {
  const said = fields.map(([name, value]) => `${escapeHtml(name)}${NBSP}: <strong>${linesInHtml(value)}</strong>`);
  return `<li>${said.join('<br>')}</li>\n`;
}

export const HTML_END = '</main>\n</body>\n</html>\n';

function wordsOf(section: string): string {
  return escapeHtml(SECTION_WORDS[section] ?? section);
}
