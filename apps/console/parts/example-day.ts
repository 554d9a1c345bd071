// A small invented day for the simulator: four banks with little money, so that liquidity saving makes a difference.
const banks = ['JADE', 'CEDAR', 'HARBOUR', 'LANTERN'];

export function exampleBalances(): string {
  const rows = banks.map((bank, index) => `${bank},${(index + 1) * 100_000}.00,${index % 2 ? 50_000 : 0}.00`);
  return ['participant,balance,credit_line', ...rows].join('\n') + '\n';
}

export function examplePayments(): string {
  const rows: string[] = [];
  for (let entry = 0; entry < 240; entry += 1) {
    const sender = banks[entry % 4];
    const receiver = banks[(entry + 1 + (Math.floor(entry / 4) % 3)) % 4];
    if (sender === receiver) continue;
    const amount = 40_000 + ((entry * 7_919) % 900) * 1_000;
    const priority = entry % 17 === 0 ? 'urgent' : 'normal';
    const minute = 8 * 60 + 30 + entry * 2;
    const time = `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
    rows.push(`${sender},${receiver},${amount}.00,${priority},${time}`);
  }
  return ['sender,receiver,amount,priority,time', ...rows].join('\n') + '\n';
}
