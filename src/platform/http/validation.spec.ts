import { describe, expect, it } from '@jest/globals';
import { Typed } from './fields.js';
import { validationPipe } from './validation.js';

class Note {
  @Typed({ max: 1200, multiline: true })
  text!: string;
}

class Name {
  @Typed({ max: 100 })
  text!: string;
}

describe('what the built service validates', () => {
  it('leaves a day in an address to the pipe that reads it', async () => {
    // What the compiler of the built service writes for `Temporal.PlainDate`; the one of the tests writes `Object`.
    const day = { type: 'param', data: 'date', metatype: Function } as const;
    await expect(validationPipe().transform('2026-12-01', day)).resolves.toBe('2026-12-01');
  });

  it.each([
    ['', 'ce champ est à remplir.'],
    [' \n', 'ce champ est à remplir.'],
    ['é'.repeat(2400), '1 200 caractères au plus : il y en a 1 200 de trop.'],
    ['a\u0007b', 'un caractère invisible s’y est glissé : effacez ce champ et écrivez-le de nouveau.'],
    ['\u202e\u2066', 'ce champ est à remplir.'],
    ['\u200b\n\u200d', 'un caractère invisible s’y est glissé : effacez ce champ et écrivez-le de nouveau.'],
    [12, 'un texte de 1 à 1 200 caractères est attendu.'],
    [undefined, 'un texte de 1 à 1 200 caractères est attendu.'],
  ])('says of the text %j what is to be done', async (text, message) => {
    const sent = validationPipe().transform({ text }, { type: 'body', metatype: Note });
    const refused = await sent.then(
      () => null,
      (error: unknown) => JSON.stringify(error).replace(/[\u00a0\u202f]/g, ' '),
    );
    expect(refused).toContain(message);
  });

  it('keeps of a text the order in which it was typed', async () => {
    const text = 'Numéro du relais\u00a0: \u202a06 12 34 56 78\u202c. \u202eemêm ed\u202c';
    await expect(validationPipe().transform({ text }, { type: 'body', metatype: Note })).resolves.toEqual({
      text: 'Numéro du relais\u00a0: 06 12 34 56 78. emêm ed',
    });
    const name = validationPipe().transform({ text: '\u202eellimaC' }, { type: 'body', metatype: Name });
    await expect(name).rejects.toMatchObject({ code: 'INVALID_REQUEST' });
  });

  it.each(['Non.', '?', 'سلمى تلميذة', 'נועה בכיתה ג', '👨‍👩‍👧', 'une ligne\net une autre'])(
    'takes the text %j',
    async (text) => {
      await expect(validationPipe().transform({ text }, { type: 'body', metatype: Note })).resolves.toEqual({ text });
    },
  );
});
