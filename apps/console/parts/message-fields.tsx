// A message's elements under their names, in reading order: amounts with their currency, dates by locale, codes with what
// they mean; the tag is kept beside the name for those who know the standard.
import { type MessageDetail } from '../../../client/index.ts';
import { BusinessDate, formatDateTime, formatRatio, useLocale } from '../../../ui/index.ts';
import { useTitle } from '../language.tsx';

type Field = MessageDetail['fields'][number];

export function MessageFields({ fields }: { fields: Field[] }) {
  const title = useTitle();
  return (
    <dl className="fq-fields">
      {fields.map((field, index) => (
        <div key={`${field.path}${index}`} title={field.path} style={{ paddingLeft: field.depth * 12 }}>
          <dt className={field.value ? '' : 'fq-fields-head'}>
            {title(field.name)}{' '}
            <span className="fq-fields-tag">{field.path.slice(field.path.lastIndexOf('/') + 1)}</span>
          </dt>
          <dd>
            <Value field={field} />
          </dd>
        </div>
      ))}
    </dl>
  );
}

function Value({ field }: { field: Field }) {
  const title = useTitle();
  const locale = useLocale();
  const { value, currency, meaning } = field;
  if (currency && /^\d+(\.\d+)?$/.test(value)) {
    const digits = Math.max(/\.(\d+)/.exec(value)?.[1]?.length ?? 0, locale.minorDigits);
    return (
      <span className="fq-number">
        <span className="fq-currency">{currency}</span> {formatRatio(value as `${number}`, locale.language, digits)}
      </span>
    );
  }
  if (/^\d{4}-\d\d-\d\d$/.test(value)) return <BusinessDate date={value} />;
  // A time without a zone is told as it was written: it is no one's clock but the sender's.
  if (/^\d{4}-\d\d-\d\dT.*(Z|[+-]\d\d:\d\d)$/.test(value)) {
    return <time dateTime={value}>{formatDateTime(value, locale)}</time>;
  }
  if (!meaning) return value;
  return (
    <>
      {value} <span className="fq-soft">{title(meaning)}</span>
    </>
  );
}
