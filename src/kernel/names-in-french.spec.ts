import { describe, expect, it } from '@jest/globals';
import { ofWithArticle, withArticle, withArticleFirst } from './names-in-french.js';

describe('the name of a collectivité in a sentence', () => {
  it.each([
    ['Mairie de Valmont', 'la mairie de Valmont', 'de la mairie de Valmont', 'La mairie de Valmont'],
    ['MAIRIE DE VALMONT', 'la MAIRIE DE VALMONT', 'de la MAIRIE DE VALMONT', 'La MAIRIE DE VALMONT'],
    ['Communauté de communes du Val', 'la communauté de communes du Val', 'de la communauté de communes du Val', null],
    ['Agglomération du Val', 'l’agglomération du Val', 'de l’agglomération du Val', 'L’agglomération du Val'],
    ['Syndicat scolaire du Val', 'le syndicat scolaire du Val', 'du syndicat scolaire du Val', null],
    ['SIVOM du Val', 'le SIVOM du Val', 'du SIVOM du Val', 'Le SIVOM du Val'],
    ['Valmont', 'Valmont', 'de Valmont', 'Valmont'],
    ['Le Puy', 'Le Puy', 'du Puy', 'Le Puy'],
    ['Les Ulis', 'Les Ulis', 'des Ulis', 'Les Ulis'],
    ['Évian', 'Évian', 'd’Évian', 'Évian'],
  ])('%s', (name, named, of, first) => {
    expect([withArticle(name), ofWithArticle(name)]).toEqual([named, of]);
    if (first !== null) expect(withArticleFirst(name)).toBe(first);
  });
});
