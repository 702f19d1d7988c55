import { expect, it } from '@jest/globals';
import { typeset } from '../../kernel/french.js';
import { schemaFault } from './schema-fault.js';

const window = { fileLine: 207, windowLine: 8, pieces: [41, 42, undefined] };

it.each([
  [
    "Element 'Nom', attribute 'V': [facet 'maxLength'] The value 'ABC' has a length of '45'; this exceeds the allowed maximum length of '38'.",
    'Nom : « ABC » a 45 caractères, 38 au plus.',
  ],
  [
    "Element 'Nom', attribute 'V': [facet 'minLength'] The value '' has a length of '0'; this underruns the allowed minimum length of '1'.",
    'Nom est vide.',
  ],
  [
    "Element 'CodCol', attribute 'V': [facet 'length'] The value '12' has a length of '2'; this differs from the allowed length of '3'.",
    'CodCol : « 12 » n’a pas la longueur voulue.',
  ],
  [
    "Element 'IdPost', attribute 'V': [facet 'pattern'] The value 'x' is not accepted by the pattern '[0-9]{6,7}'.",
    'IdPost : « x » n’a pas la forme voulue.',
  ],
  [
    "Element 'TypPce', attribute 'V': [facet 'enumeration'] The value '99' is not an element of the set {'01', '02'}.",
    'TypPce : « 99 » n’est pas un code connu (01, 02).',
  ],
  [
    "Element 'MtHT', attribute 'V': [facet 'minExclusive'] The value '0.00' must be greater than '0'.",
    'MtHT : « 0.00 » doit dépasser 0.',
  ],
  [
    "Element 'NbrPce', attribute 'V': [facet 'totalDigits'] The value '100000' has more digits than are allowed ('5').",
    'NbrPce : « 100000 » a plus de 5 chiffres.',
  ],
  [
    "Element 'MtHT', attribute 'V': [facet 'fractionDigits'] The value '0.001' has more fractional digits than are allowed ('2').",
    'MtHT : « 0.001 » a trop de décimales.',
  ],
  [
    "Element 'Nature', attribute 'V': 'x' is not a valid value of the atomic type '{http://x}V_Num12'.",
    'Nature : « x » est refusé.',
  ],
  [
    "Element 'Ville': This element is not expected. Expected is one of ( Adr3, CP ).",
    'Ville n’est pas attendu ici, mais Adr3, CP.',
  ],
  ["Element 'Chat': This element is not expected.", 'Chat n’est pas attendu ici.'],
  ["Element 'Bordereau': Missing child element(s). Expected is ( Piece ).", 'Bordereau : il manque Piece.'],
  ["Element 'Nom': The attribute 'V' is required but missing.", 'Nom n’a pas de valeur.'],
  ["Element 'Nom', attribute 'W': The attribute 'W' is not allowed.", 'Nom : l’attribut W est de trop.'],
  [
    "Element '{http://y}PES_Aller': No matching global declaration available for the validation root.",
    "PES_Aller ne suit pas le schéma officiel (Element '{http://y}PES_Aller': No matching global declaration available for the validation root.).",
  ],
])('%s', (message, french) => {
  expect(schemaFault({ message: `${message}\n`, line: 9 }, window)).toEqual({
    piece: 42,
    line: 208,
    element: /'(?:\{.*?\})?([^']+)'/.exec(message)![1],
    message: typeset(french),
  });
});

it('a fault of the head has no piece, and the line of the head', () => {
  expect(schemaFault({ message: 'Opening and ending tag mismatch', line: 3 }, window)).toMatchObject({ line: 3 });
  expect(schemaFault({ message: "Element 'PJ': This element is not expected.", line: 10 }, window)).toEqual({
    line: 209,
    element: 'PJ',
    message: 'PJ n’est pas attendu ici.',
  });
});
