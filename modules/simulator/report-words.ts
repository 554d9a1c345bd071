// What the report says, in both languages.
export type Language = 'en' | 'zh';

const en = {
  locale: 'en',
  kind: 'Liquidity simulation of a settlement day',
  lsm: {
    none: 'No liquidity saving: first in, first out',
    bilateral: 'Bilateral offsetting',
    gridlock: 'Bilateral offsetting and gridlock resolution',
    full: 'Bilateral offsetting, gridlock resolution and multilateral optimisation',
  },
  inMajor: (currency: string) => `Amounts in ${currency}`,
  settled: 'Settled', unsettled: 'Unsettled', liquidityUsed: 'Liquidity used', turnover: 'Turnover ratio',
  meanDelay: 'Mean delay', longestQueue: 'Longest queue', payments: (count: string) => `${count} payment${count === '1' ? '' : 's'}`, ofValue: (share: string) => `${share} of value`,
  turnoverNote: 'settled over liquidity used', byValue: (text: string) => `${text} by value`, at: (moment: string) => `at ${moment}`,
  ofAvailable: (share: string) => `${share} of what was there`,
  overDay: 'Over the day', liquidityHeading: 'Liquidity', participantsOf: (count: string) => `${count} participants`,
  flows: 'Value entered and settled', entered: 'Entered', queuedValue: 'Value queued', queuedCount: 'Payments queued',
  liquidity: 'Liquidity in use', bounds: 'Liquidity against its bounds', lower: 'Lower bound', upper: 'Upper bound', used: 'Used', available: 'Available',
  how: 'How payments settled', direct: 'At once', fromQueue: 'From the queue', bilateral: 'Bilateral offsetting', gridlock: 'Gridlock resolution', multilateral: 'Multilateral optimisation',
  count: 'Payments', value: 'Value', share: 'Share of value', delays: 'Delay of settled payments',
  delayAtOnce: 'No delay', delayUpTo: (text: string) => `Up to ${text}`, delayLonger: (text: string) => `Longer than ${text}`,
  delayFigures: 'Delay figures', meanByValue: 'Mean, weighted by value', meanOfQueued: 'Mean of those that waited', longest: 'Longest', indicator: 'Delay indicator (0 to 1)',
  participants: 'Participants', participant: 'Participant', opening: 'Opening', creditLine: 'Credit line', sent: 'Sent', received: 'Received', closing: 'Closing',
  creditMost: 'Most credit used', liquidityMost: 'Liquidity used', total: 'Total', usedBy: 'Liquidity used by participant', others: (count: string) => `${count} others`,
  method: 'Method', entriesAxis: 'entry', timeAxis: 'time of day',
  methodText: (day: { hasTimes: boolean; reordered: string | undefined; isFull: boolean; optimises: boolean }) => [
    'The day was run by Feiqian\'s settlement engine, the same code that settles payments on the server, on double-entry books in memory. A payment settles at once when its sender has the balance or credit line and no earlier payment of equal or higher priority waits; otherwise it queues. Within a priority the order is first in, first out.',
    day.hasTimes
      ? `Payments entered at the times of the file.${day.reordered ? ` ${day.reordered} stood after a payment with a later time; payments were sorted by time, those of the same time in the order of the file.` : ''}`
      : 'The file has no times: payments entered in its order, one a second. Delays in seconds are therefore counts of entries.',
    ...(day.optimises ? ['Gridlock resolution follows Bech and Soramäki (2001) and keeps every sender\'s order. It runs at most once a second of simulated time, when the queue has changed.'] : []),
    ...(day.isFull ? ['Multilateral optimisation may let a payment overtake one its sender cannot afford. It runs after gridlock resolution, at most once a minute of simulated time and at the end of the day. On the server it is an act of the operator; here it runs by itself.'] : []),
  ],
  definitions: [
    ['Liquidity used', 'the sum over participants of the opening balance less the lowest balance of the day.'],
    ['Turnover ratio', 'value settled over liquidity used.'],
    ['Lower bound', 'the sum over participants of max(0, −net position): what settling everything by netting at the end of the day would take.'],
    ['Upper bound', 'the liquidity if every payment settled the moment it entered: the sum over participants of the largest amount sent net of received.'],
    ['Delay', 'from entry to settlement, in simulated time. Means are of settled payments, those without delay included.'],
    ['Delay indicator', 'value times time in the queue over value times the time from entry to the end of the day, unsettled payments included (Leinonen and Soramäki, 1999): 0 when all settle at once, 1 when nothing settles before the end. The day ends with the last entry and what it lets settle.'],
  ] as readonly (readonly [term: string, text: string])[],
  boundsNote: 'The bounds are those of all payments in the file; unsettled payments lower what was used.',
  sorted: (count: string) => `${count} payments stood after one with a later time; payments were sorted by time.`,
  inputs: 'Input', rows: (count: string) => `${count} row${count === '1' ? '' : 's'}`, balancesFile: 'Balances', paymentsFile: 'Payments',
}; // prettier-ignore

