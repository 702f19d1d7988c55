import { describe, expect, it } from '@jest/globals';
import { escapeHtml, linesInHtml } from './html.js';

describe('a text in HTML', () => {
  it.each([
    ['<b title="a">l’été & l\'hiver</b>', '&lt;b title=&quot;a&quot;&gt;l’été &amp; l&#39;hiver&lt;/b&gt;'],
    ['&lt;', '&amp;lt;'],
    ['🤒', '🤒'],
  ])('%j is %j', (text, shown) => {
    expect(escapeHtml(text)).toBe(shown);
  });

  it('keeps its lines', () => {
    expect(linesInHtml('1 rue\n<Verte>')).toBe('1 rue<br>&lt;Verte&gt;');
  });
});
