// The way to an organisation's own sign-in: the browser leaves, and comes back to the page `/sign-in/provider`.
import { api } from './api.ts';

export async function goToProvider(by: { organisationId: string } | { token: string }): Promise<void> {
  const { address } = await api.signIn.beginProvider(by);
  location.assign(address);
}
