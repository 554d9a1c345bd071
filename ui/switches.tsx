// Language, appearance and a choice among few.
import { Menu, SegmentedControl, Tabs as MantineTabs, useMantineColorScheme } from '@mantine/core';
import { type ReactNode } from 'react';
import { type Language, useLocale, useWords } from './locale.tsx';

export function LanguageSwitch({ onChange }: { onChange: (language: Language) => void }) {
  const { language } = useLocale();
  const words = useWords();
  const other = language === 'en' ? 'zh-CN' : 'en';
  return (
    <button
      type="button"
      className="fq-icon-button"
      aria-label={words.language}
      title={other === 'en' ? 'English' : '中文'}
      lang={other}
      onClick={() => onChange(other)}
    >
      {other === 'en' ? 'A' : '文'}
    </button>
  );
}

export function ThemeSwitch() {
  const words = useWords();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const choices = [
    { value: 'light', label: words.light },
    { value: 'dark', label: words.dark },
    { value: 'auto', label: words.system },
  ] as const;
  return (
    <Menu position="bottom-end" transitionProps={{ duration: 60 }} width={160}>
      <Menu.Target>
        <button type="button" className="fq-icon-button" aria-label={words.theme} title={words.theme}>
          <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
            <circle cx="8" cy="8" r="6" fill="none" stroke="currentColor" strokeWidth="1.5" />
            <path d="M8 2a6 6 0 0 1 0 12z" fill="currentColor" />
          </svg>
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        {choices.map((choice) => (
          <Menu.Item key={choice.value} onClick={() => setColorScheme(choice.value)}>
            {colorScheme === choice.value ? '● ' : '○ '}
            {choice.label}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}

export function ChoiceSwitch(props: {
  label: string;
  value: string;
  choices: { value: string; label: string }[];
  onChange: (value: string) => void;
}) {
  return (
    <SegmentedControl
      aria-label={props.label}
      data={props.choices}
      value={props.value}
      onChange={props.onChange}
      size="xs"
      transitionDuration={0}
      className="fq-choice"
    />
  );
}

export function Tabs(props: {
  value: string;
  onChange: (value: string) => void;
  tabs: { value: string; label: ReactNode; content: ReactNode }[];
}) {
  return (
    <MantineTabs
      value={props.value}
      onChange={(value) => value && props.onChange(value)}
      keepMounted={false}
      className="fq-tabs"
    >
      <MantineTabs.List>
        {props.tabs.map((tab) => (
          <MantineTabs.Tab key={tab.value} value={tab.value}>
            {tab.label}
          </MantineTabs.Tab>
        ))}
      </MantineTabs.List>
      {props.tabs.map((tab) => (
        <MantineTabs.Panel key={tab.value} value={tab.value} pt={16}>
          {tab.content}
        </MantineTabs.Panel>
      ))}
    </MantineTabs>
  );
}

/** Other acts of a page or a row, behind one button. Disabled ones say why in their second line. */
export function ActMenu(props: {
  label: string;
  acts: { label: string; onClick: () => void; disabledReason?: string | undefined }[];
}) {
  return (
    <Menu position="bottom-end" transitionProps={{ duration: 60 }} withinPortal>
      <Menu.Target>
        <button type="button" className="fq-icon-button fq-dots" aria-label={props.label} title={props.label}>
          ⋯
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        {props.acts.map((act) => (
          <Menu.Item key={act.label} disabled={act.disabledReason !== undefined} onClick={act.onClick}>
            {act.label}
            {act.disabledReason && <div className="fq-small fq-soft fq-wrap">{act.disabledReason}</div>}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
