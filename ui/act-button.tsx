// A button for an act. `primary` is the one seal-red act of a page. A disabled one says why, to the pointer and to a reader.
import { Button, Tooltip } from '@mantine/core';
import { type ReactNode } from 'react';

export interface ActButtonProps {
  children: ReactNode;
  onClick?: () => void;
  kind?: 'primary' | 'plain' | 'quiet';
  size?: 'normal' | 'small';
  /** Why it cannot be done now; undefined when it can. */
  disabledReason?: string | undefined;
  isBusy?: boolean;
  type?: 'button' | 'submit';
  title?: string;
  pressed?: boolean;
}

export function ActButton(props: ActButtonProps) {
  const { kind = 'plain', disabledReason, size = 'normal' } = props;
  const isDisabled = disabledReason !== undefined;
  const button = (
    <Button
      className={`fq-act fq-act-${kind} fq-act-${size}`}
      variant="default"
      type={props.type ?? 'button'}
      loading={props.isBusy ?? false}
      {...(isDisabled ? { 'aria-disabled': true } : {})}
      {...(props.pressed === undefined ? {} : { 'aria-pressed': props.pressed })}
      {...(isDisabled ? { 'data-disabled': true } : {})}
      {...(props.title && !isDisabled ? { title: props.title } : {})}
      onClick={(event) => {
        if (isDisabled) return event.preventDefault();
        props.onClick?.();
      }}
    >
      {props.children}
      {isDisabled && <span className="fq-visually-hidden"> ({disabledReason})</span>}
    </Button>
  );
  if (!isDisabled) return button;
  return (
    <Tooltip label={disabledReason} multiline maw={320} withArrow events={{ hover: true, focus: true, touch: true }}>
      {button}
    </Tooltip>
  );
}
