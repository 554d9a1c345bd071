// Every "no" about conformance runs.
import { type RefusalTexts } from '../../platform/refusal.ts';

export const CONFORMANCE_REFUSALS = {
  run_not_found: { status: 404, en: 'The organisation has no such conformance run.', zh: '该机构没有此一致性测试。' },
  run_not_complete: { status: 409, en: 'Not every step of the run has happened yet.', zh: '测试步骤尚未全部完成。' },
  certificate_not_issued: { status: 404, en: 'No certificate was issued for this run.', zh: '该测试尚未签发证书。' },
  certificate_not_valid: { status: 409, en: 'The run has no certificate of the service’s present script; begin and complete another.', zh: '该次测试没有按现行脚本签发的证书，请重新发起并完成测试。' },
} as const satisfies RefusalTexts; // prettier-ignore
