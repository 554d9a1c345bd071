// The 29 kinds of message spoken here: which way they go, what they are called, and which part of them repeats.
import { describedKinds } from './description.ts';

/** `in`: a bank sends it; `out`: we send it; `none`: understood by `feiqian check`, but not part of the service. */
export type Direction = 'in' | 'out' | 'both' | 'none';

export interface KindInfo {
  readonly kind: string;
  readonly direction: Direction;
  readonly en: string;
  readonly zh: string;
  /** Below the message element, the repeating part that bulk reading hands over one at a time: `Stmt/Ntry`. */
  readonly transaction: string | undefined;
}

function kind(kind: string, direction: Direction, en: string, zh: string, transaction?: string): KindInfo {
  return { kind, direction, en, zh, transaction };
}

/** Forwarded payments go both ways: pacs.008, pacs.009 and pacs.004. */
export const kinds: readonly KindInfo[] = [
  kind('admi.002.001.01', 'out', 'Message reject', '报文拒绝'),
  kind('admi.004.001.02', 'in', 'System event notification', '系统事件通知'),
  kind('admi.006.001.01', 'none', 'Resend request', '重发请求'),
  kind('admi.007.001.01', 'out', 'Receipt acknowledgement', '收讫确认'),
  kind('admi.011.001.01', 'out', 'System event acknowledgement', '系统事件确认'),
  kind('admi.998.001.02', 'none', 'Administration proprietary message', '专有管理报文'),
  kind('camt.025.001.05', 'out', 'Receipt', '回执'),
  kind('camt.026.001.07', 'none', 'Unable to apply', '无法入账'),
  kind('camt.028.001.09', 'none', 'Additional payment information', '补充支付信息'),
  kind('camt.029.001.09', 'out', 'Resolution of investigation', '查询处理结果', 'CxlDtls'),
  kind('camt.046.001.05', 'in', 'Get reservation', '查询预留'),
  kind('camt.047.001.06', 'out', 'Return reservation', '返回预留'),
  kind('camt.048.001.05', 'in', 'Modify reservation', '变更预留'),
  kind('camt.050.001.05', 'in', 'Liquidity credit transfer', '流动性划转'),
  kind('camt.052.001.08', 'out', 'Account report', '账户报告', 'Rpt/Ntry'),
  kind('camt.053.001.08', 'out', 'Account statement', '账户对账单', 'Stmt/Ntry'),
  kind('camt.054.001.08', 'out', 'Debit and credit notification', '借贷记通知', 'Ntfctn/Ntry'),
  kind('camt.055.001.09', 'none', 'Customer payment cancellation request', '客户撤销支付请求', 'Undrlyg'),
  kind('camt.056.001.08', 'in', 'Payment cancellation request', '撤销支付请求', 'Undrlyg/TxInf'),
  kind('camt.060.001.05', 'in', 'Account reporting request', '账户报告请求', 'RptgReq'),
  kind('head.001.001.02', 'both', 'Business application header', '业务报文头'),
  kind('pacs.002.001.10', 'out', 'Payment status report', '支付状态报告', 'TxInfAndSts'),
  kind('pacs.004.001.10', 'both', 'Payment return', '支付退回', 'TxInf'),
  kind('pacs.008.001.08', 'both', 'Customer credit transfer', '客户贷记转账', 'CdtTrfTxInf'),
  kind('pacs.009.001.08', 'both', 'Financial institution credit transfer', '金融机构贷记转账', 'CdtTrfTxInf'),
  kind('pacs.010.001.03', 'none', 'Financial institution direct debit', '金融机构借记', 'CdtInstr'),
  kind('pacs.028.001.03', 'in', 'Payment status request', '支付状态查询', 'TxInf'),
  kind('pain.013.001.07', 'in', 'Request for payment', '付款请求', 'PmtInf/CdtTrfTx'),
  kind(
    'pain.014.001.07',
    'in',
    'Request for payment status report',
    '付款请求状态报告',
    'OrgnlPmtInfAndSts/TxInfAndSts',
  ),
];

const infoByKind = new Map(kinds.map((info) => [info.kind, info]));

export function kindInfo(name: string): KindInfo | undefined {
  return infoByKind.get(name);
}

/** Whether the kind and version is one of the 29. */
export function isSpoken(name: string): boolean {
  return infoByKind.has(name);
}

/** Whether a bank may send it to us. */
export function isRead(name: string): boolean {
  const direction = infoByKind.get(name)?.direction;
  return direction === 'in' || direction === 'both';
}

/** Whether we send it. */
export function isWritten(name: string): boolean {
  const direction = infoByKind.get(name)?.direction;
  return direction === 'out' || direction === 'both';
}

export const spokenKinds: readonly string[] = describedKinds;
