// Which columns of a table are shown; remembered on this machine under the table's name.
import { Menu } from '@mantine/core';
import { useState } from 'react';
import { useWords } from './locale.tsx';

interface Choosable {
  key: string;
  head: string;
  isExtra?: boolean;
}

export function useChosenColumns(name: string, columns: Choosable[]): [string[], (keys: string[]) => void] {
  const storageKey = `feiqian.columns.${name}`;
  const [chosen, setChosen] = useState<string[]>(() => {
    const kept = localStorage.getItem(storageKey)?.split(',');
    return kept ?? columns.filter((column) => !column.isExtra).map((column) => column.key);
  });
  return [
    chosen,
    (keys) => {
      localStorage.setItem(storageKey, keys.join(','));
      setChosen(keys);
    },
  ];
}

export function ColumnChooser(props: { columns: Choosable[]; chosen: string[]; onChange: (keys: string[]) => void }) {
  const words = useWords();
  return (
    <Menu closeOnItemClick={false} position="bottom-end" transitionProps={{ duration: 60 }}>
      <Menu.Target>
        <button type="button" className="fq-act-quiet fq-columns-button">
          {words.columns}
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        {props.columns.map((column) => {
          const isShown = props.chosen.includes(column.key);
          const isOnly = isShown && props.chosen.length === 1;
          return (
            <Menu.Item
              key={column.key}
              role="menuitemcheckbox"
              aria-checked={isShown}
              disabled={isOnly}
              onClick={() =>
                props.onChange(
                  isShown ? props.chosen.filter((key) => key !== column.key) : [...props.chosen, column.key],
                )
              }
            >
              {isShown ? '☑ ' : '☐ '}
              {column.head}
            </Menu.Item>
          );
        })}
      </Menu.Dropdown>
    </Menu>
  );
}
