// The securities behind a credit line, edited as a table: what each would lend, and the line they make together.
import { useState } from 'react';
import { type ParticipantDetail } from '../../../client/index.ts';
import {
  ActButton,
  Amount,
  AmountField,
  ConfirmAction,
  formatAmount,
  formatCount,
  TextField,
  useLocale,
} from '../../../ui/index.ts';
import { api } from '../api.ts';
import { useTexts, useTitle } from '../language.tsx';
import { useAct } from './use-act.ts';

interface Row {
  key: number;
  name: string;
  /** As the server has it, while its name is not changed. */
  security: { en: string; zh: string } | null;
  marketValue: string;
  haircut: string;
}

const isHaircut = (text: string) => /^\d{1,3}(\.\d{1,2})?$/.test(text) && Number(text) <= 100;

/** As the server counts it: rounded down to a minor unit. */
function lendingValueOf({ marketValue, haircut }: Row): bigint {
  if (marketValue === '' || !isHaircut(haircut)) return 0n;
  return (BigInt(marketValue) * BigInt(10_000 - Math.round(Number(haircut) * 100))) / 10_000n;
}

export function CollateralDialog({ participant, onClose }: { participant: ParticipantDetail; onClose: () => void }) {
  const texts = useTexts();
  const title = useTitle();
  const locale = useLocale();
  const words = texts.participant;
  const [rows, setRows] = useState<Row[]>(() =>
    participant.collateral.map((piece, key) => ({
      key,
      name: title(piece.security),
      security: piece.security,
      marketValue: piece.marketValue,
      haircut: piece.haircutPercent,
    })),
  );
  const doing = useAct(
    (reason: string) =>
      api.participants.setCollateral(participant.id, {
        reason,
        collateral: rows.map((row) => ({
          security: row.security ?? { en: row.name, zh: row.name },
          marketValue: row.marketValue,
          haircutPercent: row.haircut,
        })),
      }),
    onClose,
  );
  const money = (minor: string | bigint) => `${locale.currency} ${formatAmount(String(minor), locale)}`;
  const total = rows.reduce((sum, row) => sum + lendingValueOf(row), 0n);
  const isWhole = rows.every(({ name, marketValue, haircut }) => name && marketValue && isHaircut(haircut));
  const change = (key: number, to: Partial<Row>) =>
    setRows(rows.map((row) => (row.key === key ? { ...row, ...to } : row)));
  const add = () =>
    setRows([
      ...rows,
      {
        key: Math.max(-1, ...rows.map(({ key }) => key)) + 1,
        name: '',
        security: null,
        marketValue: '',
        haircut: '5.00',
      },
    ]);
  return (
    <ConfirmAction
      isOpen
      onClose={onClose}
      title={words.setCollateral}
      verb={words.setCollateral}
      effect={words.collateralEffect(
        title(participant.name),
        formatCount(rows.length, locale.language),
        money(participant.creditLine ?? '0'),
        money(total),
      )}
      needsReason
      disabledReason={isWhole ? undefined : words.needCollateral}
      isBusy={doing.isBusy}
      problem={doing.problem}
      onConfirm={(reason) => doing.run(reason)}
    >
      <div className="fq-edit-rows">
        {rows.map((row) => (
          <div key={row.key} className="fq-edit-row">
            <TextField
              label={words.security}
              value={row.name}
              onChange={(name) => change(row.key, { name, security: null })}
            />
            <AmountField
              label={words.marketValue}
              value={row.marketValue}
              onChange={(marketValue) => change(row.key, { marketValue })}
            />
            <TextField
              label={`${words.haircut} %`}
              value={row.haircut}
              onChange={(haircut) => change(row.key, { haircut: haircut.trim() })}
            />
            <span className="fq-edit-sum">
              <span className="fq-soft fq-small">{words.lendingValue}</span>
              <Amount minor={String(lendingValueOf(row))} />
            </span>
            <ActButton
              kind="quiet"
              size="small"
              onClick={() => setRows(rows.filter(({ key }) => key !== row.key))}
              title={words.removeSecurity}
            >
              ✕<span className="fq-visually-hidden"> {words.removeSecurity}</span>
            </ActButton>
          </div>
        ))}
        <ActButton size="small" onClick={add}>
          + {words.addSecurity}
        </ActButton>
      </div>
    </ConfirmAction>
  );
}
