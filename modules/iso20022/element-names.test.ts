// Every element of the schemas has a name in both languages, made of words and not of what is left of a tag.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { describeKind, type PartType } from './description.ts';
import { codeName, elementName } from './element-names.ts';
import { spokenKinds } from './kinds.ts';
import { seededRandom, sampleContent } from './testing.ts';
import { type Content } from './write-message.ts';

/** Each element's tag below a kind's root. */
function tagsOf(type: PartType, seen = new Set<PartType>()): string[] {
  if (seen.has(type)) return [];
  seen.add(type);
  return type.members.flatMap((member) => [member.name, ...tagsOf(member.type, seen)]);
}

const isKindTag = (tag: string) => tag.includes('.');

test('every element of every kind has a name in English and in 中文', () => {
  const tags = new Set(spokenKinds.flatMap((kind) => tagsOf(describeKind(kind)!.rootType)));
  assert.ok(tags.size > 600);
  const nameless = [...tags].filter((tag) => !isKindTag(tag) && !elementName(tag));
  assert.deepEqual(nameless, []);
  for (const tag of tags) {
    const name = elementName(tag);
    if (!name || isKindTag(tag)) continue;
    assert.match(name.en, /^[A-Z0-9][A-Za-z0-9' -]+$/, tag);
    assert.match(name.zh, /[\u4e00-\u9fff]|^(BIC|IBAN|LEI|ISIN|UETR)$/, tag);
  }
});

test('every element of our own samples has a name', () => {
  const tagsIn = (content: Content): string[] => {
    if (Array.isArray(content)) return content.flatMap(tagsIn);
    if (content === null || typeof content !== 'object' || 'children' in content) return [];
    return Object.entries(content).flatMap(([tag, inner]) => [tag, ...tagsIn(inner as Content)]);
  };
  const random = seededRandom(7);
  for (const kind of spokenKinds) {
    const content = sampleContent(kind, { isMaximal: true, seed: Math.floor(random() * 1_000) });
    const nameless = tagsIn(content).filter((tag) => !isKindTag(tag) && tag !== 'Ccy' && !elementName(tag));
    assert.deepEqual(nameless, [], kind);
  }
});

for (const [tag, en, zh] of [
  ['CdtTrfTxInf', 'Credit transfer', '贷记转账明细'],
  ['IntrBkSttlmAmt', 'Interbank settlement amount', '银行间结算金额'],
  ['OrgnlUETR', 'Original UETR', '原UETR'],
  ['DtOfSgntr', 'Date of signature', '签名日期'],
  ['IntrmyAgt1', 'Intermediary bank 1', '中间行1'],
  ['CdtrAcct', 'Creditor account', '收款人账户'],
] as const) {
  test(`${tag} reads "${en}" and "${zh}"`, () => assert.deepEqual(elementName(tag), { en, zh }));
}

test('a tag with a part no one knows has no name, and a code no one knows no meaning', () => {
  assert.equal(elementName('WrnglXyz'), undefined);
  assert.equal(codeName('XXXX'), undefined);
  assert.equal(codeName('ACSC')!.zh, '已结算');
});
