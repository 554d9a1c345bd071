// Form fields, labelled, with what was wrong below them. Amounts are typed in major units and given in minor ones.
import { Checkbox, NumberInput, Select, Textarea, TextInput } from '@mantine/core';
import { useEffect, useState } from 'react';
import { majorText, parseAmount } from './format.ts';
import { useLocale } from './locale.tsx';

interface FieldProps {
  label: string;
  hint?: string | undefined;
  error?: string | undefined;
  placeholder?: string;
}

const common = (props: FieldProps) => ({
  label: props.label,
  description: props.hint,
  error: props.error,
  placeholder: props.placeholder ?? '',
  className: 'fq-field',
});

export function TextField(
  props: FieldProps & {
    value: string;
    onChange: (value: string) => void;
    autoFocus?: boolean;
    /** Not to be read over a shoulder. */
    isSecret?: boolean;
  },
) {
  return (
    <TextInput
      {...common(props)}
      {...(props.isSecret ? { type: 'password', autoComplete: 'off' } : {})}
      value={props.value}
      data-autofocus={props.autoFocus || undefined}
      onChange={(event) => props.onChange(event.currentTarget.value)}
    />
  );
}

/** Tells its reader only after a pause in typing, so that each letter is not a query. */
export function SearchField(props: FieldProps & { value: string; onChange: (value: string) => void }) {
  const [typed, setTyped] = useState(props.value);
  const [given, setGiven] = useState(props.value);
  if (given !== props.value) {
    setGiven(props.value);
    setTyped(props.value);
  }
  const { onChange, value } = props;
  useEffect(() => {
    if (typed === value) return undefined;
    const timer = setTimeout(() => onChange(typed.trim()), 300);
    return () => clearTimeout(timer);
  }, [typed, value, onChange]);
  return (
    <TextInput
      {...common(props)}
      type="search"
      value={typed}
      onChange={(event) => setTyped(event.currentTarget.value)}
      onKeyDown={(event) => event.key === 'Enter' && onChange(typed.trim())}
    />
  );
}

export function LongTextField(props: FieldProps & { value: string; onChange: (value: string) => void }) {
  return (
    <Textarea
      {...common(props)}
      autosize
      minRows={2}
      value={props.value}
      onChange={(event) => props.onChange(event.currentTarget.value)}
    />
  );
}

export interface Choice {
  value: string;
  label: string;
}

export function SelectField(
  props: FieldProps & { value: string; choices: Choice[]; onChange: (value: string) => void; canSearch?: boolean },
) {
  return (
    <Select
      {...common(props)}
      data={props.choices}
      value={props.value}
      searchable={props.canSearch ?? false}
      allowDeselect={false}
      comboboxProps={{ shadow: 'md' }}
      onChange={(value) => props.onChange(value ?? '')}
    />
  );
}

/** Several of a few. */
export function ChoicesField(
  props: FieldProps & { value: readonly string[]; choices: Choice[]; onChange: (value: string[]) => void },
) {
  return (
    <Checkbox.Group {...common(props)} value={[...props.value]} onChange={props.onChange}>
      <div className="fq-choices">
        {props.choices.map((choice) => (
          <Checkbox key={choice.value} value={choice.value} label={choice.label} size="xs" className="fq-choice-box" />
        ))}
      </div>
    </Checkbox.Group>
  );
}

/** `value` in minor units, '' while empty or unreadable. */
export function AmountField(props: FieldProps & { value: string; onChange: (minor: string) => void }) {
  const { minorDigits, currency } = useLocale();
  const [text, setText] = useState(props.value === '' ? '' : majorText(props.value, minorDigits));
  return (
    <TextInput
      {...common(props)}
      inputMode="decimal"
      rightSection={<span className="fq-soft fq-small">{currency}</span>}
      rightSectionWidth={48}
      value={text}
      onChange={(event) => {
        setText(event.currentTarget.value);
        props.onChange(parseAmount(event.currentTarget.value, minorDigits) ?? '');
      }}
    />
  );
}

export function CountField(
  props: FieldProps & { value: number; min: number; max: number; onChange: (value: number) => void },
) {
  return (
    <NumberInput
      {...common(props)}
      value={props.value}
      min={props.min}
      max={props.max}
      clampBehavior="strict"
      onChange={(value) => props.onChange(Number(value) || props.min)}
    />
  );
}

/** A calendar day, YYYY-MM-DD; '' while empty. */
export function DateField(props: FieldProps & { value: string; onChange: (value: string) => void; min?: string }) {
  return (
    <TextInput
      {...common(props)}
      type="date"
      min={props.min}
      value={props.value}
      onChange={(event) => props.onChange(event.currentTarget.value)}
    />
  );
}

/** A moment on the institution's clock, as `YYYY-MM-DDTHH:MM:SS`. */
export function MomentField(props: FieldProps & { value: string; onChange: (value: string) => void }) {
  return (
    <TextInput
      {...common(props)}
      type="datetime-local"
      step={1}
      value={props.value}
      onChange={(event) => props.onChange(event.currentTarget.value)}
    />
  );
}
