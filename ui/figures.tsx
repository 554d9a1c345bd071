// Amounts, dates, moments and durations as elements: the exact value is always in the title, ready to copy.
import {
  formatAmount,
  formatBusinessDate,
  formatCompact,
  formatDateTime,
  formatDuration,
  formatTime,
} from './format.ts';
import { type Precision } from './format.ts';
import { useLocale } from './locale.tsx';

/** Minor units always shown. `withCurrency` only outside tables, where no column head names it. */
export function Amount(props: { minor: string | null; withCurrency?: boolean; isCompact?: boolean; signed?: boolean }) {
  const locale = useLocale();
  if (props.minor === null) return <span className="fq-soft">–</span>;
  const exact = formatAmount(props.minor, locale);
  const shown = props.isCompact ? formatCompact(props.minor, locale) : exact;
  const sign = props.signed && !props.minor.startsWith('-') && props.minor !== '0' ? '+' : '';
  return (
    <span className="fq-number" title={`${exact} ${locale.currency}`}>
      {props.withCurrency && <span className="fq-currency">{locale.currency} </span>}
      {sign}
      {shown}
    </span>
  );
}

export function BusinessDate({ date }: { date: string }) {
  const { language } = useLocale();
  return (
    <time dateTime={date} className="fq-number">
      {formatBusinessDate(date, language)}
    </time>
  );
}

/** Time of day, or day and time; the recorded microseconds are in the title. */
export function Moment(props: { at: string | null; precision?: Precision; withDate?: boolean }) {
  const locale = useLocale();
  if (!props.at) return <span className="fq-soft">–</span>;
  const format = props.withDate ? formatDateTime : formatTime;
  return (
    <time
      dateTime={props.at}
      title={`${formatDateTime(props.at, locale, 'micro')} ${locale.timeZone}`}
      className="fq-number"
    >
      {format(props.at, locale, props.precision)}
    </time>
  );
}

export function Duration({ millis }: { millis: number }) {
  const { language } = useLocale();
  return <span className="fq-number">{formatDuration(millis, language)}</span>;
}
