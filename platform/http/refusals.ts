// What the edge itself refuses, before any module is asked.
import { type RefusalTexts } from '../refusal.ts';

export const HTTP_REFUSALS = {
  path_not_found: { status: 404, en: 'There is nothing at this address.', zh: '该地址不存在。' },
  method_not_allowed: { status: 405, en: 'This address does not take that method; the header Allow says which it takes.', zh: '该地址不支持此方法；请参见响应头 Allow。' },
  host_not_allowed: { status: 403, en: 'This server does not answer to that host name.', zh: '本服务器不接受该主机名。' },
  origin_not_allowed: { status: 403, en: 'Another site may not act here in your name.', zh: '其他网站不得以您的名义在此操作。' },
  token_missing: { status: 401, en: 'Say who you are: send the header Authorization: Bearer with your token.', zh: '请表明身份：在请求头 Authorization: Bearer 中提供令牌。' },
  token_unknown: { status: 401, en: 'This token is not known.', zh: '令牌无效。' },
  person_needed: { status: 403, en: 'This is for people who have signed in; a token or a key has none of it.', zh: '仅限已登录的人员使用；令牌或密钥不适用。' },
  not_allowed: { status: 403, en: 'You may not do this.', zh: '您无权执行此操作。' },
  role_missing: { status: 403, en: 'None of your roles may do this.', zh: '您的角色均无权执行此操作。' },
  malformed_request: { status: 400, en: 'The request does not have the right form.', zh: '请求格式不正确。' },
  cursor_malformed: { status: 400, en: 'This is not the `next` of a page of this list.', zh: '该游标不属于此列表。' },
  media_type_unknown: { status: 415, en: 'The Content-Type is not one this address reads.', zh: '该地址不支持此 Content-Type。' },
  body_too_large: { status: 413, en: 'The body is larger than this address takes.', zh: '请求正文超过允许的大小。' },
  idempotency_key_malformed: { status: 400, en: 'An Idempotency-Key has 1 to 200 visible ASCII characters.', zh: 'Idempotency-Key 须为 1 至 200 个可见 ASCII 字符。' },
  idempotency_key_reused: { status: 422, en: 'This Idempotency-Key was used for another request.', zh: '该 Idempotency-Key 已用于其他请求。' },
  idempotency_in_flight: { status: 409, en: 'The first request with this Idempotency-Key is still being worked on.', zh: '使用该 Idempotency-Key 的首个请求仍在处理中。' },
  idempotency_outcome_unknown: { status: 409, en: 'The server stopped or failed while it worked on this request. See whether it took effect; if not, send it with a new Idempotency-Key.', zh: '服务器在处理该请求时中断或出错。请先确认是否已生效；若未生效，请使用新的 Idempotency-Key 重新发送。' },
  too_many_streams: { status: 503, en: 'Too many live streams are open.', zh: '实时连接数过多。' },
  overloaded: { status: 503, en: 'More requests are being worked on than this server takes; nothing was done. Try again in a second.', zh: '正在处理的请求过多，本次请求未执行；请稍后重试。' },
  writer_closed: { status: 503, en: 'The server is closing or changing hands; send the request again.', zh: '服务正在关闭或切换，请重新发送请求。' },
  amount_malformed: { status: 422, en: 'An amount is plain decimal digits.', zh: '金额须为十进制数字。' },
  amount_too_precise: { status: 422, en: 'The amount has more decimals than its currency.', zh: '金额的小数位超过币种允许的位数。' },
  fault: { status: 500, en: 'Something went wrong on our side. It is recorded under the request id.', zh: '系统内部出现问题，已按请求编号记录。' },
} as const satisfies RefusalTexts; // prettier-ignore
