// Messages side by side in a list, each opened in place: its fields readable, or raw with violations marked.
import { useState } from 'react';
import { type MessageDetail, type MessageSummary } from '../../../client/index.ts';
import { ActButton, Anchor, ChoiceSwitch, Moment, StatusBadge, XmlView, type Tone } from '../../../ui/index.ts';
import { api } from '../api.ts';
import { useTexts, useTitle } from '../language.tsx';
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
        <dl className="fq-fields">
          {message.fields.map((field, index) => (
            <div key={`${field.path}${index}`} title={field.path} style={{ paddingLeft: field.depth * 16 }}>
              <dt className={field.value ? '' : 'fq-fields-head'}>{title(field.name)}</dt>
              <dd>{field.value}</dd>
            </div>
          ))}
        </dl>
      )}
    </div>
  );
}
