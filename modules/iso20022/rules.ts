// The closed list of what can be wrong with a message as a text: a rule, and its sentence in English and Chinese.
// Words in braces are filled in with what was found and what is allowed. Business rules live with settlement.

export interface RuleText {
  readonly en: string;
  readonly zh: string;
}

export const ruleTexts = {
  'xml.malformed': { en: 'The XML is not well formed: {detail}', zh: 'XML 格式不正确：{detail}' },
  'xml.encoding': { en: 'Only UTF-8 is spoken; found {found}.', zh: '只接受 UTF-8 编码；发现 {found}。' },
  'xml.version': { en: 'Only XML 1.0 is spoken; found {found}.', zh: '只接受 XML 1.0；发现 {found}。' },
  'xml.doctype': { en: 'A document type declaration is not allowed.', zh: '不允许文档类型声明（DTD）。' },
  'xml.entity': {
    en: 'Only the five predefined entities and character references are allowed; found {found}.',
    zh: '只允许五个预定义实体和字符引用；发现 {found}。',
  },
  'xml.instruction': { en: 'A processing instruction is not allowed.', zh: '不允许处理指令。' },
  'xml.depth': {
    en: 'Elements are nested more than {allowed} deep.',
    zh: '元素嵌套超过 {allowed} 层。',
  },
  'xml.size': {
    en: 'More than {allowed} bytes: the limit for {found}.',
    zh: '超过 {allowed} 字节：{found}的上限。',
  },
  'xml.attributes': {
    en: 'An element has more than {allowed} attributes, or attributes that are too long.',
    zh: '元素的属性多于 {allowed} 个，或属性过长。',
  },
  'xml.name': { en: 'A name is longer than {allowed} characters.', zh: '名称长度超过 {allowed} 个字符。' },
  'kind.unknown': {
    en: '"{found}" is not a kind of message spoken here; spoken are {allowed}.',
    zh: '此处不支持报文种类“{found}”；支持的种类为 {allowed}。',
  },
  'document.missing': { en: 'There is no Document element.', zh: '缺少 Document 元素。' },
  'document.repeated': {
    en: 'A second Document was found; one message at a time is allowed.',
    zh: '发现第二个 Document；每次只允许一份报文。',
  },
  'header.repeated': { en: 'A second AppHdr was found; one is allowed.', zh: '发现第二个 AppHdr；只允许一个。' },
  'header.order': { en: 'AppHdr must stand before Document.', zh: 'AppHdr 必须位于 Document 之前。' },
  'header.kind': {
    en: 'The header announces "{found}", but the Document is {allowed}.',
    zh: '报文头声明为“{found}”，而 Document 是 {allowed}。',
  },
  'namespace.wrong': {
    en: '{element} is in the namespace "{found}"; it must be in "{allowed}".',
    zh: '{element} 属于命名空间“{found}”；应属于“{allowed}”。',
  },
  'element.unknown': {
    en: '{found} is not known inside {parent}; allowed are: {allowed}.',
    zh: '{parent} 内没有 {found} 元素；允许的元素为：{allowed}。',
  },
  'element.order': {
    en: '{found} is out of order inside {parent}; the order is: {allowed}.',
    zh: '{found} 在 {parent} 内的顺序不对；正确顺序为：{allowed}。',
  },
  'element.repeated': {
    en: '{found} occurs {count} times; at most {allowed} allowed.',
    zh: '{found} 出现了 {count} 次；最多允许 {allowed} 次。',
  },
  'element.missing': { en: '{allowed} is missing inside {parent}.', zh: '{parent} 内缺少 {allowed}。' },
  'choice.second': {
    en: '{found} cannot stand beside {other}: {parent} holds only one of {allowed}.',
    zh: '{found} 不能与 {other} 同时出现：{parent} 只能包含以下之一：{allowed}。',
  },
  'choice.empty': {
    en: '{parent} is empty; it must hold one of {allowed}.',
    zh: '{parent} 为空；必须包含以下之一：{allowed}。',
  },
  'text.unexpected': {
    en: 'Text "{found}" stands directly inside {parent}, which holds only elements.',
    zh: '{parent} 内直接出现文本“{found}”；此处只允许元素。',
  },
  'attribute.unknown': {
    en: 'Attribute {found} is not allowed on {element}; allowed: {allowed}.',
    zh: '{element} 不允许属性 {found}；允许的属性：{allowed}。',
  },
  'attribute.missing': { en: 'Attribute {allowed} is missing on {element}.', zh: '{element} 缺少属性 {allowed}。' },
  'any.count': {
    en: '{parent} must hold exactly one element of any kind; found {count}.',
    zh: '{parent} 必须恰好包含一个任意元素；发现 {count} 个。',
  },
  'any.namespace': {
    en: '{found} inside {parent} must come from the namespace "{allowed}".',
    zh: '{parent} 内的 {found} 必须属于命名空间“{allowed}”。',
  },
  'value.length': {
    en: '"{found}" has {count} characters; allowed are {allowed}.',
    zh: '“{found}”有 {count} 个字符；允许 {allowed} 个。',
  },
  'value.pattern': {
    en: '"{found}" does not have the form {allowed}.',
    zh: '“{found}”不符合格式 {allowed}。',
  },
  'value.code': {
    en: '"{found}" is not one of the codes {allowed}.',
    zh: '“{found}”不在代码表内：{allowed}。',
  },
  'value.type': { en: '"{found}" is not {allowed}.', zh: '“{found}”不是{allowed}。' },
  'value.digits': {
    en: '"{found}" has {count} digits; at most {allowed} are allowed.',
    zh: '“{found}”有 {count} 位数字；最多允许 {allowed} 位。',
  },
  'value.fraction': {
    en: '"{found}" has {count} decimal places; at most {allowed} are allowed.',
    zh: '“{found}”有 {count} 位小数；最多允许 {allowed} 位。',
  },
  'value.range': {
    en: '"{found}" is below {allowed}, the least allowed.',
    zh: '“{found}”小于允许的最小值 {allowed}。',
  },
  'signature.missing': {
    en: 'The sender’s messages must be signed: AppHdr has no Sgntr.',
    zh: '该发送机构的报文必须签名：AppHdr 中没有 Sgntr。',
  },
  'signature.place': {
    en: 'A signed message is one envelope with AppHdr and Document, its signature in AppHdr/Sgntr: {detail}.',
    zh: '签名报文须为一个信封，内含 AppHdr 与 Document，签名位于 AppHdr/Sgntr：{detail}。',
  },
  'signature.repeated': { en: 'A message has one signature.', zh: '一份报文只能有一个签名。' },
  'signature.comment': { en: 'A signed message has no comments.', zh: '签名报文不得含有注释。' },
  'signature.form': {
    en: 'The signature does not have the form it must have: {detail}.',
    zh: '签名结构不符合要求：{detail}。',
  },
  'signature.algorithm': { en: 'This algorithm is not taken: {detail}.', zh: '不接受该算法：{detail}。' },
  'signature.reference': {
    en: 'The signature must refer to the whole message, or to AppHdr, Document and KeyInfo, once each: {detail}.',
    zh: '签名须引用整份报文，或对 AppHdr、Document、KeyInfo 各引用一次：{detail}。',
  },
  'signature.digest': { en: '{detail} is not what was signed.', zh: '{detail} 与签名时的内容不符。' },
  'signature.value': {
    en: 'The signature is not that of this key over what it refers to.',
    zh: '签名值与该密钥及所引用的内容不符。',
  },
  'signature.key': {
    en: 'The key is not one this sender signs with: {detail}',
    zh: '该密钥不可用于此发送机构的签名：{detail}',
  },
  'violations.more': {
    en: '{count} further violations are not listed.',
    zh: '另有 {count} 处违规未列出。',
  },
} as const satisfies Record<string, RuleText>;

