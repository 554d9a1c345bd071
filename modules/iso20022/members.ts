// Whether a child may stand where it stands, in a sequence or a choice, and how to go on when it may not.
// Everything here but the first lines of acceptMember runs only for messages that are wrong.
import { type Frame } from './frame.ts';
import { type RuleText, type Rule } from './rules.ts';

/** Where violations go; the validator. */
export interface MemberReport {
  readonly parentPath: string;
  report(
    rule: Rule,
    path: string,
    line: number,
    column: number,
    filling: Record<string, string | number | RuleText>,
  ): void;
  countOf(frame: Frame, name: string): number;
}

/** The index of the member this child is, or -1 when it is not known here and must be passed over. */
export function acceptMember(frame: Frame, name: string, line: number, column: number, report: MemberReport): number {
  const { type, position } = frame;
  const { members } = type;
  if (position >= 0 && members[position]!.name === name) return acceptAgain(frame, line, column, report);
  if (type.form === 'sequence') {
    const next = position + 1;
    const index = next < members.length && members[next]!.name === name ? next : type.indexByName.get(name);
    if (index !== undefined && index > position) {
      if (type.nextRequired[next]! < index) notePassedOver(frame, index, line, column, report);
      frame.jumpedFrom = index > next ? position : -2;
      frame.position = index;
      frame.count = frame.isDisturbed ? report.countOf(frame, name) + 1 : 1;
      frame.childOccurrence = frame.count;
      if (frame.count > members[index]!.max) reportRepeated(frame, line, column, report);
      return index;
    }
    if (index !== undefined) return acceptLate(frame, index, line, column, report);
  }
  if (type.form === 'choice') {
    const index = type.indexByName.get(name);
    if (index !== undefined) return acceptChoice(frame, index, line, column, report);
  }
  reportUnknown(frame, name, line, column, report);
  return -1;
}

function acceptAgain(frame: Frame, line: number, column: number, report: MemberReport): number {
  frame.childOccurrence = ++frame.count;
  frame.jumpedFrom = -2;
  if (frame.count > frame.type.members[frame.position]!.max) reportRepeated(frame, line, column, report);
  return frame.position;
}

/**
 * Mandatory members were passed over. They are not reported yet: one may still come, out of order. A child that was
 * not known, standing just here, was probably meant as the first of them (a misspelt name is one mistake, not two).
 */
function notePassedOver(frame: Frame, until: number, line: number, column: number, report: MemberReport): void {
  const { type } = frame;
  let forgiven = frame.strayAt === frame.position;
  for (let at = type.nextRequired[frame.position + 1]!; at < until; at = type.nextRequired[at + 1]!) {
    if (frame.isDisturbed && report.countOf(frame, type.members[at]!.name) > 0) continue;
    if (forgiven) forgiven = false;
    else (frame.missing ??= []).push({ index: at, line, column });
  }
}

/**
 * A member that should have come before. When the child just before it had jumped over it, that child is the one out
 * of place, and we go on from here; otherwise this one is. Either way it is no longer missing.
 */
function acceptLate(frame: Frame, index: number, line: number, column: number, report: MemberReport): number {
  const { members } = frame.type;
  const member = members[index]!;
  const seen = report.countOf(frame, member.name);
  const resumed = index > frame.jumpedFrom && frame.jumpedFrom > -2 && frame.count === 1;
  const order = members.map((each) => each.name).join(', ');
  const parent = frame.element.name;
  const isWithinMax = seen < member.max;
  if (isWithinMax && resumed) {
    const early = members[frame.position]!;
    const path = `${report.parentPath}/${early.name}${early.max > 1 ? '[1]' : ''}`;
    report.report('element.order', path, frame.childLine, frame.childColumn, {
      found: early.name,
      parent,
      allowed: order,
    });
    const { jumpedFrom } = frame;
    frame.missing = frame.missing?.filter((each) => each.index <= jumpedFrom);
    frame.position = jumpedFrom;
    frame.isDisturbed = true;
    notePassedOver(frame, index, line, column, report);
    frame.position = index;
    frame.count = seen + 1;
    frame.jumpedFrom = -2;
  } else {
    if (isWithinMax) {
      const path = `${report.parentPath}/${member.name}${member.max > 1 || seen > 0 ? `[${seen + 1}]` : ''}`;
      report.report('element.order', path, line, column, { found: member.name, parent, allowed: order });
    }
    frame.missing = frame.missing?.filter((each) => each.index !== index);
    frame.isDisturbed = true;
    frame.jumpedFrom = -2;
  }
  frame.childOccurrence = seen + 1;
  if (!isWithinMax) {
    const path = `${report.parentPath}/${member.name}[${seen + 1}]`;
    report.report('element.repeated', path, line, column, {
      found: member.name,
      count: seen + 1,
      allowed: member.max,
    });
  }
  return index;
}

function acceptChoice(frame: Frame, index: number, line: number, column: number, report: MemberReport): number {
  const { members } = frame.type;
  frame.childOccurrence = 1;
  if (frame.position < 0) {
    frame.position = index;
    frame.count = 1;
    return index;
  }
  const filling = {
    found: members[index]!.name,
    other: members[frame.position]!.name,
    parent: frame.element.name,
    allowed: names(frame, 0),
  };
  report.report('choice.second', `${report.parentPath}/${members[index]!.name}`, line, column, filling);
  return index;
}

function reportRepeated(frame: Frame, line: number, column: number, report: MemberReport): void {
  const { name, max } = frame.type.members[frame.position]!;
  const path = `${report.parentPath}/${name}[${frame.count}]`;
  report.report('element.repeated', path, line, column, { found: name, count: frame.count, allowed: max });
}

function reportUnknown(frame: Frame, name: string, line: number, column: number, report: MemberReport): void {
  const { type } = frame;
  const from = type.form === 'sequence' ? Math.max(frame.position, 0) : 0;
  const path = `${report.parentPath}/${name}`;
  const allowed = type.form === 'value' ? '—' : names(frame, from);
  report.report('element.unknown', path, line, column, { found: name, parent: frame.element.name, allowed });
  frame.strayAt = frame.position;
}

/** When the element ends: which mandatory members never came, or that a choice was not made. */
export function closeMembers(frame: Frame, report: MemberReport): void {
  const { type } = frame;
  const { members } = type;
  if (type.form === 'choice') {
    const isEmpty = frame.position < 0 && frame.strayAt === -2 && members.every((each) => each.min > 0);
    if (isEmpty) {
      const filling = { parent: frame.element.name, allowed: names(frame, 0) };
      report.report('choice.empty', report.parentPath, frame.line, frame.column, filling);
    }
    return;
  }
  if (type.nextRequired[frame.position + 1]! < members.length) {
    notePassedOver(frame, members.length, frame.childLine, frame.childColumn, report);
  }
  if (frame.missing === undefined) return;
  for (const { index, line, column } of frame.missing) {
    const { name, max } = members[index]!;
    const path = `${report.parentPath}/${name}${max > 1 ? '[1]' : ''}`;
    report.report('element.missing', path, line, column, { allowed: name, parent: frame.element.name });
  }
}

function names(frame: Frame, from: number): string {
  return frame.type.members
    .slice(from)
    .map((each) => each.name)
    .join(', ');
}
