// The counter of the message language: reading with strict validation, writing, and what kinds are spoken.
export {
  createMessageReader,
  readMessage,
  MAX_BULK_BYTES,
  MAX_SINGLE_BYTES,
  type MessageReader,
  type ReaderOptions,
  type ReadResult,
} from './message-reader.ts';
export { type OnTransaction, type TransactionPlace } from './validator.ts';
export { ruleTexts, type Rule, type RuleText, violation, type Violation } from './rules.ts';
export { all, attribute, child, find, text, type Attributes, type Element } from './tree.ts';
export { codeName, elementName, type Name } from './element-names.ts';
export { isRead, isSpoken, isWritten, kindInfo, kinds, spokenKinds, type Direction, type KindInfo } from './kinds.ts';
export { escapeXml, wrap, writeHeader, writeMessage, type Content, type ContentMap } from './write-message.ts';