export type ReportWords = typeof en;

const zh: ReportWords = {
  locale: 'zh-CN',
  kind: '清算日流动性模拟',
  lsm: {
    none: '无流动性节约机制：先进先出',
    bilateral: '双边撮合',
    gridlock: '双边撮合与排队解救',
    full: '双边撮合、排队解救与多边撮合',
  },
  inMajor: (currency) => `金额单位：${currency}`,
  settled: '已清算', unsettled: '未清算', liquidityUsed: '占用流动性', turnover: '资金周转率',
  meanDelay: '平均延迟', longestQueue: '最长队列', payments: (count) => `${count} 笔`, ofValue: (share) => `占金额 ${share}`,
  turnoverNote: '清算金额 ÷ 占用流动性', byValue: (text) => `按金额加权 ${text}`, at: (moment) => `出现于 ${moment}`,
  ofAvailable: (share) => `占可用流动性 ${share}`,
  overDay: '日内走势', liquidityHeading: '流动性', participantsOf: (count) => `${count} 家参与者`,
  flows: '提交与清算金额', entered: '提交', queuedValue: '排队金额', queuedCount: '排队笔数',
  liquidity: '实时占用流动性', bounds: '流动性与上下界', lower: '下界', upper: '上界', used: '占用', available: '可用',
  how: '清算方式', direct: '即时', fromQueue: '排队后', bilateral: '双边撮合', gridlock: '排队解救', multilateral: '多边撮合',
  count: '笔数', value: '金额', share: '金额占比', delays: '已清算业务的延迟',
  delayAtOnce: '无延迟', delayUpTo: (text) => `不超过 ${text}`, delayLonger: (text) => `超过 ${text}`,
  delayFigures: '延迟指标', meanByValue: '平均（按金额加权）', meanOfQueued: '排队业务的平均', longest: '最长', indicator: '延迟指数（0 至 1）',
  participants: '参与者', participant: '参与者', opening: '期初', creditLine: '透支额度', sent: '付出', received: '收入', closing: '期末',
  creditMost: '最大透支', liquidityMost: '占用流动性', total: '合计', usedBy: '分参与者占用流动性', others: (count) => `其余 ${count} 家`,
  method: '方法', entriesAxis: '业务序号', timeAxis: '时刻',
  methodText: (day) => [
    '本日由飞钱清算引擎运行，与服务器清算支付所用代码相同，账务在内存中按复式记账。付款方余额或透支额度足够，且没有同等或更高优先级的在先业务等待时，支付即时清算；否则排队。同一优先级内先进先出。',
    day.hasTimes
      ? `支付按文件所列时刻提交。${day.reordered ? `其中 ${day.reordered} 笔排在时刻更晚的业务之后；已按时刻排序，同一时刻保持文件中的顺序。` : ''}`
      : '文件未列时刻：支付按文件顺序每秒提交一笔，故以秒计的延迟即业务笔数。',
    ...(day.optimises ? ['排队解救采用 Bech 与 Soramäki（2001）的算法，保持每一付款方的顺序；队列有变化时运行，模拟时间每秒至多一次。'] : []),
    ...(day.isFull ? ['多边撮合可使支付越过付款方暂无力清算的在先业务；在排队解救之后运行，模拟时间每分钟至多一次，日终再运行一次。在服务器上该操作由操作员发起，此处自动运行。'] : []),
  ],
  definitions: [
    ['占用流动性', '各参与者期初余额减日内最低余额之和。'],
    ['资金周转率', '清算金额除以占用流动性。'],
    ['下界', '各参与者 max(0, −净头寸) 之和，即日终轧差清算全部业务所需的流动性。'],
    ['上界', '每笔业务提交即清算时所需的流动性：各参与者累计净付出最大值之和。'],
    ['延迟', '自提交至清算的模拟时间。平均值以已清算业务计，含无延迟者。'],
    ['延迟指数', '排队金额与时间之积除以提交至日终的金额与时间之积，含未清算业务（Leinonen 与 Soramäki，1999）：0 表示全部即时清算，1 表示日终前均未清算。日终指最后一笔提交及其引发的清算之后。'],
  ],
  boundsNote: '上下界按文件中全部业务计算；未清算业务会降低实际占用。',
  sorted: (count) => `${count} 笔排在时刻更晚的业务之后；已按时刻排序。`,
  inputs: '输入', rows: (count) => `${count} 行`, balancesFile: '期初头寸', paymentsFile: '支付业务',
}; // prettier-ignore

export const REPORT_WORDS: Readonly<Record<Language, ReportWords>> = { en, zh };
