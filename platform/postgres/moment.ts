// How a query gives a moment: as the text the API answers, to the microsecond.

export const moment = (column: string, as = column): string =>
  `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as ${as}`;
