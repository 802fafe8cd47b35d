import { Button, EmptyState, Notice } from '@counterfoil/ui'
import { verdictDetailText } from '@counterfoil/messages'
import { useServices } from '../app/services-context'
import { subjectText } from '../app/subject-text'
import { useText } from '../app/text'
import { punchText } from '../app/what-text'
import { whenText } from '../app/when'
import { useLive } from '../hooks/use-live'
import { useServerNow } from '../hooks/use-server-now'
import type { Notice as RefusedLater } from '../kiosk'
import { PageLayer } from './page-layer'
import styles from './notices.module.css'

/** Where the tablet said yes and the server said no; each stays until a person has seen it. */
export function Notices() {
  const { kiosk } = useServices()
  const { t } = useText()
  const notices = useLive(kiosk.live.notices)
  const words = t.kiosk.notices
  return (
    <PageLayer screen="notices" title={words.title}>
      {notices.length === 0 ? (
        <EmptyState title={words.none}>{words.none_text}</EmptyState>
      ) : (
        <>
          <p className={styles['intro']}>{words.intro}</p>
          <ul className={styles['list']}>
            {notices.map((notice) => (
              <li key={notice.op_id}>
                <OneNotice notice={notice} />
              </li>
            ))}
          </ul>
        </>
      )}
    </PageLayer>
  )
}

function OneNotice({ notice }: { readonly notice: RefusedLater }) {
  const { kiosk, onUnexpected } = useServices()
  const { t, format } = useText()
  const now = useServerNow()
  const text = t.verdicts.codes[notice.code]
  const subject = subjectText({ ...notice, people: null }, t)
  const punch = punchText(notice.kind, notice.subject, t)
  const what = [t.verdicts.kinds[notice.kind].noun, ...(subject === null ? [] : [subject])]
  const title = [...(punch === null ? what : [punch]), whenText(format, notice.at, now)].join(' · ')
  return (
    <Notice
      action={
        <Button onClick={() => void kiosk.dismissNotice(notice.op_id).catch(onUnexpected)}>
          {t.kiosk.notices.seen}
        </Button>
      }
      title={title}
      tone="warn"
    >
      <strong>{text.headline}.</strong>{' '}
      {text.sentence(verdictDetailText(notice.detail, format, now))}
    </Notice>
  )
}
