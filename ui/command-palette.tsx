// ⌘K / Ctrl-K: go anywhere, do anything, find any payment, without the mouse.
import { Modal } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { useWords } from './locale.tsx';

export interface Command {
  id: string;
  label: string;
  hint?: string;
  group: string;
  run: () => void;
}

export function CommandPalette(props: {
  isOpen: boolean;
  onOpen: () => void;
  onClose: () => void;
  commands: Command[];
  /** Tells what is typed, so that the application can add what it finds. */
  onQuery: (query: string) => void;
}) {
  const words = useWords();
  const [query, setQuery] = useState('');
  const [chosen, setChosen] = useState(0);
  const list = useRef<HTMLDivElement>(null);
  const { isOpen, onOpen, onClose, onQuery } = props;

  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== 'k' || !(event.metaKey || event.ctrlKey)) return;
      event.preventDefault();
      if (isOpen) onClose();
      else onOpen();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [isOpen, onOpen, onClose]);

  const needle = query.trim().toLowerCase();
  const found = props.commands.filter((command) =>
    `${command.label} ${command.hint ?? ''} ${command.id}`.toLowerCase().includes(needle),
  );
  const current = Math.min(chosen, Math.max(0, found.length - 1));
  const type = (text: string) => {
    setQuery(text);
    setChosen(0);
    onQuery(text.trim());
  };
  const run = (command: Command | undefined) => {
    if (!command) return;
    onClose();
    type('');
    command.run();
  };
  const move = (step: number) => {
    const to = (current + step + found.length) % Math.max(1, found.length);
    setChosen(to);
    list.current?.querySelectorAll('[role=option]')[to]?.scrollIntoView({ block: 'nearest' });
  };

  return (
    <Modal
      opened={isOpen}
      onClose={onClose}
      withCloseButton={false}
      size={640}
      yOffset="12vh"
      padding={0}
      classNames={{ content: 'fq-modal fq-palette' }}
      transitionProps={{ duration: 60 }}
      aria-label={words.searchPages}
    >
      <input
        data-autofocus
        className="fq-palette-input"
        role="combobox"
        aria-expanded="true"
        aria-controls="palette-list"
        aria-activedescendant={found[current] ? `palette-${current}` : undefined}
        placeholder={words.searchPages}
        aria-label={words.searchPages}
        value={query}
        onChange={(event) => type(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
            event.preventDefault();
            move(event.key === 'ArrowDown' ? 1 : -1);
          } else if (event.key === 'Enter' && !event.nativeEvent.isComposing) run(found[current]);
        }}
      />
      <div className="fq-palette-list" id="palette-list" role="listbox" ref={list}>
        {found.map((command, index) => (
          <div key={command.id}>
            {command.group !== found[index - 1]?.group && <div className="fq-palette-group">{command.group}</div>}
            <div
              id={`palette-${index}`}
              role="option"
              aria-selected={index === current}
              className="fq-palette-item"
              onMouseMove={() => setChosen(index)}
              onClick={() => run(command)}
            >
              <span>{command.label}</span>
              {command.hint && <span className="fq-soft fq-small">{command.hint}</span>}
            </div>
          </div>
        ))}
        {found.length === 0 && <p className="fq-palette-none fq-soft">{words.nothingFound}</p>}
      </div>
    </Modal>
  );
}
