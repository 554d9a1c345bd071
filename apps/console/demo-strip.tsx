// The demo's controls, under the head of every page while a demo runs.
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { type Demo } from '../../client/index.ts';
import { ActButton, ChoiceSwitch, ConfirmAction, formatCount } from '../../ui/index.ts';
import { api, LATER } from './api.ts';
import { useLanguage } from './language.tsx';
import { useAct } from './parts/use-act.ts';

export function DemoStrip() {
  const { texts, language } = useLanguage();
  const queryClient = useQueryClient();
  const [isStopping, setStopping] = useState(false);
  const { data: demo } = useQuery({ queryKey: ['demo'], queryFn: api.demo.read, refetchInterval: LATER });
  const act = useAct(
    (change: () => Promise<Demo>) => change(),
    (answer) => queryClient.setQueryData(['demo'], answer),
  );
  if (!demo) return <div className="fq-strip" />;
  const isRunning = demo.state === 'running';
  const stopped = demo.state === 'stopped' ? texts.demo.stopped : undefined;
  const sent = formatCount(demo.paymentsSent, language);
  return (
    <div className="fq-strip">
      <strong>{texts.demo.title}</strong>
      <span className="fq-soft">
        {texts.demo.state[demo.state]} · {texts.demo.sent(sent)}
      </span>
      <span className="fq-strip-end">
        <ChoiceSwitch
          label={texts.demo.speed}
          value={String(demo.speed)}
          choices={demo.speeds.map((speed) => ({ value: String(speed), label: `×${speed}` }))}
          onChange={(speed) => act.run(() => api.demo.setSpeed(Number(speed)))}
        />
        <ActButton
          size="small"
          disabledReason={stopped}
          onClick={() => act.run(isRunning ? api.demo.pause : api.demo.resume)}
        >
          {isRunning ? texts.demo.pause : texts.demo.resume}
        </ActButton>
        <ActButton size="small" disabledReason={stopped} onClick={() => setStopping(true)}>
          {texts.demo.stop}
        </ActButton>
      </span>
      <ConfirmAction
        isOpen={isStopping}
        onClose={() => setStopping(false)}
        title={texts.demo.stopTitle}
        effect={texts.demo.stopEffect(sent)}
        verb={texts.demo.stop}
        isBusy={act.isBusy}
        problem={act.problem}
        onConfirm={() => act.run(api.demo.stop, { onSuccess: () => setStopping(false) })}
      />
    </div>
  );
}
