// The texts of the page of an institution's data and its leaving, in English.
export const dataEn = {
  line: 'Everything that is kept of the institution, to take away; the evidence of each month; and how it leaves.',
  exports: 'All data',
  exportsNote:
    'organisation, people, keys without their secrets, messages, payments, entries, acts, sandboxes; CSV, JSON lines and XML',
  make: 'Have it exported',
  onlyOwn: 'The institution’s own administrator takes its data.',
  noExports: 'Nothing was exported yet.',
  states: { working: 'Being made', ready: 'Ready', failed: 'Failed', expired: 'Over' },
  progress: (done: number, of: number) => `${done} of ${of}`,
  asked: 'Asked',
  by: 'By',
  rows: 'Rows',
  until: 'To be taken until',
  download: 'Download',
  evidence: 'Evidence by month',
  evidenceNote:
    'each leaf that concerns the institution, with its proof, signed; anyone verifies it with the public key',
  month: 'Month',
  noMonths: 'No month is over yet.',
  closing: {
    title: 'Leaving',
    note: 'closed for good: nobody comes in by it any more; books, acts and evidence stay with the central bank',
    states: { active: 'Stays', asked: 'Asked to leave', closing: 'Being closed', closed: 'Closed' },
    askedAt: 'Asked',
    closedAt: 'Closed',
    finishedAt: 'Sandboxes gone',
    obstacles: 'In the way',
    noObstacles: 'Nothing is in the way.',
    code: 'Code',
    ask: 'Ask to be closed',
    withdraw: 'Withdraw the asking',
    close: 'Put the closing forward',
    onlyAdministrator: 'The institution’s own administrator asks.',
    onlyOfficer: 'A participants officer puts it forward.',
    obstaclesFirst: 'What is in the way comes first.',
    effects: {
      ask: (organisation: string) =>
        `The central bank is asked to close ${organisation}. Nothing ends yet: take your data away first.`,
      withdraw: (organisation: string) => `${organisation} stays.`,
      close: (organisation: string) =>
        `Two others approve it; then keys, certificates, sessions and webhooks of ${organisation} end at once, and its sandboxes are dropped. It cannot be undone.`,
    },
  },
};
