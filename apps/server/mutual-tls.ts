// The port for machines that show a client certificate, when feiqian.yaml asks for it: our certificate is renewed without a
// restart, ours by itself and the operator's when its files are written anew.
import { X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { type Access, type ServerCertificate, serverCertificate } from '../../modules/access/index.ts';
import { type buildServer, listenMutual } from '../../platform/http/index.ts';
import { tellTrouble } from '../../platform/telemetry.ts';
import { type TlsConfiguration } from './configuration.ts';

const LOOK_MS = 30_000;

export interface MutualPort {
  /** The one that is shown now. */
  certificate(): X509Certificate;
  close(): Promise<void>;
}

export async function openMutualPort(
  server: Awaited<ReturnType<typeof buildServer>>,
  { certificates, clock }: Access,
  { port, address, names, files, clientAuthorities }: TlsConfiguration,
  dataFolder: string,
): Promise<MutualPort> {
  const { authority } = certificates;
  const current = async (): Promise<ServerCertificate> =>
    files
      ? { certificate: readFileSync(files.certificate, 'utf8'), key: readFileSync(files.key, 'utf8') }
      : serverCertificate(authority, dataFolder, names, clock.now());
  let shown = await current();
  const authorities = [authority.root.toString(), ...clientAuthorities.map((file) => readFileSync(file, 'utf8'))];
  const tls = await listenMutual(server, { port, address, names, authorities, ...shown });
  const look = async (): Promise<void> => {
    const next = await current();
    if (next.certificate === shown.certificate && next.key === shown.key) return;
    // A pair that does not match throws here, as it does while only one of two files is written.
    tls.renew(next);
    shown = next;
  };
  const timer = setInterval(
    () => void look().catch((error: unknown) => tellTrouble('The certificate of the TLS port', error)),
    LOOK_MS,
  );
  timer.unref();
  return {
    certificate: () => new X509Certificate(shown.certificate),
    close: () => {
      clearInterval(timer);
      return tls.close();
    },
  };
}
