// What everyone may fetch of the built-in authority: its root, and which of its certificates are revoked.
import { Reply, type Route, route } from '../../../platform/http/index.ts';
import { type Certificates } from './certificates.ts';
import { EVERYONE } from '../own.ts';

export function certificateRoutes(certificates: Certificates): Route[] {
  const tag = 'organisations';
  return [
    route({
      method: 'GET',
      path: '/authority.pem',
      summary: { en: 'The root of the built-in certificate authority', zh: '内置证书机构的根证书' },
      tag,
      may: ['nobody', ...EVERYONE],
      answer: 'text',
      answerType: 'application/x-pem-file',
      handle: () => certificates.authority.root.toString(),
    }),
    route({
      method: 'GET',
      path: '/authority.crl',
      summary: { en: 'The certificates that were revoked (CRL of RFC 5280, DER)', zh: '证书吊销列表（RFC 5280，DER）' },
      tag,
      may: ['nobody', ...EVERYONE],
      answer: 'text',
      answerType: 'application/pkix-crl',
      handle: async () => {
        const headers = { 'cache-control': 'max-age=30' };
        return new Reply(await certificates.revoked(), { type: 'application/pkix-crl', headers });
      },
    }),
  ];
}
