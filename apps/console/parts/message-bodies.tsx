// Messages side by side in a list, each opened in place: its fields readable, or raw with violations marked.
import { useState } from 'react';
import { type MessageDetail, type MessageSummary } from '../../../client/index.ts';
import {
  ActButton,
  Anchor,
  ChoiceSwitch,
  Moment,
  SelectField,
  StatusBadge,
  XmlView,
  type Tone,
} from '../../../ui/index.ts';
import { api } from '../api.ts';
import { useTexts, useTitle } from '../language.tsx';
import { MessageFields } from './message-fields.tsx';
import { QueryView } from './query-view.tsx';

export const toneOfMessage: Record<MessageSummary['state'], Tone> = {
  accepted: 'settled',
  refused: 'refused',
  waiting: 'queued',
  delivered: 'settled',
};

export function MessageBodies({ messages, empty }: { messages: MessageSummary[]; empty: string }) {
  const texts = useTexts();
  const [open, setOpen] = useState<string[]>([]);
  if (messages.length === 0) return <p className="fq-soft fq-none">{empty}</p>;
  const toggle = (id: string) => setOpen(open.includes(id) ? open.filter((one) => one !== id) : [...open, id]);
  return (
    <div className="fq-messages">
      {messages.map((message) => (
        <article key={message.id} className="fq-message">
          <div className="fq-row">
            <ActButton size="small" pressed={open.includes(message.id)} onClick={() => toggle(message.id)}>
              {open.includes(message.id) ? '−' : '+'} {message.kind}
            </ActButton>
            <span className="fq-soft">
              {message.direction === 'in' ? `→ ${texts.messages.in}` : `← ${texts.messages.out}`}
            </span>
            <Anchor to={`/messages/${encodeURIComponent(message.id)}`}>
              <span className="fq-mono">{message.messageId}</span>
            </Anchor>
            <span className="fq-soft">
              <Moment at={message.at} />
            </span>
            <StatusBadge tone={toneOfMessage[message.state]}>{texts.messages.states[message.state]}</StatusBadge>
          </div>
          {open.includes(message.id) && (
            <QueryView query={{ queryKey: ['message', message.id], queryFn: () => api.messages.read(message.id) }}>
              {(detail) => <MessageBody message={detail} />}
            </QueryView>
          )}
        </article>
      ))}
    </div>
  );
}

/** The messages' heads in order, and two of them open beside each other: at first what came in and what went on. */
export function MessagesSideBySide({ messages, empty }: { messages: MessageSummary[]; empty: string }) {
  const texts = useTexts();
  const title = useTitle();
  const incoming = messages.find(({ direction }) => direction === 'in');
  const answer = messages.find(({ direction }) => direction === 'out');
  const [chosen, setChosen] = useState<[string, string]>([incoming?.id ?? '', answer?.id ?? '']);
  if (messages.length === 0) return <p className="fq-soft fq-none">{empty}</p>;
  const choices = messages.map((message) => ({
    value: message.id,
    label: `${message.direction === 'in' ? '→' : '←'} ${message.kind} · ${message.participant ? title(message.participant.shortName) : ''}`,
  }));
  const sides = messages.length === 1 ? ([0] as const) : ([0, 1] as const);
  return (
    <div className="fq-side-by-side">
      {sides.map((side) => {
        const id = chosen[side] || messages[Math.min(side, messages.length - 1)]!.id;
        const message = messages.find((one) => one.id === id) ?? messages[0]!;
        return (
          <article key={side} className="fq-side">
            <SelectField
              label={message.direction === 'in' ? texts.messages.in : texts.messages.out}
              value={message.id}
              choices={choices}
              onChange={(to) => setChosen(side === 0 ? [to, chosen[1]] : [chosen[0], to])}
            />
            <MessageHead message={message} />
            <QueryView
              query={{ queryKey: ['message', message.id], queryFn: () => api.messages.read(message.id) }}
              height={360}
            >
              {(detail) => <MessageBody message={detail} />}
            </QueryView>
          </article>
        );
      })}
    </div>
  );
}

function MessageHead({ message }: { message: MessageSummary }) {
  const texts = useTexts();
  return (
    <p className="fq-row fq-small">
      <Anchor to={`/messages/${encodeURIComponent(message.id)}`}>
        <span className="fq-mono">{message.messageId || message.id}</span>
      </Anchor>
      <span className="fq-soft">
        <Moment at={message.at} precision="micro" />
      </span>
      <StatusBadge tone={toneOfMessage[message.state]}>{texts.messages.states[message.state]}</StatusBadge>
      {message.deliveredAt && message.deliveredAt !== message.at && (
        <span className="fq-soft">
          <Moment at={message.deliveredAt} />
        </span>
      )}
    </p>
  );
}

export function MessageBody({ message }: { message: MessageDetail }) {
  const texts = useTexts();
  const title = useTitle();
  const [view, setView] = useState(message.fields.length > 0 && message.found.length === 0 ? 'readable' : 'raw');
  return (
    <div className="fq-message-body">
      <ChoiceSwitch
        label={texts.messages.content}
        value={view}
        onChange={setView}
        choices={[
          { value: 'readable', label: texts.payment.readable },
          { value: 'raw', label: texts.payment.raw },
        ]}
      />
      {view === 'raw' ? (
        <XmlView xml={message.xml} marks={message.found.map((one) => ({ ...one, text: title(one.text) }))} />
      ) : (
        <MessageFields fields={message.fields} />
      )}
    </div>
  );
}
