// What an operator of an empty central bank does first, in order.
import { Anchor } from '../../../ui/index.ts';
import { useTexts } from '../language.tsx';

export function EmptyStart() {
  const { start } = useTexts();
  return (
    <section>
      <h2>{start.title}</h2>
      <p className="fq-soft">{start.line}</p>
      <ol className="fq-start">
        <li>
          <div>
            <p className="fq-start-step">
              <Anchor to="/participants?admit=1">{start.first}</Anchor>
            </p>
            <p className="fq-soft">{start.firstText}</p>
          </div>
        </li>
        <li>
          <div>
            <p className="fq-start-step">
              <Anchor to="/participants">{start.second}</Anchor>
            </p>
            <p className="fq-soft">{start.secondText}</p>
          </div>
        </li>
        <li>
          <div>
            <p className="fq-start-step">
              <a className="fq-link" href="/docs">
                {start.third}
              </a>
            </p>
            <p className="fq-soft">{start.thirdText}</p>
          </div>
        </li>
      </ol>
      <p className="fq-soft">{start.or}</p>
    </section>
  );
}
