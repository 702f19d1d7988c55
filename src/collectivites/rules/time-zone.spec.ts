import { describe, expect, it } from '@jest/globals';
import { timeZoneNamed } from './time-zone.js';

describe('a time zone', () => {
  it.each([
    ['Europe/Paris', 'Europe/Paris'],
    ['indian/reunion', 'Indian/Reunion'],
    ['America/Martinique', 'America/Martinique'],
    ['Pacific/Noumea', 'Pacific/Noumea'],
    ['+02:00', null],
    ['UTC', null],
    ['Europe/Marseille', null],
    ['', null],
  ])('« %s » is %s', (text, expected) => {
    expect(timeZoneNamed(text)).toBe(expected);
  });
});
