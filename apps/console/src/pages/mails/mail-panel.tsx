import { ENDPOINTS, type Mail } from '@counterfoil/protocol'
import { Button, Notice, Skeleton } from '@counterfoil/ui'
import { SidePanel } from '@counterfoil/ui/console'
import { useMail, useRetryMail } from '../../api/mails'
import { ErrorNotice, ErrorState } from '../../components/error-state'
import { FactSection, Stack } from '../../components/fact-section'
import { useDone } from '../../components/use-done'
import { useMoment } from '../../components/use-moment'
import { useMay } from '../../session/merchant'
import { useText } from '../../text'
import { MailState } from './mail-state'
import styles from './mails.module.css'

export interface MailPanelProps {
  readonly id: string
  readonly onClose: () => void
}

/** One mail: how it fared, and its words where they are kept. */
export function MailPanel({ id, onClose }: MailPanelProps) {
  const { t } = useText()
  const may = useMay()
  const answer = useMail(id)
  const mail = answer.data?.mail
  const acts = mail !== undefined && mail.status !== 'sent' && may(ENDPOINTS.retryMail)
  return (
    <SidePanel
      actions={acts ? <RetryButton mail={mail} /> : undefined}
      meta={mail && <MailState mail={mail} />}
      onClose={onClose}
      title={mail?.subject ?? t.common.state.loading}
    >
      {answer.error && !mail && (
        <ErrorState error={answer.error} onRetry={() => void answer.refetch()} />
      )}
      {mail === undefined ? (
        answer.isPending && <Skeleton lines={6} />
      ) : (
        <MailDetails mail={mail} />
      )}
    </SidePanel>
  )
}

function MailDetails({ mail }: { readonly mail: Mail }) {
  const { t, format } = useText()
  const words = t.console.mails
  const moment = useMoment()
  const { kind, to, status, attempts, created_at, sent_at, next_at, last_error, text } = mail
  return (
    <Stack>
      <FactSection
        items={[
          { term: words.to, value: <a href={`mailto:${to}`}>{to}</a> },
          { term: words.kind, value: words.kinds[kind] },
          { term: words.written, value: moment(created_at) },
          ...(sent_at === null ? [] : [{ term: words.sent, value: moment(sent_at) }]),
          ...(attempts === 0 ? [] : [{ term: words.attempts, value: format.number(attempts) }]),
          ...(status === 'waiting' && attempts > 0
            ? [{ term: words.next, value: moment(next_at) }]
            : []),
          ...(last_error === null ? [] : [{ term: words.answer, value: last_error }]),
        ]}
        title={words.state}
      />
      {text === null ? (
        <Notice tone="neutral">{words.not_kept}</Notice>
      ) : (
        <FactSection title={words.text}>
          <p className={styles['text']}>
            <LinkedText text={text} />
          </p>
        </FactSection>
      )}
    </Stack>
  )
}

/** Addresses in a plain text as links. */
function LinkedText({ text }: { readonly text: string }) {
  return [...text.matchAll(/(?<link>https?:\/\/[^\s<>]+)|(?:(?!https?:\/\/).)+/gs)].map(
    ({ 0: part, index, groups }) =>
      groups?.['link'] === undefined ? (
        part
      ) : (
        <a href={part} key={index} rel="noreferrer" target="_blank">
          {part}
        </a>
      ),
  )
}

function RetryButton({ mail }: { readonly mail: Mail }) {
  const { mails: words } = useText().t.console
  const retry = useRetryMail()
  const done = useDone(() => undefined)
  return (
    <>
      <Button
        busy={retry.isPending}
        onClick={() => retry.mutate({ params: { id: mail.id } }, done(words.retried))}
        size="small"
      >
        {words.retry}
      </Button>
      <ErrorNotice error={retry.error} />
    </>
  )
}