export type Rule = keyof typeof ruleTexts;

export interface Violation {
  /** `/Document/FIToFICstmrCdtTrf/CdtTrfTxInf[2]/PmtId/UETR`, without prefixes or envelope; repeatable steps are numbered. */
  readonly path: string;
  /** From 1; where the element begins, or where a missing one was expected. */
  readonly line: number;
  readonly column: number;
  readonly rule: Rule;
  readonly en: string;
  readonly zh: string;
}

type Filling = string | number | RuleText;

/** Makes the sentences of a violation; long findings are cut so that hostile input cannot swell an answer. */
export function violation(
  rule: Rule,
  place: { path: string; line: number; column: number },
  filling: Record<string, Filling> = {},
): Violation {
  const text = ruleTexts[rule];
  return { ...place, rule, en: fill(text.en, filling, 'en'), zh: fill(text.zh, filling, 'zh') };
}

const LONGEST_FINDING = 80;
const LONGEST_LIST = 1_500;

function fill(template: string, filling: Record<string, Filling>, language: 'en' | 'zh'): string {
  return template.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = filling[name] ?? '';
    const text = typeof value === 'object' ? value[language] : String(value);
    const longest = name === 'found' ? LONGEST_FINDING : LONGEST_LIST;
    return text.length > longest ? `${text.slice(0, longest)}…` : text;
  });
}
