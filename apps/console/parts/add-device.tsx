// Another device to sign in with: it gets a name, the browser makes its passkey.
import { useState } from 'react';
import { ConfirmAction, TextField } from '../../../ui/index.ts';
import { api } from '../api.ts';
import { useTexts } from '../language.tsx';
import { makePasskey, showPasskey } from '../passkey.ts';
import { useAct } from './use-act.ts';

export function AddDevice({ isFirst, onClose }: { isFirst: boolean; onClose: () => void }) {
  const texts = useTexts();
  const words = texts.me;
  const [name, setName] = useState('');
  const doing = useAct(async () => {
    const proof = isFirst ? {} : { proof: (await showPasskey()) as never };
    const response = await makePasskey(await api.me.askForDevice(proof));
    return api.me.addDevice({ name: name.trim(), response: response as never });
  }, onClose);
  return (
    <ConfirmAction
      isOpen
      onClose={onClose}
      title={words.addDevice}
      effect={isFirst ? words.addEffect : words.addAnotherEffect}
      verb={words.addDevice}
      disabledReason={name.trim() === '' ? texts.enrol.device : undefined}
      isBusy={doing.isBusy}
      problem={doing.problem}
      onConfirm={() => doing.run(undefined)}
    >
      <TextField label={texts.enrol.device} value={name} onChange={setName} autoFocus />
    </ConfirmAction>
  );
}
