// Whose the rows of the simulator are.
import { house, type WhoseRows } from '../../platform/postgres/whose-rows.ts';

export const WHOSE_ROWS: WhoseRows = {
  'simulator.simulations': house('studies of the central bank'),
};
