// The closed list of what can become of a transfer, in the order the checks are made: the first that fails is the
// answer. TigerBeetle's list is the reference; the codes say the same things in this book's words.

/** In order of precedence. `created` is the only success; `exists` means the very same transfer already stands. */
export const TRANSFER_RESULTS = [
  'created',
  'linked_transfer_failed',
  'linked_chain_open',
  'id_malformed',
  'kind_unknown',
  'exists_with_different_kind',
  'exists_with_different_flags',
  'exists_with_different_pending_id',
  'exists_with_different_timeout',
  'exists_with_different_debit_account',
  'exists_with_different_credit_account',
  'exists_with_different_amount',
  'exists_with_different_reference',
  'exists_with_different_code',
  'exists',
  'id_already_refused',
  'code_out_of_range',
  'reference_malformed',
  'flags_are_mutually_exclusive',
  'amount_negative',
  'amount_too_large',
  'release_amount_must_be_zero',
  'pending_id_must_be_absent',
  'pending_id_malformed',
  'pending_id_must_be_different',
  'timeout_reserved_for_holds',
  'timeout_out_of_range',
  'closing_must_be_a_hold',
  'debit_account_malformed',
  'credit_account_malformed',
  'accounts_must_be_different',
  'pending_transfer_not_found',
  'pending_transfer_not_a_hold',
  'pending_transfer_has_different_debit_account',
  'pending_transfer_has_different_credit_account',
  'pending_transfer_has_different_code',
  'exceeds_pending_transfer_amount',
  'pending_transfer_already_posted',
  'pending_transfer_already_released',
  'pending_transfer_expired',
  'debit_account_not_found',
  'credit_account_not_found',
  'accounts_must_have_the_same_currency',
  'debit_account_frozen',
  'credit_account_frozen',
  'debit_account_closed',
  'credit_account_closed',
  'overflows_debits_pending',
  'overflows_credits_pending',
  'overflows_debits_posted',
  'overflows_credits_posted',
  'exceeds_credits',
  'exceeds_debits',
] as const;

export type TransferResult = (typeof TRANSFER_RESULTS)[number];

/**
 * Refusals that another moment might have answered otherwise. The id is burnt: a retry is refused with
 * `id_already_refused`, so that a caller who lost the answer can never be surprised by a late success.
 */
export const TRANSIENT_RESULTS: ReadonlySet<TransferResult> = new Set<TransferResult>([
  'pending_transfer_not_found',
  'debit_account_not_found',
  'credit_account_not_found',
  'debit_account_frozen',
  'credit_account_frozen',
  'debit_account_closed',
  'credit_account_closed',
  'exceeds_credits',
  'exceeds_debits',
]);
