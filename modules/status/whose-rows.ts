// Whose the rows of status are.
import { house, type WhoseRows } from '../../platform/postgres/whose-rows.ts';

export const WHOSE_ROWS: WhoseRows = {
  'status.acts': house('who told what is the operators’ to know; what was told is read from memory'),
};
