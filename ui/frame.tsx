// The frame of every console page: wordmark and environment, search, the day, switches; the places at the left with the
// work that waits in each. Below 1024 px the places become a row under the head.
import { Fragment, type ReactNode } from 'react';
import { NavLink } from './link.tsx';
import { EnvironmentTag, type EnvironmentName } from './environment-tag.tsx';

export interface Place {
  to: string;
  label: string;
  /** Work that waits there. */
  waiting?: number | undefined;
  /** What the number counts, for the title. */
  waitingText?: string | undefined;
  startsGroup?: boolean;
  /** The heading of the group it starts. */
  groupLabel?: string;
}

export function Frame(props: {
  organisation: string;
  environment: EnvironmentName;
  places: Place[];
  placesLabel: string;
  skipLabel: string;
  searchLabel: string;
  onSearch: () => void;
  day: ReactNode;
  tools: ReactNode;
  strip?: ReactNode;
  children: ReactNode;
}) {
  return (
    <div className="fq-frame">
      <a className="fq-skip" href="#content">
        {props.skipLabel}
      </a>
      <header className="fq-head">
        <span className="fq-wordmark">
          <span className="fq-wordmark-seal" lang="zh">
            飞钱
          </span>
          Feiqian
        </span>
        <span className="fq-organisation" title={props.organisation}>
          {props.organisation}
        </span>
        <EnvironmentTag environment={props.environment} />
        <button type="button" className="fq-search" onClick={props.onSearch} aria-keyshortcuts="Meta+K Control+K">
          <span>{props.searchLabel}</span>
          <kbd>{/Mac|iPad|iPhone/.test(navigator.userAgent) ? '⌘K' : 'Ctrl K'}</kbd>
        </button>
        <div className="fq-head-day">{props.day}</div>
        <div className="fq-head-tools">{props.tools}</div>
      </header>
      {props.strip}
      <nav className="fq-places" aria-label={props.placesLabel}>
        {props.places.map((place) => (
          <Fragment key={place.to}>
            {place.groupLabel && <span className="fq-places-head">{place.groupLabel}</span>}
            <NavLink
              to={place.to}
              end={place.to === '/'}
              className={place.startsGroup && !place.groupLabel ? 'fq-place fq-place-group' : 'fq-place'}
            >
              <span>{place.label}</span>
              {place.waiting ? (
                <span className="fq-waiting-count" title={place.waitingText}>
                  {place.waiting}
                </span>
              ) : null}
            </NavLink>
          </Fragment>
        ))}
      </nav>
      <main className="fq-content" id="content" tabIndex={-1}>
        {props.children}
      </main>
    </div>
  );
}
