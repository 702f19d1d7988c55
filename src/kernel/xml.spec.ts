import { expect, it } from '@jest/globals';
import { readXml } from './xml.js';

it('is read by local names, with attributes and texts, whatever its entities', () => {
  const text = '<?xml version="1.0"?><p:a xmlns:p="x" n="1"> <p:b>O&#8217;Connor &amp; fils</p:b><c/><c>2</c></p:a>';
  expect(readXml(text, 200)).toEqual({
    ...{ name: 'a', text: '', attributes: { 'xmlns:p': 'x', n: '1' } },
    children: [
      { name: 'b', text: 'O’Connor & fils', attributes: {}, children: [] },
      { name: 'c', text: '', attributes: {}, children: [] },
      { name: 'c', text: '2', attributes: {}, children: [] },
    ],
  });
});

it.each([
  ['nothing', ''],
  ['a text', 'Service indisponible'],
  ['cut', '<a><b></a>'],
  ['two documents', '<a/><b/>'],
  ['an entity of its own', '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>'],
  ['entities that multiply', '<!DOCTYPE a [<!ENTITY x "1"><!ENTITY y "&x;&x;">]><a>&y;</a>'],
  ['a well', `${'<a>'.repeat(100)}${'</a>'.repeat(100)}`],
  ['too long', `<a>${'x'.repeat(1000)}</a>`],
])('%s is refused', (_case, text) => {
  expect(() => readXml(text, 1000)).toThrow(SyntaxError);
});
