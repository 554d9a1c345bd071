// Whose the rows of alarms are.
import { house, type WhoseRows } from '../../platform/postgres/whose-rows.ts';

export const WHOSE_ROWS: WhoseRows = {
  'alarms.alarms': house('alarms are the operator’s'),
};
