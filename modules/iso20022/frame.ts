// One open element while a message is read: where we stand in its type and what was noticed on the way.
import { type PartType } from './description.ts';
import { type Element } from './tree.ts';

/** Outside the message; inside a described part; inside a part that may hold anything. */
export type FrameMode = 'envelope' | 'typed' | 'any';

export type Prefixes = ReadonlyMap<string, string>;

/** Frames are reused from message to message, so every member is set again in `openFrame`. */
export interface Frame {
  mode: FrameMode;
  element: Element;
  type: PartType;
  /** The member last accepted, and how often it has occurred; -1 before the first. */
  position: number;
  count: number;
  /** The so-manieth of its name the last accepted child is. */
  childOccurrence: number;
  /** This element is the so-manieth of its name; 0 where its path step is not numbered. */
  occurrence: number;
  text: string;
  line: number;
  column: number;
  /** Where the last child began. */
  childLine: number;
  childColumn: number;
  /** The position before the last child, when that child passed over members; -2 when it did not. */
  jumpedFrom: number;
  /** The position at which a stray child stood, likely meant as the next mandatory member; -2 for none. */
  strayAt: number;
  /** Some child stood out of order, so counts must be taken from the tree. */
  isDisturbed: boolean;
  hasStrayText: boolean;
  missing: Missing[] | undefined;
  /** Children handed over and dropped in bulk reading. */
  handedOver: number;
  defaultNamespace: string;
  prefixes: Prefixes | undefined;
}

/** A mandatory member that was passed over, and where it was expected. It may still turn up, out of order. */
export interface Missing {
  readonly index: number;
  readonly line: number;
  readonly column: number;
}

export const noChildren: Element[] = [];
export const noPart: PartType = {
  name: '',
  form: 'any',
  members: [],
  indexByName: new Map(),
  nextRequired: [0],
  value: undefined,
  attributes: [],
  process: undefined,
  anyNamespace: undefined,
};
const noElement: Element = { name: '', text: '', attributes: undefined, children: noChildren, line: 0 };

export function newFrame(): Frame {
  return {
    mode: 'envelope',
    element: noElement,
    type: noPart,
    position: -1,
    count: 0,
    childOccurrence: 0,
    occurrence: 0,
    text: '',
    line: 0,
    column: 0,
    childLine: 0,
    childColumn: 0,
    jumpedFrom: -2,
    strayAt: -2,
    isDisturbed: false,
    hasStrayText: false,
    missing: undefined,
    handedOver: 0,
    defaultNamespace: '',
    prefixes: undefined,
  };
}

export function openFrame(frame: Frame, mode: FrameMode, element: Element, type: PartType, column: number): void {
  frame.mode = mode;
  frame.element = element;
  frame.type = type;
  frame.position = -1;
  frame.count = 0;
  frame.text = '';
  frame.line = element.line;
  frame.column = column;
  frame.childLine = element.line;
  frame.childColumn = column;
  frame.jumpedFrom = -2;
  frame.strayAt = -2;
  frame.isDisturbed = false;
  frame.hasStrayText = false;
  frame.missing = undefined;
  frame.handedOver = 0;
}

export function countChildren(frame: Frame, name: string): number {
  let count = 0;
  for (const child of frame.element.children) if (child.name === name) count++;
  return count + (frame.handedOver > 0 && name === frame.element.children.at(-1)?.name ? frame.handedOver : 0);
}
