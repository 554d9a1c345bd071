// A one-time link, shown this once: to copy, with how to hand it over.
import { type EnrolmentLink } from '../../../client/index.ts';
import { Moment } from '../../../ui/index.ts';
import { useTexts } from '../language.tsx';
import { SecretShown } from './secret-shown.tsx';

export function LinkShown({ made, onClose }: { made: EnrolmentLink; onClose: () => void }) {
  const texts = useTexts();
  const words = texts.people;
  return (
    <SecretShown
      title={words.linkTitle}
      effect={words.linkLine(made.person.name)}
      verb={words.done}
      secret={made.link}
      name="enrolment-link"
      note={
        <>
          {texts.enrol.goodUntil} <Moment at={made.expiresAt} withDate precision="minute" />
        </>
      }
      onClose={onClose}
    />
  );
}
