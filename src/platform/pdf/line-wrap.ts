/**
 * Cuts a text into lines no wider than `width`. Lines break at spaces and after hyphens, never at no-break
 * spaces; a word wider than the line is cut. A line that continues keeps its last space, so that copied or
 * spoken text does not glue two words together.
 */
export function wrapLines(text: string, width: number, widthOf: (text: string) => number): string[] {
  return text.split('\n').flatMap((paragraph) => wrapParagraph(paragraph, width, widthOf));
}

function wrapParagraph(paragraph: string, width: number, widthOf: (text: string) => number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of paragraph.split(/(?<= )(?! )|(?<=\p{L}-)(?=\p{L})/u)) {
    if (widthOf((line + word).trimEnd()) <= width) {
      line += word;
      continue;
    }
    if (line) lines.push(line);
    line = word;
    while (line.length > 1 && widthOf(line.trimEnd()) > width) {
      const fitting = longestFitting(line, width, widthOf);
      if (fitting === line.length) break;
      lines.push(line.slice(0, fitting));
      line = line.slice(fitting);
    }
  }
  lines.push(line);
  return lines;
}

/** At least one character, so that the loop ends however narrow the column. */
function longestFitting(word: string, width: number, widthOf: (text: string) => number): number {
  let [fits, tooLong] = [1, word.length];
  while (tooLong - fits > 1) {
    const middle = (fits + tooLong) >> 1;
    if (widthOf(word.slice(0, middle)) <= width) fits = middle;
    else tooLong = middle;
  }
  const splitsPair = /[\ud800-\udbff]/.test(word[fits - 1]!);
  return splitsPair ? fits + 1 : fits;
}
