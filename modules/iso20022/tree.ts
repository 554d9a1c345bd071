// The light tree a read message becomes, and the few ways to ask it.

/** Attribute values by name. Undefined members never occur. */
export type Attributes = Readonly<Record<string, string>>;

/** An element as read: `name` without prefix, `text` of a leaf with entities resolved. */
export interface Element {
  readonly name: string;
  text: string;
  readonly attributes: Attributes | undefined;
  children: Element[];
  /** Line of the start tag in what was sent, from 1. */
  readonly line: number;
}

/** The first child of that name. */
export function child(element: Element | undefined, name: string): Element | undefined {
  if (element === undefined) return undefined;
  const { children } = element;
  for (let at = 0; at < children.length; at++) if (children[at]!.name === name) return children[at];
  return undefined;
}

/** The element at a path of names, `PmtId/UETR`, following the first of each name. */
export function find(element: Element | undefined, path: string): Element | undefined {
  if (!path.includes('/')) return child(element, path);
  let found = element;
  for (const name of path.split('/')) found = child(found, name);
  return found;
}

/** The text at a path; undefined when there is no such element. */
export function text(element: Element | undefined, path: string): string | undefined {
  return find(element, path)?.text;
}

/** All children of that name. */
export function all(element: Element | undefined, name: string): Element[] {
  return element === undefined ? [] : element.children.filter((each) => each.name === name);
}

export function attribute(element: Element | undefined, name: string): string | undefined {
  return element?.attributes?.[name];
}
