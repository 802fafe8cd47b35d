import type { ProblemCode } from '@counterfoil/messages'
import { Notice } from '@counterfoil/ui'
import { useText } from '../app/text'

/** Why the pairing did not happen: what it was, what to do, and what is not lost. */
export function PairingProblem({ code }: { readonly code: string }) {
  const { t } = useText()
  const { pairing: words, trouble } = t.kiosk
  const own: Readonly<Record<string, readonly [string, string]>> = {
    UNREACHABLE: [words.unreachable, words.unreachable_text],
    OTHER_MERCHANT: [words.other_merchant, words.other_merchant_text],
    NOT_FOUND: [words.code_unknown, words.code_unknown_text],
    NOT_LEADER: [trouble.other_tab, trouble.other_tab_text],
    QUOTA: [trouble.quota, trouble.quota_text],
    STORAGE: [words.not_kept, words.not_kept_text],
  }
  const known = (text: string): text is ProblemCode => Object.hasOwn(t.problems, text)
  const problem = t.problems[known(code) ? code : 'UNEXPECTED']
  const [title, text] = own[code] ?? [problem.title, problem.sentence({})]
  return (
    <Notice live="assertive" title={title} tone="danger">
      {text}
    </Notice>
  )
}
