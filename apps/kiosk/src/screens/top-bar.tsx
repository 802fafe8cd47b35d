import { cx, IconButton, LanguagePicker, LogoMark } from '@counterfoil/ui'
import { memo } from 'react'
import Settings from 'lucide-react/icons/settings'
import type { Paired } from '../app/choose-view'
import { useStage } from '../app/stage-context'
import { useText } from '../app/text'
import { JobSwitch } from './job-switch'
import { StatusButton } from './status-button'
import styles from './top-bar.module.css'

/** Where this is, how it stands with the network, and the language one touch away. */
export const TopBar = memo(function TopBar({ pairing }: { readonly pairing: Paired }) {
  const stage = useStage()
  const { t, language, setLanguage } = useText()
  return (
    <header className={cx(styles['bar'], pairing.jobs.length > 1 && styles['withJobs'])}>
      <div className={styles['place']}>
        <span className={styles['mark']}>
          <LogoMark />
        </span>
        <div className={styles['names']}>
          <p className={styles['store']}>{pairing.store_name}</p>
          <p className={styles['tablet']}>{pairing.label}</p>
        </div>
      </div>
      {pairing.jobs.length > 1 && (
        <div className={styles['jobs']}>
          <JobSwitch jobs={pairing.jobs} />
        </div>
      )}
      <div className={styles['status']}>
        <StatusButton />
      </div>
      <div className={styles['language']}>
        <LanguagePicker compact onChange={setLanguage} value={language} />
      </div>
      <IconButton
        className={styles['settings']}
        icon={<Settings aria-hidden />}
        label={t.kiosk.home.tablet}
        onClick={() => stage.send({ type: 'open', page: 'tablet' })}
        variant="secondary"
      />
    </header>
  )
})
