// What of a request goes out again: new names where a message has its own, and nothing that is signed.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type LoggedRequestDetail } from '../../client/index.ts';
import { isSigned, runAgain, withNewNames } from './run-again.ts';

const DSIG = 'http://www.w3.org/2000/09/xmldsig#';
const signed = `<Doc><AppHdr><Sgntr><ds:Signature xmlns:ds="${DSIG}"><ds:SignedInfo/></ds:Signature></Sgntr></AppHdr></Doc>`;

test('a signed message is told from one that is not, and is not sent again', async () => {
  assert.equal(isSigned({ asked: signed }), true);
  assert.equal(isSigned({ asked: `<Signature\n xmlns="${DSIG}"/>` }), true);
  for (const asked of [null, '<MsgId>a</MsgId>', `<Ustrd>Signature ${DSIG}</Ustrd>`, '{"Signature": 1}']) {
    assert.equal(isSigned({ asked }), false, String(asked));
  }
  await assert.rejects(runAgain({ asked: signed } as LoggedRequestDetail, 'AAAACNBJ'), /signed/);
});

test('a message’s own names are made anew, those of what it is about stay', () => {
  const body = '<p:MsgId>A1</p:MsgId><BizMsgIdr>A1</BizMsgIdr><OrgnlMsgId>A0</OrgnlMsgId>';
  const made = withNewNames(body, 'application/xml');
  assert.match(made, /^<p:MsgId>R\w{30}<\/p:MsgId><BizMsgIdr>R\w{30}<\/BizMsgIdr><OrgnlMsgId>A0<\/OrgnlMsgId>$/);
});
