import { LANGUAGE_NAMES, LANGUAGES } from '@counterfoil/messages'
import { Avatar, Button, buttonClass, cx, VisuallyHidden } from '@counterfoil/ui'
import { RadioGroup, Select } from '@counterfoil/ui/console'
import LogOut from 'lucide-react/icons/log-out'
import { useState } from 'react'
import { Button as MenuTriggerButton, Dialog, DialogTrigger, Popover } from 'react-aria-components'
import { useMe, useSignOut } from '../session/use-me'
import { useText } from '../text'
import { keepTheme, storedTheme, THEMES } from './theme'
import styles from './user-menu.module.css'

/** Who is signed in; language, appearance and the way out behind it. */
export function UserMenu({ detail }: { readonly detail?: string }) {
  const { t } = useText()
  const me = useMe()
  const words = t.console.shell
  if (!me.data) return null
  const { name, email, platform_admin } = me.data
  const role = detail ?? (platform_admin ? words.platform_admin : undefined)
  return (
    <DialogTrigger>
      <MenuTriggerButton className={cx(buttonClass({ variant: 'quiet' }), styles['trigger'])}>
        <VisuallyHidden>{words.account}: </VisuallyHidden>
        <Avatar name={name} />
        <span className={styles['who']}>
          <span className={styles['name']}>{name}</span>
          {role !== undefined && <span className={styles['detail']}>{role}</span>}
        </span>
      </MenuTriggerButton>
      <Popover className={styles['popover'] ?? ''} offset={6} placement="top start">
        <Dialog aria-label={words.account} className={styles['panel'] ?? ''}>
          <p className={styles['detail']}>{email}</p>
          <Preferences />
          <SignOut />
        </Dialog>
      </Popover>
    </DialogTrigger>
  )
}

function Preferences() {
  const { t, language, setLanguage } = useText()
  const words = t.console.shell
  const [theme, setTheme] = useState(storedTheme)
  return (
    <>
      <Select
        label={t.common.language}
        onChange={setLanguage}
        options={LANGUAGES.map((value) => ({ value, label: LANGUAGE_NAMES[value] }))}
        value={language}
      />
      <RadioGroup
        label={words.theme}
        onChange={(next) => {
          setTheme(next)
          keepTheme(next)
        }}
        options={THEMES.map((value) => ({ value, label: words.themes[value] }))}
        value={theme}
      />
    </>
  )
}

function SignOut() {
  const { t } = useText()
  const signOut = useSignOut()
  return (
    <Button
      busy={signOut.isPending}
      icon={<LogOut aria-hidden />}
      onClick={() => signOut.mutate()}
      wide
    >
      {t.common.action.sign_out}
    </Button>
  )
}
