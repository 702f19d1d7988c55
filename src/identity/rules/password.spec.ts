import { describe, expect, it } from '@jest/globals';
import { passwordFaults } from './password.js';

const owner = { email: 'marc.lefevre@example.org', firstName: 'Marc', lastName: 'Lefèvre' };

describe('a password', () => {
  it.each([
    ['12 characters of the four kinds', 'Brise!tuile7'],
    ['14 characters of three kinds, none special', 'BriseTuile7Mur'],
    ['14 characters of three kinds, no digit', 'Brise!tuilemur'],
    ['a passphrase of 7 words', 'le vent va vu un os dur'],
    ['20 characters of one kind', 'brisetuilemurfenêtre'],
    ['words with hyphens', 'cerise-tracteur-nuage-42'],
    ['spaces anywhere', ' Brise tuile 7'],
    ['a script without case', '长城长安街的春天很美丽我们去看花吧明天见可以'],
    ['emoji as special signs', 'BriseTuile7🌻x'],
    ['a known word among many others', 'bonjour tuile brise carafe lampe'],
    ['200 characters', 'brise tuile carafe pomme '.padEnd(200, 'zkwvxjqbmtpyhd ufrgncs,ol')],
  ])('is accepted with %s', (_, password) => {
    expect(passwordFaults(password, owner)).toEqual([]);
  });

  it.each([
    ['', 'Ou 14 caractères de trois sortes (minuscule, majuscule, chiffre, signe), ou 12 des quatre sortes.'],
    ['Brise!tuil7', 'Il manque 1 caractère (12 au moins)'],
    ['BriseTuile7Mu', 'Il manque 1 caractère, ou un caractère spécial'],
    [
      'brisetuilemur',
      'Il manque 1 caractère (14 au moins) et une autre sorte de caractères (une majuscule, un chiffre',
    ],
    ['brise tuile mur', 'Il manque une autre sorte de caractères (une majuscule, un chiffre)'],
    ['Aaaaaaaaaaaaaaaaaaaaaa1!', 'ne comptent que pour un caractère'],
    ['Abcdefghijk1234!', 'ne comptent que pour un caractère'],
    ['Ab1!Ab1!Ab1!Ab1!', 'ne comptent que pour un caractère'],
    ['azertyuiopqsdfghjklmwxcvbn', 'ne comptent que pour un caractère'],
    ['a b c d e f g h i j', 'Il manque'],
    ['Motdepasse2026!', 'très répandu'],
    ['M0t-de-p@sse-2026!', 'très répandu'],
    ['BonjourMairie34!', 'très répandu'],
    ['Marc-a-42-tuiles!', 'votre nom, votre prénom ou votre adresse'],
    ['Famille-LEFEVRE-42', 'votre nom, votre prénom ou votre adresse'],
    ['x'.repeat(201), 'dépasse 200 caractères'],
  ])('« %s » is refused: %s', (password, reason) => {
    expect(plain(passwordFaults(password, owner).join(' '))).toContain(reason);
  });

  it('does not hold a short name against a person', () => {
    expect(passwordFaults('Brise!tuile7', { email: 'li@example.org', firstName: 'Li', lastName: 'Bri' })).toEqual([]);
  });
});

function plain(text: string): string {
  return text.replace(/\u00a0/g, ' ');
}
