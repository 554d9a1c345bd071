// Our canonical form is that of libxml2, for texts made to be awkward and for thousands made by chance.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { XmlC14NMode, XmlDocument } from 'libxml2-wasm';
import { type Part, readSignedParts, XmlSignatureWrong } from './signed-parts.ts';

const OPTIONS = { mode: XmlC14NMode.XML_C14N_EXCLUSIVE_1_0 };

function ours(xml: string): Record<string, string> {
  const parts: Record<string, string> = { message: '', header: '', document: '' };
  readSignedParts(xml, (part, octets) => (parts[part] += octets), () => new Set<Part>()); // prettier-ignore
  return parts;
}

function libxml2s(xml: string): Record<string, string> {
  const document = XmlDocument.fromString(xml);
  try {
    const subtree = (path: string): string => document.get(path)!.canonicalizeToString(OPTIONS);
    return { message: document.canonicalizeToString(OPTIONS), header: subtree('/*/*[1]'), document: subtree('/*/*[2]') };
  } finally {
    document.dispose();
  }
} // prettier-ignore

const awkward = [
  '<e><AppHdr/><Document/></e>',
  '<?xml version="1.0"?>\n\n<e>\r\n<AppHdr a="1"\r\n b="2"/>\t<Document>&#13;&#10; &amp;&lt;&gt;"\'<![CDATA[<a>&]]></Document></e>\n',
  '<e xmlns="urn:e" xmlns:u="urn:unused"><AppHdr xmlns="urn:h"><a xmlns=""><b xmlns="urn:h"/></a></AppHdr><Document xmlns=""/></e>',
  '<x:e xmlns:x="urn:x" xmlns:y="urn:y"><AppHdr y:b="1" x:b="2" b="3" a="&#9;&#10;&#13;&quot;\'&lt;&gt;"/><x:Document xmlns:x="urn:z"/></x:e>',
  '<e xml:lang="zh" xml:space="preserve"><AppHdr xml:lang="en"/><Document xmlns:a="urn:a"><a:b/><a:b><a:c xmlns:a="urn:a2"/></a:b></Document></e>',
  '<e><AppHdr 𝒳b="1" \ufdf0b="2" é="3">人民币 𝒳 &#x1F600;</AppHdr><Document xmlns:z="urn:1" xmlns:a="urn:2" z:k="" a:k=""/></e>',
];

test('texts made to be awkward have one canonical form', () => {
  for (const xml of awkward) assert.deepEqual(ours(xml), libxml2s(xml), xml);
});

const prefixes = ['', 'a', 'b', 'c'] as const;
const words = fc.stringMatching(/^[ -~\t\n\r\u00e9\u4eba]{0,12}$/);
const escaped = words.map((text) => text.replace(/[&<>"\r]/g, (each) => `&#${each.charCodeAt(0)};`));

const { element } = fc.letrec<{ element: string }>((tie) => ({
  element: fc
    .record({
      prefix: fc.constantFrom(...prefixes),
      name: fc.constantFrom('x', 'y', 'Nm'),
      declared: fc.dictionary(fc.constantFrom(...prefixes), fc.constantFrom('urn:1', 'urn:2'), { maxKeys: 2 }),
      attributes: fc.dictionary(fc.constantFrom('p', 'q', 'a:p', 'b:q', 'xml:lang'), escaped, { maxKeys: 3 }),
      children: fc.array(fc.oneof({ depthSize: 'small', withCrossShrink: true }, escaped, tie('element')), { maxLength: 4 }),
    })
    .map(({ prefix, name, declared, attributes, children }) => {
      const tag = prefix === '' ? name : `${prefix}:${name}`;
      const namespaces = Object.entries(declared).map(([each, uri]) => ` xmlns${each === '' ? '' : `:${each}`}="${uri}"`);
      const given = Object.entries(attributes).map(([each, value]) => ` ${each}="${value}"`);
      return `<${tag}${namespaces.join('')}${given.join('')}>${children.join('')}</${tag}>`;
    }),
})); // prettier-ignore

test('texts made by chance have one canonical form', () => {
  const around = 'xmlns:a="urn:1" xmlns:b="urn:2" xmlns:c="urn:3"';
  fc.assert(
    fc.property(element, element, (header, document) => {
      const xml = `<e ${around}>\n<AppHdr>${header}</AppHdr><Document xmlns="urn:1">${document}</Document></e>`;
      // Two prefixes of one namespace may make two attributes one: no parser takes that.
      let read;
      try {
        read = ours(xml);
      } catch (error) {
        assert.ok(error instanceof XmlSignatureWrong);
        assert.throws(() => libxml2s(xml), xml);
        return;
      }
      assert.deepEqual(read, libxml2s(xml));
    }),
    { numRuns: 2_000 },
  );
});
