import { describe, expect, it } from '@jest/globals';
import { NBSP } from '../../kernel/french.js';
import { type ColumnMapping, findColumns } from './import-columns.js';

const REQUIRED = ['N° famille', 'Nom resp. 1', 'Prénom resp. 1', 'Nom enfant', 'Prénom enfant', 'Né(e) le'];
const plain = (texts: readonly string[]) => texts.map((text) => text.replaceAll(NBSP, ' '));

describe('columns found by their headers', () => {
  it.each([
    ['CODE POSTAL', 'postalCode'],
    ['  code   postal ', 'postalCode'],
    ['Courriel du foyer', null],
    ['E-mail resp. 1', 'guardian1Email'],
    ['Courriel responsable 2', 'guardian2Email'],
    ['Téléphone portable parent 2', 'guardian2Phone'],
    ['Date de naissance', null],
    ['PAI', 'pai'],
    ['P.A.I. (O/N)', 'pai'],
    ['Quotient familial', null],
    ['Régime alimentaire', 'menu'],
  ])('« %s » is %s', (header, field) => {
    const { at } = findColumns([...REQUIRED, header], []);
    expect(Object.entries(at).find(([, index]) => index === REQUIRED.length)?.[0] ?? null).toBe(
      header === 'Quotient familial' ? 'quotient' : field,
    );
  });

  it('says which are missing and which were found', () => {
    const [error] = plain(findColumns(['Nom enfant', 'Prénom enfant', 'Né(e) le', 'Truc'], []).errors);
    expect(error).toBe(
      'il manque les colonnes « N° famille », « Nom resp. 1 » et « Prénom resp. 1 » ; colonnes trouvées : ' +
        '« Nom enfant », « Prénom enfant », « Né(e) le » et « Truc ». Renommez-les ou indiquez leur correspondance.',
    );
  });

  it('wants the start of a quotient with the quotient', () => {
    expect(plain(findColumns([...REQUIRED, 'QF'], []).errors)[0]).toMatch(/^il manque la colonne « QF valable du »/);
  });

  it('refuses two columns for one field', () => {
    expect(plain(findColumns([...REQUIRED, 'CP', 'Code postal'], []).errors)).toEqual([
      'les colonnes « CP » et « Code postal » disent la même chose : gardez-en une',
    ]);
  });

  it('lets a mapping win', () => {
    const headers = ['Dossier', ...REQUIRED];
    expect(findColumns(headers, [], { familyRef: 'dossier' })).toMatchObject({ at: { familyRef: 0 }, errors: [] });
    expect(findColumns(headers, [], { familyRef: 'dossier' }).ignored).toEqual(['N° famille']);
  });

  it.each([
    [{ familyRef: 'Absente' }, 'correspondance : la colonne « Absente » n’est pas dans le fichier'],
    [{ iban: 'CP' } as ColumnMapping, 'correspondance : le champ « iban » n’existe pas'],
    [{ city: 'Né(e) le', postalCode: 'Né(e) le' }, 'correspondance : la colonne « Né(e) le » sert deux fois'],
  ] as [ColumnMapping, string][])('refuses the mapping %j', (mapping, error) => {
    expect(plain(findColumns(REQUIRED, [], mapping).errors)).toContain(error);
  });
});

describe('columns that nothing claims', () => {
  const headers = [...REQUIRED, 'Mercredi (O/N)', 'Étude', 'Cars', 'Remarque', 'Vide'];
  const line = (...extra: string[]) => ({ cells: [...REQUIRED.map(() => 'x'), ...extra] });

  it('are wishes when they say or hold yes and no, ignored otherwise', () => {
    const { wishes, ignored } = findColumns(headers, [line('?', 'oui', '1', 'o', ''), line('O', '', 'x', 'merci', '')]);
    expect(wishes.map((wish) => wish.label)).toEqual(['Mercredi', 'Étude', 'Cars']);
    expect(ignored).toEqual(['Remarque', 'Vide']);
  });
});
