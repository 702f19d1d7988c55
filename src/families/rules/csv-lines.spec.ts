import { describe, expect, it } from '@jest/globals';
import { readCsv } from './csv-lines.js';

const read = (...rows: string[]) => {
  const { lines, damaged } = readCsv(rows.join('\n'));
  return { lines: lines.map(({ number, cells }) => [number, ...cells]), damaged: damaged.map(({ number }) => number) };
};

describe('the lines of a CSV text', () => {
  it.each([
    [';', 'a;"b,c";d'],
    [',', 'a,"b;c;d;e",f'],
    ['\t', 'a\tb, c\td'],
  ])('are cut at the delimiter of the header (%j)', (delimiter, header) => {
    expect(readCsv(header)).toMatchObject({ delimiter, header: { number: 1, cells: { length: 3 } } });
  });

  it('keep the number an editor shows, past blank lines and quoted line ends', () => {
    const rows = ['', 'a;b', '', '1;2', ';', ' ', '"3', 'and more";4', '5;6', ''];
    expect(read(...rows)).toEqual({
      lines: [
        [4, '1', '2'],
        [7, '3\nand more', '4'],
        [9, '5', '6'],
      ],
      damaged: [],
    });
  });

  it('may follow a « sep= » line', () => {
    expect(read('sep=;', 'a;b', '1;2')).toEqual({ lines: [[3, '1', '2']], damaged: [] });
  });

  it('may have a header on two rows', () => {
    expect(readCsv('"N°\nfamille";Nom\n1;2').lines).toEqual([{ number: 3, cells: ['1', '2'] }]);
  });

  it.each([
    ['quoted delimiters and doubled quotes', '"1;""x""";2', ['1;"x"', '2']],
    ['a quote inside a cell', '1 "bis";2', ['1 "bis"', '2']],
    ['empty cells too many', '1;2;;', ['1', '2']],
  ])('%s', (_, row, cells) => expect(read('a;b', row)).toEqual({ lines: [[2, ...cells]], damaged: [] }));

  it.each([
    ['a cell too few', ['1'], [2]],
    ['a cell too many', ['1;2;3'], [2]],
    ['a quote never closed', ['1;"2'], [2]],
    ['two forgotten quotes that swallow what is between', ['"1;2', '3;4', '"5;6'], [2, 4]],
    ['a quote closed many lines later', ['"1;2', ...Array<string>(30).fill('3;4'), '5";6'], [2]],
  ])('%s is reported and hides no other line', (_, rows, damaged) => {
    const result = read('a;b', ...rows, '7;8');
    expect(result.damaged).toEqual(damaged);
    expect(result.lines.at(-1)).toEqual([rows.length + 2, '7', '8']);
  });

  it('stops at a file that is damaged everywhere', () => {
    const { damaged } = readCsv(`a;b\n${'"1;2\n'.repeat(100_000)}`);
    expect(damaged).toHaveLength(3001);
    expect(damaged.at(-1)?.reason).toMatch(/^3000 lignes abîmées/);
  });

  it('says how many columns it found', () => {
    expect(readCsv('a;b\n1;2;3').damaged[0]?.reason).toMatch(/^3 colonnes au lieu de 2/);
  });
});
